"""A team's own terms: how long it waits, and how much it asks of one employer."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from accounts.models import RoleName, Team
from accounts.queries import teams_of
from foundation import clock
from foundation.errors import NotFound
from foundation.translating import _
from placements.terms import LIMITS, settle, terms_of
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.introductions.blueprint import bp
from web.introductions.forms import TermsForm


@bp.get("/teams/terms")
@caseworkers_only
def terms() -> ResponseReturnValue:
    """The terms of one's own teams; a coordinator may change them."""
    own = [(team, terms_of(session, team.id)) for team in teams_of(session, guards.user())]
    return render_template(
        "introductions/terms.html", own=own, may_change=_is_coordinator(), labels=TermsForm(None)
    )


@bp.route("/teams/<uuid:team_id>/terms", methods=["GET", "POST"])
@caseworkers_only
def change_terms(team_id: UUID) -> ResponseReturnValue:
    """Change the terms of a team that one coordinates."""
    team = _coordinated(team_id)
    form = TermsForm(obj=terms_of(session, team.id))
    if form.validate_on_submit():
        values = {name: form[name].data for name in LIMITS}
        settle(session, team, values, by=guards.user(), now=clock.now())
        session.commit()
        flash(_("Teamets tider är sparade. De gäller det som börjar från och med nu."), "success")
        return redirect(url_for(".terms"))
    return render_template("introductions/change_terms.html", form=form, team=team)


def _is_coordinator() -> bool:
    return guards.user().role is RoleName.COORDINATOR


def _coordinated(team_id: UUID) -> Team:
    own = {team.id: team for team in teams_of(session, guards.user())}
    if not _is_coordinator() or team_id not in own:
        raise NotFound
    return own[team_id]
