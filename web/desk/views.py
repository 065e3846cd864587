"""The desk: what to do next today, the most waited for first."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import zone
from web import guards
from web.desk.sections import Day
from web.desk.sources import sections
from web.guards import caseworkers_only
from web.youths.viewing import noted_list

bp = Blueprint("desk", __name__, url_prefix="/desk")


@bp.get("")
@caseworkers_only
def index() -> ResponseReturnValue:
    """One's own youths, or with `?whose=team` the whole team's, by what they wait for."""
    is_team = request.args.get("whose") == "team"
    day = Day(guards.user(), is_team, clock.local_date(clock.now(), zone()))
    noted_list(day.caseload.people)
    return render_template("desk/index.html", day=day, sections=sections(day))
