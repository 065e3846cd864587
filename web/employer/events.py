"""Meetings that an employer is invited to, and its answer from the portal."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from events import inviting, queries
from events.models import Answer
from events.wording import KINDS, where
from foundation import clock
from foundation.translating import _
from web.db import session
from web.employer.blueprint import bp
from web.events.wording import access, when
from web.guards import employers_only, user


@bp.route("/events/<uuid:invitation_id>", methods=["GET", "POST"])
@employers_only
def event(invitation_id: UUID) -> ResponseReturnValue:
    """What, when and where, and the answer, which can be changed until it begins."""
    now = clock.now()
    invitation = queries.get_invited(session, invitation_id, to=user(), now=now)
    form, said = FlaskForm(), request.form.get("said")
    if said not in list(Answer) or not form.validate_on_submit():
        shown = words_of_events() | {"event": invitation.event}
        return render_template("employer/event.html", form=form, invitation=invitation, **shown)
    inviting.answer(session, invitation, Answer(said), by=user(), now=now)
    session.commit()
    is_yes = said == Answer.YES
    flash(_("Tack! Vi ses.") if is_yes else _("Tack för beskedet."), "success")
    return redirect(url_for(".index"))


def words_of_events() -> dict[str, Any]:
    """How events are told."""
    return {"kinds": KINDS, "access": access, "when": when, "where": where}
