"""The ranking's weights: which are in force and since when, and trying others before a change."""

from dataclasses import dataclass
from datetime import date

from flask import current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.settings import Settings
from foundation.translating import _
from suggestions import trial
from suggestions import weights as chosen
from suggestions.models import RankingWeights
from suggestions.trial import Trial
from web import guards
from web.admin.blueprint import bp
from web.admin.weighing import COMPARISONS, WeightsForm, changes_of, figures_of, percent
from web.db import session
from web.guards import administrators_only
from web.lists import page_of


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as the history shows it; the trial is missing where none was made."""

    on: date
    by: str
    why: str
    trial: Trial | None


@bp.get("/weights")
@administrators_only
def weights() -> str:
    """The weights in force, and every decision about them."""
    in_force = chosen.thousandths_of(chosen.current(session).weights)
    page = page_of(chosen.decisions())
    return render_template(
        "admin/weights.html",
        comparisons=[(*COMPARISONS[name], share) for name, share in in_force.items()],
        page=page,
        decisions=[_decision(row) for row in page.rows],
        percent=percent,
        changes_of=changes_of,
        figures_of=figures_of,
    )


def _decision(row: RankingWeights) -> Decision:
    settings: Settings = current_app.config["SETTINGS"]
    return Decision(
        on=clock.local_date(row.made_at, settings.timezone),
        by=row.made_by.name,
        why=row.why,
        trial=Trial.from_json(row.compared) if row.compared else None,
    )


@bp.route("/weights/new", methods=["GET", "POST"])
@administrators_only
def try_weights() -> ResponseReturnValue:
    """Compare other weights with those in force, and use them once they have been compared."""
    in_force = chosen.thousandths_of(chosen.current(session).weights)
    form = WeightsForm(data=in_force)
    seen = form.trial(in_force)
    if form.validate_on_submit():
        if form.use.data and seen:
            return _use(form, seen)
        seen = trial.compare(session, form.weights(), now=clock.now())
        form.bring(seen)
    return render_template(
        "admin/weights_new.html",
        form=form,
        trial=seen,
        percent=percent,
        changes_of=changes_of,
        figures_of=figures_of,
    )


def _use(form: WeightsForm, seen: Trial) -> ResponseReturnValue:
    chosen.decide(
        session,
        form.weights(),
        why=form.why.data or "",
        compared=seen.to_json(),
        by=guards.user(),
        now=clock.now(),
    )
    session.commit()
    flash(_("De nya vikterna gäller. Alla förslag görs om i natt."), "success")
    return redirect(url_for(".weights"))
