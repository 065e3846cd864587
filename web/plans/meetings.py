"""The joint meeting, written down while everybody is there."""

from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from accounts.queries import agency_of
from foundation import clock
from foundation.translating import _, zone
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.plans.blueprint import bp, done, get
from web.plans.forms import MeetingForm
from web.youths.viewing import shown_again
from youths.models import Youth
from youths.plans import meetings, versions
from youths.plans.models import PresentAs

ROWS = 6


@bp.route("/<uuid:youth_id>/plan/meeting", methods=["GET", "POST"])
@caseworkers_only
def meeting(youth_id: UUID) -> ResponseReturnValue:
    """One meeting, one decision, one plan."""
    youth, now = get(youth_id), clock.now()
    today = clock.local_date(now, zone())
    form = MeetingForm(held_on=today, present=_usually_there(youth))
    if form.validate_on_submit():
        try:
            held = meetings.record(session, youth, form.facts, by=guards.user(), now=now)
        except meetings.NotYet as refusal:
            form.held_on.errors = [str(refusal)]
        except meetings.NotTogether as refusal:
            form.present[0].role.errors = [str(refusal)]
        except meetings.NothingDecided as refusal:
            form.decision.errors = [str(refusal)]
        else:
            number = held.version.number
            return done(
                youth, _("Beslutet är sparat med version %(number)s av planen.", number=number)
            )
    plan = versions.snapshot(session, youth)
    return render_template("plans/meeting.html", youth=shown_again(youth), form=form, plan=plan)


def _usually_there(youth: Youth) -> list[dict[str, str]]:
    """The youth and whoever writes, with empty rows for the others."""
    agency = agency_of(session, guards.user(), youth.team_id)
    me = {"role": PresentAs.CASEWORKER.value, "agency": agency.name if agency else ""}
    return [{"role": PresentAs.YOUTH.value}, me, *({} for _row in range(ROWS - 2))]
