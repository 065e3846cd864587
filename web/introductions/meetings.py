"""Meetings as the caseworker plans them, and the note that the youth takes along."""

from uuid import UUID

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _
from placements.meetings import queries, service
from placements.meetings.facts import MeetingFacts, Unfit
from placements.meetings.models import Meeting
from placements.meetings.wording import HOWS
from placements.models import Introduction
from placements.states import IllegalStep
from web import guards
from web.addresses import public_url
from web.agreements.files import calendar_file
from web.agreements.forms import MeetingForm, VersionForm
from web.db import session
from web.guards import caseworkers_only
from web.introductions.blueprint import bp, done, get
from web.youths.viewing import noted


@bp.route("/introductions/<uuid:introduction_id>/meetings/new", methods=["GET", "POST"])
@caseworkers_only
def propose_meeting(introduction_id: UUID) -> ResponseReturnValue:
    """Invite the employer to a time and a place."""
    introduction, form = get(introduction_id), MeetingForm()
    del form.version
    if introduction.stage not in service.OPEN_FOR_MEETINGS:
        raise IllegalStep
    if request.method == "GET":
        form.place.data = introduction.opening.street_address or ""
        form.ask_for.data = introduction.opening.supervisor
    if form.validate_on_submit():
        by, now = guards.user(), clock.now()
        try:
            service.propose(
                session, introduction, form.facts, by=by, public_url=public_url(), now=now
            )
        except Unfit as refusal:
            form[refusal.field].errors = [str(refusal)]
        else:
            return done(introduction, _("Mötet är föreslaget."))
    return _form_page(introduction, form)


@bp.route("/meetings/<uuid:meeting_id>/edit", methods=["GET", "POST"])
@caseworkers_only
def change_meeting(meeting_id: UUID) -> ResponseReturnValue:
    """Change the time or the place; the employer gets to know."""
    meeting = _get(meeting_id)
    form = MeetingForm(obj=MeetingFacts.of(meeting), data={"version": meeting.updated_at})
    if form.validate_on_submit():
        try:
            service.change(
                session,
                meeting,
                form.facts,
                seen_at=form.version.data,
                by=guards.user(),
                public_url=public_url(),
                now=clock.now(),
            )
        except Unfit as refusal:
            form[refusal.field].errors = [str(refusal)]
        else:
            return done(meeting.introduction, _("Mötet är ändrat."))
    return _form_page(meeting.introduction, form, meeting)


@bp.route("/meetings/<uuid:meeting_id>/cancel", methods=["GET", "POST"])
@caseworkers_only
def cancel_meeting(meeting_id: UUID) -> ResponseReturnValue:
    """Ask once, then call the meeting off."""
    meeting = _get(meeting_id)
    form = VersionForm(version=meeting.updated_at)
    if form.validate_on_submit():
        service.cancel(
            session,
            meeting,
            seen_at=form.version.data,
            by=guards.user(),
            public_url=public_url(),
            now=clock.now(),
        )
        return done(meeting.introduction, _("Mötet är inställt."))
    return _page("introductions/meeting_cancel.html", meeting.introduction, form, meeting)


@bp.get("/meetings/<uuid:meeting_id>/note")
@caseworkers_only
def meeting_note(meeting_id: UUID) -> ResponseReturnValue:
    """Time, place, how to get there and whom to ask for, to print and take along."""
    meeting = _get(meeting_id)
    noted(meeting.introduction.youth, "introduction.viewed")
    return render_template(
        "introductions/meeting_note.html",
        meeting=meeting,
        introduction=meeting.introduction,
        opening=meeting.introduction.opening,
        hows=HOWS,
    )


@bp.get("/meetings/<uuid:meeting_id>.ics")
@caseworkers_only
def meeting_file(meeting_id: UUID) -> Response:
    """The meeting for one's own calendar."""
    return calendar_file(_get(meeting_id))


def _get(meeting_id: UUID) -> Meeting:
    return queries.get_meeting(session, meeting_id, to=guards.user())


def _form_page(
    introduction: Introduction, form: MeetingForm, meeting: Meeting | None = None
) -> str:
    return _page("introductions/meeting_form.html", introduction, form, meeting)


def _page(
    template: str, introduction: Introduction, form: VersionForm, meeting: Meeting | None
) -> str:
    noted(introduction.youth, "introduction.viewed")
    return render_template(
        template,
        introduction=introduction,
        youth=introduction.youth,
        opening=introduction.opening,
        form=form,
        meeting=meeting,
    )
