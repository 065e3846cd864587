"""Planning a job-search trip: where to, whom it is for, whom one visits, and what it costs."""

from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from accounts.models import Team
from accounts.permissions import COORDINATORS
from accounts.queries import teams_of
from employers.models import Employer
from events import inviting, service, tours
from events.facts import EventFacts, Unfit
from events.inviting import Stop
from events.models import Event, EventKind
from events.registrations import service as asking
from events.tours import Cost
from foundation import clock
from foundation.translating import _
from suggestions import trips
from suggestions.trips import Destination, Proposal, Visit
from web import guards
from web.addresses import public_url
from web.db import session
from web.events.blueprint import bp, done
from web.events.content import on_the_wall
from web.events.forms import TripForm
from web.guards import caseworkers_only, coordinators_only
from web.openings.wording import municipality
from web.youths.viewing import noted_list

LEADERS = 1
"""How many of the staff go along at the least; they sleep over too."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A proposal with its visits in the order of the tour, and the form about it."""

    team: Team
    proposal: Proposal
    visits: list[Visit]
    form: TripForm

    @property
    def chosen(self) -> list[Visit]:
        """The visits that are ticked, in the order of the tour."""
        ticked = set(self.form.visits.data or ())
        return [each for number, each in enumerate(self.visits) if str(number) in ticked]


@bp.get("/trips")
@caseworkers_only
def list_trips() -> ResponseReturnValue:
    """The destinations that most of the team's youths would gain from."""
    team = _team()
    found = trips.proposals(session, team, guards.user(), now=clock.now()) if team else []
    noted_list({each.id: each for one in found for each in one.youths}.values())
    return render_template(
        "events/trips.html",
        found=[(each, trips.county_name(each.to)) for each in found],
        team=team,
        teams=teams_of(session, guards.user()),
    )


@bp.route("/trips/<country>/<county>", methods=["GET", "POST"])
@caseworkers_only
def trip(country: str, county: str) -> ResponseReturnValue:
    """One destination in detail; sent, it reckons anew with what is ticked and written."""
    planned = _planned(Destination(country, county))
    planned.form.validate_on_submit()
    return _page(planned)


@bp.post("/trips/<country>/<county>/plan")
@coordinators_only
def plan_trip(country: str, county: str) -> ResponseReturnValue:
    """Turn the proposal into a trip with employers and youths on it."""
    planned = _planned(Destination(country, county))
    form = planned.form
    is_valid = form.validate_on_submit()
    if is_valid and form.starts_on.data is None:
        form.starts_on.errors = [_("Skriv första dagen.")]
    elif is_valid and not planned.chosen:
        form.visits.errors = [_("Välj minst en arbetsgivare.")]
    elif is_valid:
        try:
            event = _make(planned)
        except Unfit as refusal:
            form.starts_on.errors = [str(refusal)]
        else:
            return done(event.id, _("Resan är planerad. Läs igenom den innan inbjudan går ut."))
    return _page(planned)


def _team() -> Team | None:
    """The team that is asked for among one's own, or the first of them."""
    teams = teams_of(session, guards.user())
    asked = request.values.get("team")
    return next((each for each in teams if str(each.id) == asked), teams[0] if teams else None)


def _planned(to: Destination) -> Planned:
    team = _team()
    if team is None:
        abort(404)
    proposal = trips.proposal_to(session, to, team, guards.user(), now=clock.now())
    visits = tours.in_order(team.municipality, proposal.visits)
    form = TripForm()
    form.youths.choices = [(str(each.id), each.alias) for each in proposal.youths]
    form.visits.choices = [(str(number), _said(each)) for number, each in enumerate(visits)]
    if not form.is_submitted():
        form.process(data=_usual(team, proposal, visits))
        form.youths.choices = [(str(each.id), each.alias) for each in proposal.youths]
        form.visits.choices = [(str(number), _said(each)) for number, each in enumerate(visits)]
    return Planned(team, proposal, visits, form)


def _usual(team: Team, proposal: Proposal, visits: list[Visit]) -> dict[str, Any]:
    """What the form begins with: everybody, everything, and the rule of thumb's values."""
    km = tours.length_km(team.municipality, visits)
    return {
        "youths": [str(each.id) for each in proposal.youths],
        "visits": [str(number) for number, _each in enumerate(visits)],
        "km": km,
        "kronor_a_km": tours.KRONOR_A_KM,
        "nights": tours.nights(km, len(visits)),
        "persons": len(proposal.youths) + LEADERS,
        "kronor_a_night": tours.KRONOR_A_NIGHT,
        "starts_at": time(8),
    }


def _said(visit: Visit) -> str:
    town = municipality(visit.country, visit.municipality)
    return _(
        "%(name)s, %(town)s: passar %(youths)s av ungdomarna",
        name=visit.name,
        town=town,
        youths=len(visit.youths),
    )


def _cost(planned: Planned) -> Cost:
    form = planned.form
    return Cost(
        km=form.km.data or 0,
        kronor_a_km=form.kronor_a_km.data or 0,
        nights=form.nights.data or 0,
        persons=form.persons.data or 0,
        kronor_a_night=form.kronor_a_night.data or 0,
    )


def _page(planned: Planned) -> ResponseReturnValue:
    noted_list(planned.proposal.youths)
    to = planned.proposal.to
    return render_template(
        "events/trip.html",
        planned=planned,
        form=planned.form,
        name=trips.county_name(to),
        to=to,
        cost=_cost(planned),
        km=tours.length_km(planned.team.municipality, planned.chosen),
        town=municipality,
        plan_url=url_for(".plan_trip", country=to.country, county=to.county),
        may_plan=guards.user().role in COORDINATORS,
    )


def _make(planned: Planned) -> Event:
    """The trip as an event of the team, with who goes along and whom one visits prefilled."""
    by, now = guards.user(), clock.now()
    ticked = set(planned.form.youths.data or ())
    people = [each for each in planned.proposal.youths if str(each.id) in ticked]
    event = service.create(session, planned.team, _facts(planned, len(people)), by=by, now=now)
    stops = [_stop(each) for each in planned.chosen]
    inviting.invite(session, event, stops, by=by, public_url=public_url(), now=now)
    asking.invite(session, event, people, by=by, now=now)
    return event


def _facts(planned: Planned, people: int) -> EventFacts:
    form, cost, first = planned.form, _cost(planned), planned.chosen[0]
    towns = dict.fromkeys(municipality(e.country, e.municipality) for e in planned.chosen)
    starts_on: Any = form.starts_on.data
    nights = max(cost.nights, 0)
    return EventFacts(
        kind=EventKind.JOB_SEARCH_TRIP,
        theme=_("Söka jobb i %(place)s", place=", ".join([*towns][:3])),
        starts_at=on_the_wall(starts_on, form.starts_at.data or time(8)),
        ends_at=on_the_wall(starts_on + timedelta(days=nights), time(20)),
        country=first.country,
        municipality=first.municipality,
        place=", ".join(towns),
        seats=max(people, 1),
        cost_estimate=cost.total,
    )


def _stop(visit: Visit) -> Stop:
    employer: Employer | None = None
    if visit.employer_id:
        employer = session.get(Employer, visit.employer_id)
    return Stop(visit.name, visit.country, visit.municipality, employer)
