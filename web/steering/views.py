"""The steering group's page: how it goes, without persons."""

from flask import Blueprint, render_template

from events.wording import KINDS
from foundation import clock
from foundation.translating import FEWEST_SHOWN, few, zone
from jobtracks.queries import GOAL
from reference import places
from web.db import session
from web.guards import staff_only
from web.steering import numbers
from youths.search_areas.queries import widened

bp = Blueprint("steering", __name__, url_prefix="/steering")


@bp.get("")
@staff_only
def index() -> str:
    """How many youths each team looks for work with, and how far they have come."""
    teams = numbers.of_teams(session, today=clock.local_date(clock.now(), zone()))
    return render_template(
        "steering/index.html",
        teams=teams,
        waits=[(team.name, team.waits) for team in teams],
        widened=widened(session),
        events=numbers.of_events(session),
        kinds=KINDS,
        openings=numbers.of_openings(session),
        municipality=places.municipality,
        fewest=FEWEST_SHOWN,
        few=few,
        goal=GOAL,
    )
