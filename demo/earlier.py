"""Invented youths who were registered before the others and are done, so that goals have figures.

What happened with each follows from her number alone, so every demo is the same. They are
archived: nobody looks for work with them, and no page of today's work shows them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from accounts.models import Agency, AgencyKind, User
from accounts.queries import caseworkers_of, get_team
from demo import people, rows
from employers.models import Colleague, Employer
from foundation.translating import zone
from openings.models import Opening, OpeningKind
from placements.models import Consent, Introduction, Stage, Way, Why
from placements.work.models import Outcome, Placement
from suggestions.models import Suggestion
from youths.agencies.models import AgencyStatus
from youths.first_days.models import Way as ContactWay
from youths.first_days.models import YouthContact
from youths.goal_facts.models import Answer, FactKind, GoalFact
from youths.models import Youth
from youths.plans.models import Activity, ActivityKind
from youths.search_areas.models import Origin, SearchArea

TEAMS = {"soderhamn": "hogtrycket", "nykoping": "jobbtorg"}
FIRST, APART = 400, 8
"""The first was registered so many days ago, and the next of her team so many days later."""
OUTCOMES = (
    Outcome.JOB_ELSEWHERE,
    Outcome.STUDIES,
    Outcome.JOB_ELSEWHERE,
    Outcome.NOTHING_YET,
    Outcome.JOB_ELSEWHERE,
)
BUSY = "karin.fjarden@example.org"
"""Whose portal shows the way step by step, and is left as it is."""


@dataclass(frozen=True, slots=True)
class Maker:
    """What every youth is made with."""

    session: Session
    openings: list[Opening]
    employment: Agency
    now: datetime


def add(session: Session, *, now: datetime) -> None:
    """Add them, team by team."""
    make = Maker(session, _openings(session), _employment(session), now)
    for part, key in TEAMS.items():
        team = get_team(session, people.TEAMS[key][0])
        colleagues = caseworkers_of(session, team.id)
        for number, alias in enumerate(rows.aliases(part)):
            by = colleagues[number % len(colleagues)]
            _add(make, team.id, by, alias, number)
    session.flush()


def _add(make: Maker, team_id: UUID, by: User, alias: str, number: int) -> None:
    ago = max(70, FIRST - APART * number)
    registered_on = (make.now - timedelta(days=ago)).date()
    youth = Youth(
        team_id=team_id,
        responsible_id=by.id,
        alias=alias,
        born=make.now.year - 18 - number % 7,
        registered_on=registered_on,
        created_at=_noon(registered_on),
        updated_at=make.now,
        archived_at=_noon(registered_on + timedelta(days=min(ago, 150 + number % 60))),
    )
    make.session.add(youth)
    make.session.flush()
    make.session.add_all(_first_things(make, youth, by, number))
    make.session.add_all(_answers(make, youth, by, number))
    make.session.add_all(_areas(youth, number))
    if number % 5 != 1:
        _introduce(make, youth, by, number)


def _first_things(make: Maker, youth: Youth, by: User, number: int) -> Iterator[Any]:
    """A contact, an activity and a suggestion, for most."""
    since = youth.registered_on
    yield YouthContact(
        youth_id=youth.id,
        made_on=since + timedelta(days=1 + number % 6),
        way=ContactWay.IN_PERSON,
        by_id=by.id,
        created_at=make.now,
    )
    if number % 7:
        yield Activity(
            youth_id=youth.id,
            kind=ActivityKind.COURSE,
            what="Studiebesök och yrkesprov",
            starts_on=since + timedelta(days=8 + number * 7 % 55),
            is_done=True,
            written_by_id=by.id,
            created_at=make.now,
            updated_at=make.now,
        )
    if number % 8 != 3:
        then = _noon(since + timedelta(days=2 + number * 5 % 30))
        yield Suggestion(
            youth_id=youth.id,
            opening_id=make.openings[(number + 1) % len(make.openings)].id,
            score=0.5,
            label="good",
            ranked_by="demo",
            is_current=False,
            first_suggested_at=then,
            refreshed_at=then,
        )


def _answers(make: Maker, youth: Youth, by: User, number: int) -> Iterator[Any]:
    """What only goals ask, for most; a third had income support and some no longer have it."""
    had_support = number % 5 in {0, 2}
    said = {
        FactKind.SEX: Answer.WOMAN if number % 2 else Answer.MAN,
        FactKind.IMMIGRANT_BACKGROUND: Answer.YES if number % 3 == 0 else Answer.NO,
        FactKind.SOCIAL_INSURANCE: Answer.YES if number % 4 == 0 else Answer.NO,
        FactKind.INCOME_SUPPORT_AT_START: Answer.YES if had_support else Answer.NO,
    }
    days = dict.fromkeys(said, 0)
    if had_support and number % 3 != 1:
        said[FactKind.INCOME_SUPPORT], days[FactKind.INCOME_SUPPORT] = Answer.NO, 60 + number % 40
    for kind, answer in said.items():
        yield GoalFact(
            youth_id=youth.id,
            kind=kind,
            answer=answer,
            since=youth.registered_on + timedelta(days=days[kind]),
            recorded_by_id=by.id,
            recorded_at=make.now,
        )
    if number % 4 < 2 and number % 6:
        yield AgencyStatus(
            youth_id=youth.id,
            agency_id=make.employment.id,
            status="registered",
            since=youth.registered_on + timedelta(days=20 + number % 30),
            by_id=by.id,
            created_at=make.now,
        )


def _areas(youth: Youth, number: int) -> Iterator[SearchArea]:
    """Near home first, and for most later in Norway too."""
    found = [(0, Origin.REGISTERED, ["SE"])]
    if number % 3:
        found.append((25 + number % 35, Origin.CHANGED, ["SE", "NO"]))
    for days, origin, countries in found:
        yield SearchArea(
            youth_id=youth.id,
            origin=origin,
            max_commute_km=40,
            countries=countries,
            is_limited=True,
            from_at=_noon(youth.registered_on + timedelta(days=days)),
        )


def _introduce(make: Maker, youth: Youth, by: User, number: int) -> None:
    """An introduction that led to a placement for most, and what came of that."""
    told_at = _noon(youth.registered_on + timedelta(days=12 + number * 3 % 30))
    is_answered, is_placed = number % 9 != 4, number % 9 not in {2, 4}
    ended_on = youth.registered_on + timedelta(days=60 + number % 10)
    way = Introduction(
        youth_id=youth.id,
        opening_id=make.openings[number % len(make.openings)].id,
        started_by_id=by.id,
        started_at=told_at - timedelta(days=2),
        stage=Stage.ENDED if is_placed else Stage.CLOSED,
        stage_since=_noon(ended_on),
        closed_why=None if is_placed else Why.BAD_TIME if is_answered else Why.EMPLOYER_SILENT,
        introduced_at=told_at,
        answered_at=told_at + timedelta(days=3) if is_answered else None,
        call_done_at=told_at + timedelta(days=9),
    )
    make.session.add(way)
    make.session.flush()
    asked_at = told_at - timedelta(days=2)
    make.session.add(
        Consent(
            introduction_id=way.id,
            asked_at=asked_at,
            answered_at=asked_at + timedelta(days=1),
            is_given=True,
            way=Way.PHONE,
            recorded_by_id=by.id,
        )
    )
    if is_placed:
        make.session.add(
            Placement(
                introduction_id=way.id,
                starts_on=(told_at + timedelta(days=10)).date(),
                ends_on=ended_on,
                ended_on=ended_on,
                outcome=OUTCOMES[number % len(OUTCOMES)],
                outcome_at=_noon(ended_on),
            )
        )


def _openings(session: Session) -> list[Opening]:
    """Placements of employers whose portal is not shown step by step, in a lasting order."""
    theirs = select(Colleague.employer_id).join(User).where(User.email == BUSY)
    found = (
        select(Opening)
        .join(Employer)
        .where(Opening.kind == OpeningKind.WORK_PLACEMENT)
        .where(col(Opening.employer_id).not_in(theirs))
        .order_by(Employer.name, col(Opening.headline), col(Opening.id))
    )
    return list(session.exec(found))


def _employment(session: Session) -> Agency:
    rows_of = select(Agency).where(col(Agency.kind) == AgencyKind.EMPLOYMENT_SERVICE)
    return session.exec(rows_of).one()


def _noon(on: date) -> datetime:
    return datetime.combine(on, time(12), tzinfo=zone())
