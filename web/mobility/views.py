"""Where the jobs are: a map and a table for one youth, and one click to look further."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import HiddenField

from foundation import clock
from foundation.translating import _
from suggestions.service import refresh
from suggestions.whereabouts import whereabouts
from web import guards
from web.db import session
from web.fields import VersionField
from web.guards import caseworkers_only
from web.mobility import mapping
from web.mobility.blueprint import bp
from web.mobility.wording import timeline
from web.youths.viewing import noted
from youths import queries as youths
from youths.models import Youth
from youths.search_areas import queries, widening
from youths.search_areas.widening import NothingToWiden, Step


class WidenForm(FlaskForm):
    """A step, the county where it is one, and the version of the youth that the page showed."""

    step = HiddenField()
    county = HiddenField()
    version = VersionField()


@bp.get("/<uuid:youth_id>/where")
@caseworkers_only
def where(youth_id: UUID) -> ResponseReturnValue:
    """Openings that fit, by county, on a map and in a table, and what more would open."""
    youth = noted(_youth(youth_id), "suggestions.viewed")
    found = whereabouts(session, youth, now=clock.now())
    rows = queries.history(session, youth)
    shown = mapping.drawn(youth, found)
    return render_template(
        "mobility/where.html",
        youth=youth,
        found=found,
        map=shown,
        rings=mapping.words_beside(shown.rings),
        counties=mapping.listed(found),
        empty_counties=mapping.empty_counties(found),
        moments=timeline(rows),
        can_undo=widening.can_undo(rows),
        longer_km=widening.LONGER_WAY_KM,
    )


@bp.post("/<uuid:youth_id>/where/widen")
@caseworkers_only
def widen(youth_id: UUID) -> ResponseReturnValue:
    """Take a county, Norway, the whole country or a longer way along, and look again at once."""
    youth, form = _youth(youth_id), WidenForm()
    if not form.validate_on_submit() or form.step.data not in set(Step):
        raise NothingToWiden
    step, county = Step(form.step.data), form.county.data or ""
    return _changed(
        youth,
        _("Sökområdet är vidgat. Du kan ångra det här."),
        lambda **facts: widening.widen(
            session, youth, step, county, seen=form.version.data, **facts
        ),
    )


@bp.post("/<uuid:youth_id>/where/undo")
@caseworkers_only
def undo(youth_id: UUID) -> ResponseReturnValue:
    """Look where she looked before the latest change."""
    youth, form = _youth(youth_id), WidenForm()
    if not form.validate_on_submit():
        raise widening.NothingToUndo
    seen = form.version.data
    return _changed(
        youth,
        _("Sökområdet är som förut igen."),
        lambda **facts: widening.undo(session, youth, seen=seen, **facts),
    )


def _youth(youth_id: UUID) -> Youth:
    return youths.get_visible(session, youth_id, to=guards.user())


def _changed(youth: Youth, done: str, change: Callable[..., Any]) -> ResponseReturnValue:
    """Make the change, rank again now that it is committed, and show the map anew."""
    change(by=guards.user(), now=clock.now())
    session.commit()
    refresh(session, youth.id, now=clock.now())
    session.commit()
    flash(done, "success")
    return redirect(url_for(".where", youth_id=youth.id))
