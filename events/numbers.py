"""What was held, in numbers for those who steer: events by team and kind, and who was at them.

What came of events afterwards is told by `placements.event_results`, and how many meetings count
against the goal by `events.series`.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from accounts.models import Team
from events.models import Event, EventKind, EventOpening, EventState, Invitation
from events.registrations.models import Registration
from foundation import clock
from foundation.translating import zone

Key = tuple[UUID, EventKind]


@dataclass(frozen=True, slots=True)
class Numbers:
    """A team's events of one kind. Whoever came to two events is counted twice.

    `openings` are those that somebody has said came of them.
    """

    team_id: UUID
    kind: EventKind
    held: int
    youths_came: int
    employers_came: int
    openings: int


def held(
    session: Session,
    teams: Collection[Team],
    *,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> list[Numbers]:
    """What teams have held from the first day until and with the last one, in four questions.

    In the order of the teams, then of the kinds; a kind of which none was held is left out.
    """
    ids = [team.id for team in teams]
    within = [
        col(Event.team_id).in_(ids),
        col(Event.state) == EventState.HELD,
        *_between(starts_on, ends_on),
    ]
    events = _counted(session, None, within)
    youths = _counted(session, Registration, [*within, col(Registration.attended).is_(True)])
    employers = _counted(session, Invitation, [*within, col(Invitation.attended).is_(True)])
    openings = _counted(session, EventOpening, within)
    return [
        Numbers(*key, events[key], youths[key], employers[key], openings[key])
        for key in ((team_id, kind) for team_id in ids for kind in EventKind)
        if events[key]
    ]


def _between(starts_on: date | None, ends_on: date | None) -> list[ColumnElement[bool]]:
    """That an event began on one of these days, as the wall calendar has them."""
    at, bounds = col(Event.starts_at), []
    if starts_on:
        bounds.append(at >= clock.start_of(starts_on, zone()))
    if ends_on:
        bounds.append(at < clock.end_of(ends_on, zone()))
    return bounds


def _counted(session: Session, of: Any, where: list[ColumnElement[bool]]) -> dict[Key, int]:
    """How many events there are, or rows of a table that belong to them."""
    columns = (col(Event.team_id), col(Event.kind))
    rows = select(*columns, func.count(col((of or Event).id))).select_from(Event)
    if of is not None:
        rows = rows.join(of, of.event_id == Event.id)
    counts: dict[Key, int] = defaultdict(int)
    for team_id, kind, count in session.exec(rows.where(*where).group_by(*columns)):
        counts[team_id, kind] = count
    return counts
