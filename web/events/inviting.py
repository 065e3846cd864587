"""Inviting employers and asking youths, and what they answer."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest

from employers import directory
from employers import queries as employers
from employers.models import Employer
from events import inviting, queries
from events.inviting import Stop
from events.models import Answer, Event
from events.registrations import queries as registrations
from events.registrations import service as asking
from events.registrations.models import Coming, Registration
from foundation import clock
from foundation.translating import _, ngettext
from web import guards
from web.addresses import public_url
from web.db import session
from web.events.blueprint import bp, done, own, seen
from web.events.forms import AskForm, InviteForm
from web.fields import tidy
from web.guards import caseworkers_only
from web.openings.wording import municipality
from web.youths.viewing import noted, noted_list

MOST_OFFERED = 40


@bp.route("/<uuid:event_id>/invite", methods=["GET", "POST"])
@caseworkers_only
def invite(event_id: UUID) -> ResponseReturnValue:
    """Choose employers among those that a search finds."""
    event, form = own(event_id), InviteForm()
    offered = _offered(event)
    places = employers.workplaces_at(session, [each.id for each in offered])
    stops = {
        str(each.id): Stop(
            each.name,
            places[each.id][0].country if places[each.id] else each.country,
            places[each.id][0].municipality if places[each.id] else None,
            each,
        )
        for each in offered
    }
    form.employers.choices = [(key, _named(stop)) for key, stop in stops.items()]
    if form.validate_on_submit():
        chosen = [stops[key] for key in form.employers.data or ()]
        made = inviting.invite(
            session, event, chosen, by=guards.user(), public_url=public_url(), now=clock.now()
        )
        words = ngettext(
            "%(num)s arbetsgivare är tillagd.", "%(num)s arbetsgivare är tillagda.", len(made)
        )
        return done(event_id, words, "employers")
    return render_template("events/invite.html", event=event, form=form, q=_words())


def _words() -> str:
    return tidy(request.args.get("q"))


def _offered(event: Event) -> list[Employer]:
    """The first employers of the search that are not invited yet."""
    known = {each.employer_id for each in queries.invitations_of(session, event)}
    rows = directory.listed(directory.Filters(words=_words())).limit(MOST_OFFERED + len(known))
    return [each for each in session.exec(rows) if each.id not in known][:MOST_OFFERED]


def _named(stop: Stop) -> str:
    town = municipality(stop.country, stop.municipality)
    return f"{stop.name}, {town}" if town else stop.name


@bp.route("/<uuid:event_id>/ask", methods=["GET", "POST"])
@caseworkers_only
def ask(event_id: UUID) -> ResponseReturnValue:
    """Choose which of one's youths to ask."""
    event, form = seen(event_id), AskForm()
    people = {str(each.id): each for each in registrations.askable(session, event, guards.user())}
    form.youths.choices = [(key, each.alias) for key, each in people.items()]
    if form.validate_on_submit():
        chosen = [people[key] for key in form.youths.data or ()]
        made = asking.invite(session, event, chosen, by=guards.user(), now=clock.now())
        words = ngettext("%(num)s ungdom att fråga.", "%(num)s ungdomar att fråga.", len(made))
        return done(event_id, words, "youths")
    noted_list(people.values())
    return render_template("events/ask.html", event=event, form=form)


@bp.post("/invitations/<uuid:invitation_id>/answer")
@caseworkers_only
def answer(invitation_id: UUID) -> ResponseReturnValue:
    """Write down what an employer has said, or take it off the list."""
    invitation = queries.get_invitation(session, invitation_id, by=guards.user())
    event_id, said = invitation.event_id, request.form.get("said")
    if said == "remove":
        inviting.withdraw(session, invitation, by=guards.user(), now=clock.now())
        return done(event_id, _("Arbetsgivaren är borttagen."), "employers")
    if said not in list(Answer):
        raise BadRequest
    inviting.record_answer(session, invitation, Answer(said), by=guards.user(), now=clock.now())
    return done(event_id, _("Svaret är inskrivet."), "employers")


@bp.post("/registrations/<uuid:registration_id>/answer")
@caseworkers_only
def register(registration_id: UUID) -> ResponseReturnValue:
    """Write down whether a youth comes, or take her off the list."""
    registration, said = _registration(registration_id), request.form.get("said")
    event_id = registration.event_id
    if said == "remove":
        asking.remove(session, registration, by=guards.user(), now=clock.now())
        return done(event_id, _("Ungdomen är borttagen från listan."), "youths")
    if said not in {Coming.REGISTERED, Coming.DECLINED}:
        raise BadRequest
    asking.answer(session, registration, Coming(said), by=guards.user(), now=clock.now())
    return done(event_id, _("Svaret är inskrivet."), "youths")


def _registration(registration_id: UUID) -> Registration:
    found = registrations.get_visible(session, registration_id, to=guards.user())
    noted(found.youth)
    return found
