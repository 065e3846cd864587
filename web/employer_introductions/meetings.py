"""A meeting that an employer is invited to: does the time suit?"""

from uuid import UUID

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _
from placements.meetings import queries, service
from placements.meetings.models import Meeting, Reply
from placements.meetings.wording import HOWS
from web import guards
from web.addresses import public_url
from web.agreements.files import calendar_file
from web.agreements.forms import OtherTimeForm
from web.db import session
from web.employer_introductions.blueprint import bp
from web.guards import employers_only


@bp.get("/meetings/<uuid:meeting_id>")
@employers_only
def meeting(meeting_id: UUID) -> ResponseReturnValue:
    """Time and place, and two answers."""
    found = _invited(meeting_id)
    return _page(found, OtherTimeForm(None, version=found.updated_at))


@bp.post("/meetings/<uuid:meeting_id>/reply")
@employers_only
def reply(meeting_id: UUID) -> ResponseReturnValue:
    """Say that the time suits, or which would suit better."""
    found, form = _invited(meeting_id), OtherTimeForm()
    said = Reply.FITS if "fits" in request.form else Reply.OTHER_TIME
    if said is Reply.OTHER_TIME and not form.words.data:
        form.validate_on_submit()
        form.words.errors = [_("Skriv en eller ett par tider som passar bättre.")]
        return _page(found, form)
    if not form.validate_on_submit():
        return _page(found, form)
    service.reply(
        session,
        found,
        said,
        words=form.words.data,
        seen_at=form.version.data,
        by=guards.user(),
        public_url=public_url(),
        now=clock.now(),
    )
    session.commit()
    flash(_("Tack! Handläggaren har fått ditt svar."), "success")
    return redirect(url_for(".meeting", meeting_id=found.id))


@bp.get("/meetings/<uuid:meeting_id>.ics")
@employers_only
def meeting_file(meeting_id: UUID) -> Response:
    """The meeting for one's own calendar."""
    return calendar_file(_invited(meeting_id))


def _invited(meeting_id: UUID) -> Meeting:
    return queries.get_invited(session, meeting_id, to=guards.user())


def _page(meeting: Meeting, form: OtherTimeForm) -> str:
    return render_template(
        "employer_introductions/meeting.html",
        meeting=meeting,
        opening=meeting.introduction.opening,
        form=form,
        hows=HOWS,
        now=clock.now(),
    )
