"""What people are interested in after an event, and which openings came of it."""

from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from events import inviting, linking, queries, states
from events.models import Want
from events.registrations import queries as registrations
from events.registrations import service as asking
from events.states import Lets
from foundation import clock
from foundation.translating import _
from placements.event_results import candidates_to_link
from web import guards
from web.db import session
from web.events.blueprint import bp, done, own
from web.events.forms import InterestForm, LinkForm, WantsForm
from web.guards import caseworkers_only
from web.youths.viewing import noted


@bp.route("/registrations/<uuid:registration_id>/interests", methods=["GET", "POST"])
@caseworkers_only
def interests(registration_id: UUID) -> ResponseReturnValue:
    """Tick which of the employers a youth would like to hear more from."""
    registration = registrations.get_visible(session, registration_id, to=guards.user())
    event, form = registration.event, InterestForm()
    states.demand(event.state, Lets.FOLLOW)
    there = {str(each.id): each for each in queries.invitations_of(session, event)}
    form.employers.choices = [(key, each.name) for key, each in there.items()]
    if form.validate_on_submit():
        chosen = [there[key] for key in form.employers.data or ()]
        by, now = guards.user(), clock.now()
        asking.note_interests(session, registration, chosen, by=by, now=now)
        return done(event.id, _("Intresset är inskrivet."), "youths")
    if not form.is_submitted():
        liked = registrations.interests_of(session, [registration])[registration.id]
        form.employers.data = [str(each) for each in liked]
    noted(registration.youth)
    return render_template(
        "events/interests.html", event=event, youth=registration.youth, form=form
    )


@bp.route("/invitations/<uuid:invitation_id>/wants", methods=["GET", "POST"])
@caseworkers_only
def wants(invitation_id: UUID) -> ResponseReturnValue:
    """Tick what an employer wants afterwards."""
    invitation = queries.get_invitation(session, invitation_id, by=guards.user())
    event, form = invitation.event, WantsForm(data={"wants": invitation.wants})
    states.demand(event.state, Lets.FOLLOW)
    if form.validate_on_submit():
        chosen = [Want(each) for each in form.wants.data or ()]
        inviting.note_wants(session, invitation, chosen, by=guards.user(), now=clock.now())
        return done(event.id, _("Intresset är inskrivet."), "employers")
    return render_template("events/wants.html", event=event, invitation=invitation, form=form)


@bp.route("/<uuid:event_id>/link", methods=["GET", "POST"])
@caseworkers_only
def link(event_id: UUID) -> ResponseReturnValue:
    """Say that an opening came of the event."""
    event, form = own(event_id), LinkForm()
    states.demand(event.state, Lets.FOLLOW)
    found = {str(each.id): each for each in candidates_to_link(session, event, guards.user())}
    form.opening.choices = [
        ("", _("Välj en plats")),
        *((key, f"{each.headline}, {each.employer_name}") for key, each in found.items()),
    ]
    if form.validate_on_submit():
        opening = found[form.opening.data]
        linking.link(session, event, opening, by=guards.user(), now=clock.now())
        return done(event_id, _("Platsen räknas till träffen."), "results")
    return render_template("events/link.html", event=event, form=form, found=found)


@bp.post("/<uuid:event_id>/unlink/<uuid:opening_id>")
@caseworkers_only
def unlink(event_id: UUID, opening_id: UUID) -> ResponseReturnValue:
    """Take back that an opening came of the event."""
    linking.unlink(session, own(event_id), opening_id, by=guards.user(), now=clock.now())
    return done(event_id, _("Platsen räknas inte till träffen mer."), "results")
