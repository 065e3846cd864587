"""The list of events, the page of one, and the form about it."""

from uuid import UUID

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue

from accounts.queries import teams_of
from events import calendar, queries, service
from events import series as goals
from events.facts import EventFacts, Unfit
from events.models import Event, EventKind
from events.registrations import queries as registrations
from events.service import ChangedMeanwhile
from events.states import LETS, Lets, acts_from, is_the_day
from foundation import clock
from foundation.translating import _
from placements.event_results import WITHIN, yields_of
from web import guards
from web.addresses import public_url
from web.agreements.files import calendar_answer
from web.db import session
from web.employer.forms import tell_what_differs
from web.events import content, wording
from web.events.blueprint import bp, done, own, seen
from web.events.forms import EventForm
from web.guards import caseworkers_only
from web.lists import page_of
from web.youths.viewing import noted_list


@bp.get("")
@caseworkers_only
def index() -> ResponseReturnValue:
    """What lies ahead or has been, of one kind or all, with the counter against the goal."""
    user, is_past = guards.user(), request.args.get("when") == "past"
    chosen = request.args.get("kind", "")
    kind = EventKind(chosen) if chosen in list(EventKind) else None
    page = page_of(queries.listed(user, is_past=is_past, kind=kind))
    teams = teams_of(session, user)
    return render_template(
        "events/index.html",
        page=page,
        is_past=is_past,
        kind=kind,
        counters=goals.counters(session, teams),
        taken=registrations.seats_taken(session, [each.id for each in page.rows]),
        own={team.id for team in teams},
        now=clock.now(),
        words=wording,
        is_past_due=service.is_past_due,
    )


@bp.get("/<uuid:event_id>")
@caseworkers_only
def show(event_id: UUID) -> ResponseReturnValue:
    """One event: what, when and where, who is invited, who came, and what came of it."""
    event, user = seen(event_id), guards.user()
    people = registrations.of_event(session, event, user)
    noted_list([each.youth for each in people])
    lets = LETS[event.state]
    is_own = queries.is_owner(session, event, user)
    follows = is_own and Lets.FOLLOW in lets
    return render_template(
        "events/show.html",
        event=event,
        is_own=is_own,
        lets={each.value for each in lets},
        acts={each.value for each in acts_from(event.state)},
        has_begun=event.starts_at <= clock.now(),
        is_the_day=is_the_day(event, now=clock.now()),
        invitations=queries.invitations_of(session, event),
        people=people,
        taken=registrations.seats_taken(session, [event.id])[event.id],
        interests=registrations.interests_of(session, people),
        came_of=yields_of(session, [event])[event.id] if follows else None,
        linked=queries.linked_openings(session, event) if follows else [],
        within=WITHIN.days,
        words=wording,
    )


@bp.route("/new", methods=["GET", "POST"])
@caseworkers_only
def new() -> ResponseReturnValue:
    """Plan an event of one's team."""
    teams = teams_of(session, guards.user())
    form = EventForm()
    del form.version
    form.team.choices = [(str(team.id), team.name) for team in teams]
    if form.validate_on_submit():
        [team] = [each for each in teams if str(each.id) == form.team.data]
        try:
            facts, by = content.facts_from(form), guards.user()
            event = service.create(session, team, facts, by=by, now=clock.now())
        except Unfit as refusal:
            form[refusal.field].errors = [str(refusal)]
        else:
            return done(event.id, _("Träffen är planerad. Bjud in arbetsgivare och ungdomar."))
    return render_template("events/form.html", form=form, event=None)


@bp.route("/<uuid:event_id>/edit", methods=["GET", "POST"])
@caseworkers_only
def edit(event_id: UUID) -> ResponseReturnValue:
    """Change an event; employers who have been written to are asked anew where they must be."""
    event = own(event_id)
    written = content.data_from(EventFacts.of(event))
    form = EventForm(data={**written, "version": event.updated_at})
    del form.team
    status = 200
    if form.validate_on_submit():
        try:
            return done(event.id, _("Ändringarna är sparade.") + " " + _change(event, form))
        except Unfit as refusal:
            form[refusal.field].errors = [str(refusal)]
        except ChangedMeanwhile as refusal:
            theirs = content.data_from(EventFacts.of(event))
            plain = {name: theirs[name] for name in ("theme", "place", "words")}
            tell_what_differs(form, plain, refusal)
            form.version.data, status = event.updated_at, 409
    return render_template("events/form.html", form=form, event=event), status


def _change(event: Event, form: EventForm) -> str:
    """Save what the form says; returns how many letters went out, as a sentence."""
    sent = service.change(
        session,
        event,
        content.facts_from(form, cost_estimate=event.cost_estimate),
        seen_at=form.version.data,
        by=guards.user(),
        public_url=public_url(),
        now=clock.now(),
    )
    return wording.letters(sent)


@bp.get("/<uuid:event_id>.ics")
@caseworkers_only
def calendar_file(event_id: UUID) -> Response:
    """The event for one's own calendar."""
    return calendar_answer(calendar.file_of(seen(event_id)))
