"""Lists across youths: before day 90, and without an activity in a fortnight."""

from datetime import date

from flask import render_template, request
from flask.typing import ResponseReturnValue

from accounts.models import RoleName
from accounts.queries import teams_of
from foundation import clock
from foundation.translating import FEWEST_SHOWN, zone
from placements import first_days, lead_times
from placements import quiet as quietness
from placements.lead_times import LeadTimes
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.lists import Order, page_within
from web.plans.blueprint import bp
from web.youths.viewing import noted_list


@bp.get("/before-day-90")
@caseworkers_only
def before_day_90() -> ResponseReturnValue:
    """Who comes near day 90, the fewest days left first, with what has happened so far."""
    is_team = _is_team()
    order = Order.from_address(first_days.Sort, first_days.Sort.LEFT)
    page = page_within(
        first_days.queue(
            session, guards.user(), only_mine=not is_team, today=_today(), sort=order.key
        )
    )
    noted_list([each.youth for each in page.rows])
    return render_template(
        "plans/before_day_90.html",
        page=page,
        order=order,
        is_team=is_team,
        teams=_lead_times(),
        fewest=FEWEST_SHOWN,
    )


@bp.get("/without-activity")
@caseworkers_only
def without_activity() -> ResponseReturnValue:
    """With whom nothing has been done lately, the longest first."""
    is_team, today = _is_team(), _today()
    order = Order.from_address(quietness.Sort, quietness.Sort.SINCE)
    page = page_within(
        quietness.quiet(session, guards.user(), only_mine=not is_team, today=today, sort=order.key)
    )
    noted_list([each.youth for each in page.rows])
    return render_template(
        "plans/without_activity.html", page=page, order=order, is_team=is_team, today=today
    )


def _lead_times() -> list[tuple[str, LeadTimes]]:
    """How long a coordinator's teams take to the first things; nothing for a caseworker."""
    user = guards.user()
    if user.role is not RoleName.COORDINATOR:
        return []
    teams = teams_of(session, user)
    found = lead_times.of_teams(session, [team.id for team in teams], today=_today())
    return [(team.name, found[team.id]) for team in teams]


def _is_team() -> bool:
    return request.args.get("whose") == "team"


def _today() -> date:
    return clock.local_date(clock.now(), zone())
