"""Openings as staff see them: every one but drafts, from employers here and from feeds."""

from uuid import UUID

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from accounts.permissions import CASEWORKERS
from foundation import clock
from foundation.translating import zone
from openings import queries
from openings.queries import Sort
from web import guards
from web.db import session
from web.guards import caseworkers_only, staff_only
from web.lists import Order, page_of
from web.openings import presenting, switching, viewing, wording
from web.openings.filters import FilterForm

bp = Blueprint("openings", __name__, url_prefix="/openings")


@bp.get("")
@staff_only
def index() -> ResponseReturnValue:
    """Everything that can be applied for, narrowed and sorted by the address."""
    form = FilterForm(request.args)
    filters = form.filters()
    return render_template(
        "openings/index.html",
        form=form,
        occupation=filters.occupation,
        page=page_of(queries.listed(guards.user(), filters).options(*queries.IN_LISTS)),
        order=Order(filters.sort, descending=filters.sort is Sort.NEWEST),
        words=wording,
        today=clock.local_date(clock.now(), zone()),
    )


@bp.get("/<uuid:opening_id>")
@staff_only
def show(opening_id: UUID) -> ResponseReturnValue:
    """One opening; the supervisor's name is for those who place people there."""
    opening = queries.get_visible(session, opening_id, to=guards.user())
    places_people = guards.user().role in CASEWORKERS
    if places_people:
        viewing.noted(opening)
    return render_template(
        "openings/show.html",
        opening=opening,
        shown=presenting.shown(opening, with_people=places_people),
        source=wording.SOURCES[opening.source],
        places_people=places_people,
    )


@bp.post("/<uuid:opening_id>/public")
@caseworkers_only
def show_to_world(opening_id: UUID) -> ResponseReturnValue:
    """Open the page of an employer's opening to anybody, or take it away again."""
    opening = queries.get_visible(session, opening_id, to=guards.user())
    return switching.switched(opening, "openings.show")
