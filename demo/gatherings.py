"""Invented events of one team: two that were held, one that is coming, and its partners."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlmodel import Session, col, select

from accounts.models import Team, User
from accounts.queries import get_team
from demo import people
from employers.models import Employer
from employers.queries import workplaces_of
from events import inviting, queries, series, service
from events.facts import EventFacts
from events.inviting import Stop
from events.models import Access, Answer, Event, EventKind, Want
from events.partners import service as directory
from events.partners.models import Function, Partner
from events.partners.service import PartnerFacts
from events.registrations import service as asking
from events.registrations.models import Coming, Registration
from foundation import clock
from foundation.translating import zone
from youths.models import Youth

TEAM = "hogtrycket"


@dataclass(frozen=True, slots=True)
class Plan:
    """An event, so many days from today, at whose invitation, and how many youths come."""

    kind: EventKind
    theme: str
    days: int
    place: str
    employers: tuple[str, ...]
    youths: int
    seats: int = 12


HELD = (
    Plan(
        EventKind.EMPLOYER_MEETING, "Jobb i kök och omsorg", -45, "Söderhamns bibliotek",
        ("Fjärdens Kök AB", "Tallgårdens omsorg i Söderhamn", "Förskolan Vågbrytaren"), 9,
    ),
    Plan(
        EventKind.COMPANY_VISIT, "En dag i verkstaden", -12, "Ljusnans Mekaniska, Industrigatan 4",
        ("Ljusnans Mekaniska AB",), 5, 6,
    ),
)  # fmt: skip
COMING = Plan(
    EventKind.EMPLOYER_MEETING, "Bygg och lager i Hälsingland", 16, "Folkets hus i Söderhamn",
    ("Fjärdens Kök AB", "Dellens Bygg & Snickeri AB", "Norrlager Logistik AB"), 6, 15,
)  # fmt: skip
FUNCTIONS = {
    "Söderhamn": Function(role="Arbetsmarknadsenheten", address="arbetsmarknad@example.org"),
    "Hudiksvall": Function(role="Vuxenutbildningen", address="komvux@example.org"),
}


def set_out(session: Session, *, public_url: str, now: datetime) -> None:
    """Let the team's coordinator arrange them, step by step."""
    team = get_team(session, people.TEAMS[TEAM][0])
    by = session.exec(select(User).where(User.email == "ove@demo.example.org")).one()
    today = clock.local_date(now, zone())
    year = {"starts_on": today - timedelta(days=200), "ends_on": today + timedelta(days=530)}
    series.settle(session, team, goal=series.GOAL, by=by, now=now, **year)
    for plan in HELD:
        _hold(session, team, plan, by=by, public_url=public_url, now=now)
    then = now - timedelta(days=5)
    coming, guests = _announced(session, team, COMING, by, public_url, today, then)
    for each in guests[:3]:
        asking.answer(session, each, Coming.REGISTERED, by=by, now=now)
    first, *_others = queries.invitations_of(session, coming)[1:]
    inviting.record_answer(session, first, Answer.YES, by=by, now=now)
    _partners(session, by, now)


def _announced(
    session: Session, team: Team, plan: Plan, by: User, public_url: str, today: date, then: datetime
) -> tuple[Event, list[Registration]]:
    """Plan it, invite, and open for registration, at a moment before its day."""
    facts = _facts(plan, team, today)
    event = service.create(session, team, facts, by=by, now=then)
    stops = [_stop(session, name) for name in plan.employers]
    inviting.invite(session, event, stops, by=by, public_url=public_url, now=then)
    guests = asking.invite(session, event, _youths(session, team, plan.youths), by=by, now=then)
    service.announce(session, event, by=by, public_url=public_url, now=then)
    return event, guests


def _hold(
    session: Session, team: Team, plan: Plan, *, by: User, public_url: str, now: datetime
) -> None:
    """Arrange it, and tick who came; the last of the youths did not."""
    today, before = clock.local_date(now, zone()), now + timedelta(days=plan.days - 20)
    event, guests = _announced(session, team, plan, by, public_url, today, before)
    for each in guests:
        asking.answer(session, each, Coming.REGISTERED, by=by, now=before)
    there, after = queries.invitations_of(session, event), event.ends_at
    for invitation in there:
        inviting.record_answer(session, invitation, Answer.YES, by=by, now=before)
    asking.note_came(session, event, guests[:-1], among=guests, by=by, now=after)
    inviting.note_came(session, event, there, among=there, by=by, now=after)
    service.hold(session, event, by=by, now=after)
    for each in guests[:3]:
        asking.note_interests(session, each, there[:1], by=by, now=after)
    inviting.note_wants(session, there[0], [Want.WORK_PLACEMENT, Want.VISIT], by=by, now=after)


def _facts(plan: Plan, team: Team, today: date) -> EventFacts:
    day = today + timedelta(days=plan.days)
    starts_at = datetime.combine(day, time(13), tzinfo=zone())
    return EventFacts(
        kind=plan.kind,
        theme=plan.theme,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        municipality=team.municipality,
        place=plan.place,
        seats=plan.seats,
        marketed_on=day - timedelta(days=10),
        access=(Access.STEP_FREE, Access.TOILET, Access.PUBLIC_TRANSPORT),
        words="Berätta om era jobb, och träffa ungdomar som vill börja.",
    )


def _stop(session: Session, name: str) -> Stop:
    employer = session.exec(select(Employer).where(Employer.name == name)).one()
    [seat, *_others] = workplaces_of(session, employer)
    return Stop(employer.name, seat.country, seat.municipality, employer)


def _youths(session: Session, team: Team, count: int) -> Sequence[Youth]:
    rows = select(Youth).where(Youth.team_id == team.id, col(Youth.archived_at).is_(None))
    return session.exec(rows.order_by(col(Youth.alias)).limit(count)).all()


def _partners(session: Session, by: User, now: datetime) -> None:
    """The municipalities of the preset, two of them with a function."""
    directory.add_preset(session, by=by, now=now)
    for partner in session.exec(select(Partner).where(col(Partner.name).in_(FUNCTIONS))).all():
        facts = PartnerFacts.of(partner)
        known = PartnerFacts(
            name=facts.name,
            kind=facts.kind,
            county=facts.county,
            municipality=facts.municipality,
            functions=(FUNCTIONS[partner.name],),
            note="Har varit med sedan starten.",
        )
        directory.change(session, partner, known, seen_at=partner.updated_at, by=by, now=now)
