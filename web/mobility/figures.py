"""How many of the youths look further than when they were registered."""

from flask import render_template

from accounts.queries import team_ids_of
from foundation.translating import FEWEST_SHOWN
from web import guards
from web.db import session
from web.guards import coordinators_only
from web.mobility.blueprint import bp
from youths.search_areas import queries


@bp.get("/search-areas")
@coordinators_only
def figures() -> str:
    """The coordinator's own teams beside the goal."""
    teams = team_ids_of(session, guards.user())
    counted = queries.widened(session, teams)
    return render_template("mobility/figures.html", widened=counted, fewest=FEWEST_SHOWN)
