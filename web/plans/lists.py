"""Lists across youths: before day 90, and without an activity in a fortnight."""

from datetime import date

from flask import render_template, request
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import zone
from placements import first_days
from placements import quiet as quietness
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.plans.blueprint import bp
from web.youths.viewing import noted_list


@bp.get("/before-day-90")
@caseworkers_only
def before_day_90() -> ResponseReturnValue:
    """Who comes near day 90, the fewest days left first, with what has happened so far."""
    is_team = _is_team()
    found = first_days.queue(session, guards.user(), only_mine=not is_team, today=_today())
    noted_list([each.youth for each in found])
    return render_template("plans/before_day_90.html", found=found, is_team=is_team)


@bp.get("/without-activity")
@caseworkers_only
def without_activity() -> ResponseReturnValue:
    """With whom nothing has been done lately, the longest first."""
    is_team, today = _is_team(), _today()
    found = quietness.quiet(session, guards.user(), only_mine=not is_team, today=today)
    noted_list([each.youth for each in found])
    return render_template("plans/without_activity.html", found=found, is_team=is_team, today=today)


def _is_team() -> bool:
    return request.args.get("whose") == "team"


def _today() -> date:
    return clock.local_date(clock.now(), zone())
