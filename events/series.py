"""The goal of at least nine marketed, themed meetings between companies and youths in a project.

What counts is an employer meeting that has been held, within the period, and was made known at
the latest on its day. A theme every event has.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from accounts import audit
from accounts.models import Team, User
from events.models import Event, EventKind, EventSeries, EventState
from foundation import clock
from foundation.errors import Refused
from foundation.translating import lazy_, zone

GOAL = 9
"""What the steering documents ask of a project: at least nine."""


class EndsBeforeStart(Refused):
    """A period has a beginning and an end."""

    message = lazy_("Periodens sista dag behöver ligga efter den första.")


@dataclass(frozen=True, slots=True)
class Counter:
    """How many meetings of a team count, and against what; without a period all of them do."""

    team: Team
    held: int
    ahead: int
    goal: int = GOAL
    starts_on: date | None = None
    ends_on: date | None = None

    @property
    def is_reached(self) -> bool:
        """Whether the goal is met."""
        return self.held >= self.goal


def of_the_goal() -> tuple[ColumnElement[bool], ...]:
    """What makes an event one that can count: it is an employer meeting, and was made known."""
    return (col(Event.kind) == EventKind.EMPLOYER_MEETING, col(Event.marketed_on).is_not(None))


def counters(session: Session, teams: Collection[Team]) -> list[Counter]:
    """Each team's counter, in two questions for all of them."""
    ids = [team.id for team in teams]
    rows = select(EventSeries).where(col(EventSeries.team_id).in_(ids))
    series = {each.team_id: each for each in session.exec(rows)}
    columns = select(Event.team_id, Event.state, Event.starts_at).where(
        col(Event.team_id).in_(ids),
        col(Event.state).in_((EventState.HELD, EventState.ANNOUNCED)),
        *of_the_goal(),
    )
    found = session.exec(columns).all()
    return [_counter(team, series.get(team.id), found) for team in teams]


def _counter(
    team: Team,
    series: EventSeries | None,
    found: Collection[tuple[UUID, str, datetime]],
) -> Counter:
    states = [
        state for team_id, state, at in found if team_id == team.id and _is_within(at, series)
    ]
    held, ahead = (states.count(state) for state in (EventState.HELD, EventState.ANNOUNCED))
    if series is None:
        return Counter(team, held, ahead)
    return Counter(team, held, ahead, series.goal, series.starts_on, series.ends_on)


def _is_within(at: datetime, series: EventSeries | None) -> bool:
    if series is None:
        return True
    return series.starts_on <= clock.local_date(at, zone()) <= series.ends_on


def settle(
    session: Session,
    team: Team,
    *,
    goal: int,
    starts_on: date,
    ends_on: date,
    by: User,
    now: datetime,
) -> None:
    """Say how many meetings the team means to hold, and within which period.

    Raises EndsBeforeStart.
    """
    if ends_on < starts_on:
        raise EndsBeforeStart
    series = session.get(EventSeries, team.id)
    if series is None:
        series = EventSeries(team_id=team.id, goal=goal, starts_on=starts_on, ends_on=ends_on)
        session.add(series)
    series.goal, series.starts_on, series.ends_on = goal, starts_on, ends_on
    session.flush()
    audit.record(session, by=by, action="event_series.settled", subject=team, now=now, goal=goal)
