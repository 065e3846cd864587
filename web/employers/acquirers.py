"""Who acquires placements in the team, as its coordinator says."""

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from accounts import teams
from accounts.queries import acquirers_among, caseworking_colleagues_of
from foundation import clock
from foundation.errors import NotFound
from foundation.translating import _
from web.db import session
from web.employers.blueprint import bp
from web.guards import coordinators_only, user


@bp.get("/acquirers")
@coordinators_only
def acquirers() -> ResponseReturnValue:
    """The caseworkers of one's teams, and which of them look after employers."""
    people = caseworking_colleagues_of(session, user())
    chosen = acquirers_among(session, [person.id for person in people])
    return render_template("employers/acquirers.html", people=people, chosen=chosen)


@bp.post("/acquirers/<uuid:user_id>")
@coordinators_only
def choose_acquirer(user_id: UUID) -> ResponseReturnValue:
    """Let somebody in one's teams acquire placements, or not any more."""
    for person in caseworking_colleagues_of(session, user()):
        if person.id == user_id:
            acquires = "acquires" in request.form
            teams.let_acquire(session, person, acquires, by=user(), now=clock.now())
            session.commit()
            flash(_("Det är sparat vem som skaffar platser."), "success")
            return redirect(url_for(".acquirers"))
    raise NotFound
