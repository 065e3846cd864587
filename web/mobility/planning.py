"""Puts what a move takes in a youth's plan, with one click."""

from uuid import UUID

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.errors import NotFound
from foundation.translating import _, ngettext, zone
from openings import queries as openings
from openings.models import Opening
from suggestions.relocation import relocation_for
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.mobility import relocating
from web.mobility.blueprint import bp
from youths import queries as youths
from youths.models import Youth
from youths.plans.checklists import plan_checklist, planned_of


@bp.post("/<uuid:youth_id>/openings/<uuid:opening_id>/move")
@caseworkers_only
def plan_move(youth_id: UUID, opening_id: UUID) -> ResponseReturnValue:
    """Put the steps that the plan has not yet in it; asking twice puts nothing there twice."""
    youth = youths.get_visible(session, youth_id, to=guards.user())
    opening = openings.get_visible(session, opening_id, to=guards.user())
    found = relocation_for(youth, opening)
    if found is None:
        raise NotFound
    steps = relocating.activities(found, opening)
    made = plan_checklist(session, youth, steps, by=guards.user(), now=clock.now())
    session.commit()
    done = ngettext("%(num)s steg är nytt i planen.", "%(num)s steg är nya i planen.", made)
    flash(done if made else _("Alla steg står redan i planen."), "success")
    return redirect(url_for("plans.show", youth_id=youth.id))


def card_for(youth: Youth, opening: Opening) -> relocating.Card | None:
    """The card about a move, for an opening that is far away; None for one that is near."""
    found = relocation_for(youth, opening)
    if found is None:
        return None
    keys = [relocating.key_of(code, opening) for code in found.steps]
    today = clock.local_date(clock.now(), zone())
    return relocating.card(found, opening, planned_of(session, youth, keys), today)
