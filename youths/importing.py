"""Takes youths from another system into a team, line by line in the exchange schema."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from accounts.models import Team, User
from accounts.queries import caseworkers_of
from foundation import clock
from foundation.errors import Refused
from foundation.records import BadRecord, Row
from foundation.translating import zone
from youths import service
from youths.exchange import LineRefused, YouthLine, read_line
from youths.facts import YouthFacts
from youths.models import Youth

Problem = tuple[int, str]
"""The number of a refused line, and why."""


@dataclass(slots=True)
class Summary:
    """What became of the lines; each counts in one figure, or is among the problems."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def read(self) -> int:
        return self.new + self.changed + self.unchanged + len(self.problems)


def import_youths(
    session: Session, rows: Iterable[Row], *, team: Team, responsible: User, now: datetime
) -> Summary:
    """Register new youths and write down what is told of known ones; by team and exchange id.

    A known youth keeps her caseworker, and keeps every fact that her line does not tell. A bad
    line is told of and spoils nothing. Of two files of a team at once, the second waits. Raises
    NotOfTheTeam, before anything is written, where the responsible person is no caseworker of the
    team.
    """
    if responsible.id not in {each.id for each in caseworkers_of(session, team.id)}:
        raise service.NotOfTheTeam
    service.lock(session, team)
    summary = Summary()
    for row in rows:
        try:
            line = line_of(row)
            youth = _known(session, team.id, line.id)
            if youth is None:
                _register(session, line, team=team, responsible=responsible, now=now)
                summary.new += 1
            elif _update(session, youth, line, now=now):
                summary.changed += 1
            else:
                summary.unchanged += 1
        except Refused as refusal:
            summary.problems.append((row.number, str(refusal)))
    return summary


def line_of(row: Row) -> YouthLine:
    """The youth that a row of a file tells of. Raises LineRefused."""
    if isinstance(row, BadRecord):
        raise LineRefused(row.reason)
    return read_line(row.content)


def _known(session: Session, team_id: UUID, exchange_id: str) -> Youth | None:
    """The youth with this key, or the one that she has been merged into."""
    found = session.exec(
        select(Youth).where(Youth.team_id == team_id, Youth.exchange_id == exchange_id)
    ).one_or_none()
    if found is None or found.merged_into_id is None:
        return found
    return session.get_one(Youth, found.merged_into_id)


def _register(
    session: Session, line: YouthLine, *, team: Team, responsible: User, now: datetime
) -> None:
    facts = line.facts(today=clock.local_date(now, zone()))
    youth = service.register(session, facts, team=team, responsible=responsible, by=None, now=now)
    youth.exchange_id = line.id
    session.flush()


def _update(session: Session, youth: Youth, line: YouthLine, *, now: datetime) -> bool:
    facts = replace(YouthFacts.of(youth), **line.told())
    return bool(service.change(session, youth, facts, seen_at=youth.updated_at, by=None, now=now))
