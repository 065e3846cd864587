"""Takes advertisements from rows into the openings: new, changed, closed, or refused by name.

What a row does is told by `openings.taking`, and written by `openings.storing`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Self
from uuid import UUID

from sqlalchemy.exc import DataError, IntegrityError
from sqlmodel import Session

from foundation.records import BadRecord, Row
from foundation.translating import _
from openings.completing import completed
from openings.models import Opening, Source
from openings.sources import jobtech, nav
from openings.sources.base import Ad, Content, Problem, RowRefused, Statement, recognise
from openings.storing import Told, store
from openings.taking import Outcome, decide
from openings.unread import read_waiting

BATCH = 500
PROBLEMS_KEPT = 100
PARSERS = {Source.JOBTECH: jobtech.parse, Source.NAV: nav.parse}

Key = tuple[Source, str | None]
Openings = dict[Key, Opening]


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of all rows; every row read is counted in one of the other figures.

    All refused rows are counted, and the first of them are kept with their reasons.
    """

    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    closed: int = 0
    outside: int = 0
    refused: int = 0
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, outcomes: Sequence[Outcome], problems: Sequence[Problem]) -> Self:
        """The figures of one batch."""
        counts = {each.value: outcomes.count(each) for each in Outcome}
        read, refused = len(outcomes) + len(problems), len(problems)
        return cls(**counts, read=read, refused=refused, problems=tuple(problems[:PROBLEMS_KEPT]))

    def __add__(self, other: "Summary") -> "Summary":
        return Summary(
            read=self.read + other.read,
            new=self.new + other.new,
            changed=self.changed + other.changed,
            unchanged=self.unchanged + other.unchanged,
            closed=self.closed + other.closed,
            outside=self.outside + other.outside,
            refused=self.refused + other.refused,
            problems=(self.problems + other.problems)[:PROBLEMS_KEPT],
        )


def import_ads(
    session: Session, rows: Iterable[Row], *, source: Source | None = None, now: datetime
) -> Summary:
    """Take rows into the openings, batch by batch; a bad row is told of and stops nothing.

    Each row says by its shape which `source` it is from, unless it is named. Whoever commits
    may do so for each of the `batches`, and then nothing is lost or doubled by a break. The texts
    of what has come in are read at once.
    """
    total = Summary()
    for batch in batches(rows):
        total += _import_batch(session, batch, source, now)
    read_waiting(session, now=now)
    return total


def batches(rows: Iterable[Row], size: int = BATCH) -> Iterator[list[Row]]:
    """Rows in lists that fit in memory."""
    left = iter(rows)
    while batch := list(islice(left, size)):
        yield batch


def statement_of(row: Row, source: Source | None = None) -> Statement:
    """What a row says about an ad, its text included. Raises RowRefused, which tells why."""
    statement = told_by(row, source)
    return completed(statement) if isinstance(statement, Ad) else statement


def told_by(row: Row, source: Source | None = None) -> Statement:
    """What the fields of a row say about an ad. Raises RowRefused, which tells why."""
    if isinstance(row, BadRecord):
        raise RowRefused(row.reason)
    content: Content = row.content
    return PARSERS[source or recognise(content)](content)


def take(openings: Openings, statement: Statement, now: datetime) -> Outcome:
    """Let one statement have its effect on openings that no database keeps."""
    key = (statement.source, statement.source_id)
    decision = decide(openings.get(key), statement, now)
    if decision.outcome is Outcome.NEW:
        openings[key] = Opening(**decision.columns)
    elif key in openings:
        for name, value in decision.columns.items():
            setattr(openings[key], name, value)
    return decision.outcome


def _import_batch(
    session: Session, batch: list[Row], source: Source | None, now: datetime
) -> Summary:
    """Take in what the rows of a batch say; those that say nothing are told of."""
    told: list[tuple[int, Told]] = []
    problems: list[Problem] = []
    for row in batch:
        try:
            told.append((row.number, Told(told_by(row, source))))
        except RowRefused as refusal:
            problems.append((row.number, str(refusal)))
    return take_in(session, told, problems, now=now)


def take_in(
    session: Session,
    told: Sequence[tuple[int, Told]],
    problems: Sequence[Problem] = (),
    *,
    now: datetime,
    feed_id: UUID | None = None,
) -> Summary:
    """Store numbered statements as one, or one by one where the database refuses them as one.

    `problems` are the rows of the batch that have been refused before.
    """
    refused = list(problems)
    try:
        outcomes = store(session, [each for _number, each in told], now=now, feed_id=feed_id)
    except (IntegrityError, DataError):
        outcomes = []
        for number, each in told:
            try:
                outcomes += store(session, [each], now=now, feed_id=feed_id)
            except (IntegrityError, DataError):
                refused.append((number, _("Databasen tog inte emot annonsen.")))
    return Summary.of(outcomes, sorted(refused))
