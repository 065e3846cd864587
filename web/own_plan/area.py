"""Where she looks for work: she changes it herself, sees how it has been, and takes it back."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import BooleanField, Field

from foundation import clock
from foundation.translating import _, lazy_
from reference import places
from suggestions.service import refresh
from web import limits
from web.db import session
from web.fields import NumberField, VersionField
from web.guards import public
from web.limits import limiter
from web.mobility.wording import timeline
from web.own_plan import opened
from web.own_plan.views import bp
from web.youths.entries import TicksField, within
from web.youths.forms import FARTHEST_KM
from youths.models import Youth
from youths.search_areas import own, queries
from youths.search_areas.own import Wished
from youths.search_areas.widening import NothingToUndo
from youths.service import ChangedMeanwhile


class AreaForm(FlaskForm):
    """How far, where else, and Norway; in the version that she saw."""

    max_commute_km = NumberField(lazy_("Hur långt kan du åka till jobbet?"))
    counties = TicksField(
        lazy_("Vilka län kan du flytta till?"),
        choices=lambda: [(each.code, each.name) for each in places.counties("SE")],
    )
    norway = BooleanField(lazy_("Jag kan tänka mig att jobba i Norge"))
    version = VersionField()

    def validate_max_commute_km(self, field: Field) -> None:
        """Keep to distances within the two countries."""
        within(field, 0, FARTHEST_KM)

    @property
    def wished(self) -> Wished:
        """What a valid form says."""
        km, counties = self.max_commute_km.data, self.counties.data or ()
        return Wished(km, tuple(counties), bool(self.norway.data))


class UndoForm(FlaskForm):
    """The version that she saw."""

    version = VersionField()


@bp.route("/area", methods=["GET", "POST"])
@limiter.limit(limits.READING)
@public
def area() -> ResponseReturnValue:
    """Her search area, and how it came to be."""
    youth = opened.current(now=clock.now()).youth
    form = AreaForm(data=_now(youth))
    if form.validate_on_submit():
        now = clock.now()
        try:
            own.change(session, youth, form.wished, seen=form.version.data, now=now)
        except ChangedMeanwhile:
            return _anew()
        return _done(youth, _("Det är sparat. Vi letar där du vill."))
    rows = queries.history(session, youth)
    return render_template(
        "own_plan/area.html",
        form=form,
        youth=youth,
        moments=timeline(rows, herself=_("du själv")),
        can_undo=own.can_undo(rows),
    )


@bp.post("/area/undo")
@limiter.limit(limits.READING)
@public
def undo_area() -> ResponseReturnValue:
    """Look where she looked before her latest change."""
    youth, form = opened.current(now=clock.now()).youth, UndoForm()
    if not form.validate_on_submit():
        return _anew()
    try:
        own.undo(session, youth, seen=form.version.data, now=clock.now())
    except (ChangedMeanwhile, NothingToUndo):
        return _anew()
    return _done(youth, _("Det är som förut igen."))


def _now(youth: Youth) -> dict[str, object]:
    wished = Wished.of(youth)
    return {
        "max_commute_km": wished.max_commute_km,
        "counties": [*wished.counties],
        "norway": wished.norway,
        "version": youth.updated_at,
    }


def _done(youth: Youth, words: str) -> ResponseReturnValue:
    """Rank again now that it is committed."""
    session.commit()
    refresh(session, youth.id, now=clock.now())
    session.commit()
    flash(words, "success")
    return redirect(url_for(".area"))


def _anew() -> ResponseReturnValue:
    """Show how it is now, where somebody was faster."""
    session.rollback()
    flash(_("Något hade ändrats. Se hur det är nu, och spara igen om du vill."), "info")
    return redirect(url_for(".area"))
