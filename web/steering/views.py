"""The steering group's page: how it goes, without persons."""

from flask import Blueprint, render_template

from foundation.translating import FEWEST_SHOWN
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
    return render_template(
        "steering/index.html",
        teams=numbers.of_teams(session),
        widened=widened(session),
        openings=numbers.of_openings(session),
        municipality=places.municipality,
        fewest=FEWEST_SHOWN,
    )
