"""Who is responsible for how many, and moving it when somebody is not there to hand over."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from accounts.models import Team
from accounts.queries import caseworkers_of, get_user, teams_of
from foundation import clock
from foundation.errors import NotFound
from foundation.translating import ngettext
from web import guards
from web.agencies.blueprint import bp
from web.agencies.forms import ReassignForm
from web.agencies.presenting import chosen
from web.db import session
from web.guards import coordinators_only
from youths.agencies import responsibility


@bp.get("/responsible")
@coordinators_only
def owners() -> ResponseReturnValue:
    """Who in one's teams is responsible for how many."""
    loads = responsibility.loads(session, teams_of(session, guards.user()))
    return render_template("agencies/owners.html", loads=loads)


@bp.route("/responsible/<uuid:team_id>/<uuid:user_id>", methods=["GET", "POST"])
@coordinators_only
def reassign(team_id: UUID, user_id: UUID) -> ResponseReturnValue:
    """Move all that somebody is responsible for to a colleague, at once."""
    team = _own(team_id)
    leaving = get_user(session, user_id)
    if not responsibility.has_place(session, team, leaving):
        raise NotFound
    people = [each for each in caseworkers_of(session, team.id) if each.id != leaving.id]
    form = ReassignForm()
    form.to.choices = [(str(person.id), person.name) for person in people]
    if form.validate_on_submit():
        to = chosen(people, form.to.data)
        moved = responsibility.reassign(
            session, team, leaving, to, by=guards.user(), now=clock.now()
        )
        session.commit()
        said = ngettext(
            "%(name)s är ansvarig för %(num)s ungdom till.",
            "%(name)s är ansvarig för %(num)s ungdomar till.",
            moved,
            name=to.name,
        )
        flash(said, "success")
        return redirect(url_for(".owners"))
    return render_template("agencies/reassign.html", form=form, team=team, leaving=leaving)


def _own(team_id: UUID) -> Team:
    own = {team.id: team for team in teams_of(session, guards.user())}
    if team_id not in own:
        raise NotFound
    return own[team_id]
