"""Versions of a plan: kept with a button, and two of them compared."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.errors import NotFound
from foundation.translating import _
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.plans.blueprint import bp, done, get
from web.plans.wording import changes
from youths.plans import queries, versions


@bp.post("/<uuid:youth_id>/plan/keep")
@caseworkers_only
def keep(youth_id: UUID) -> ResponseReturnValue:
    """Keep the plan as it is today."""
    youth = get(youth_id)
    kept = versions.keep(session, youth, by=guards.user(), now=clock.now())
    return done(youth, _("Version %(number)s är sparad.", number=kept.number))


@bp.get("/<uuid:youth_id>/plan/versions")
@caseworkers_only
def compare(youth_id: UUID) -> ResponseReturnValue:
    """Two versions side by side, the two latest where the address names none."""
    youth = get(youth_id)
    kept = queries.versions_of(session, youth)
    if not kept:
        raise NotFound
    by_number = {each.number: each for each in kept}
    after = by_number.get(request.args.get("after", 0, type=int), kept[0])
    before = by_number.get(request.args.get("before", 0, type=int), kept[min(1, len(kept) - 1)])
    return render_template(
        "plans/versions.html",
        youth=youth,
        versions=kept,
        before=before,
        after=after,
        changes=list(changes(versions.differences(before.plan, after.plan))),
    )
