"""The team's goal for its series of employer meetings."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from accounts.models import Team
from accounts.queries import teams_of
from events import series
from foundation import clock
from foundation.errors import NotFound
from foundation.translating import _
from web import guards
from web.db import session
from web.events.blueprint import bp
from web.events.forms import SeriesForm
from web.guards import coordinators_only


@bp.route("/goal/<uuid:team_id>", methods=["GET", "POST"])
@coordinators_only
def goal(team_id: UUID) -> ResponseReturnValue:
    """Say how many meetings one's team means to hold, and within which period."""
    team = next((each for each in teams_of(session, guards.user()) if each.id == team_id), None)
    if team is None:
        raise NotFound
    [counter] = series.counters(session, [team])
    form = SeriesForm(obj=counter)
    if form.validate_on_submit():
        try:
            _settle(team, form)
        except series.EndsBeforeStart as refusal:
            form.ends_on.errors = [str(refusal)]
        else:
            session.commit()
            flash(_("Målet är sparat."), "success")
            return redirect(url_for(".index"))
    return render_template("events/goal.html", team=team, form=form, usual=series.GOAL)


def _settle(team: Team, form: Any) -> None:
    """Save what a valid form says."""
    series.settle(
        session,
        team,
        goal=form.goal.data,
        starts_on=form.starts_on.data,
        ends_on=form.ends_on.data,
        by=guards.user(),
        now=clock.now(),
    )
