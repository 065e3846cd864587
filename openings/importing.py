"""Takes advertisements from feeds into the openings: new, changed, closed, or refused by name.

The newest statement about an ad wins. Which is newest is told by the source's own time, so the
same rows may come again, in any number of files, and nothing is doubled or undone.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from itertools import islice
from typing import Self

from pydantic import TypeAdapter
from sqlalchemy.exc import DataError, IntegrityError
from sqlmodel import Session, col, select

from foundation.records import BadRecord, Row
from foundation.translating import _
from openings.completing import completed
from openings.models import Opening, OpeningState, Source
from openings.sources import jobtech, nav
from openings.sources.base import Ad, Content, Removal, RowRefused, Statement, recognise

BATCH = 500
PROBLEMS_KEPT = 100
PARSERS = {Source.JOBTECH: jobtech.parse, Source.NAV: nav.parse}

Key = tuple[Source, str | None]
Openings = dict[Key, Opening]
Problem = tuple[int, str]
"""The number of a refused row, and why."""

_CONTENT = TypeAdapter(Ad)
_COLUMNS = [each.name for each in fields(Ad) if each.name != "is_header"]


class Outcome(StrEnum):
    """What became of one row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    CLOSED = "closed"


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
            refused=self.refused + other.refused,
            problems=(self.problems + other.problems)[:PROBLEMS_KEPT],
        )


def import_ads(
    session: Session, rows: Iterable[Row], *, source: Source | None = None, now: datetime
) -> Summary:
    """Take rows into the openings, batch by batch; a bad row is told of and stops nothing.

    Each row says by its shape which `source` it is from, unless it is named. Whoever commits
    may do so for each of the `batches`, and then nothing is lost or doubled by a break.
    """
    total = Summary()
    for batch in batches(rows):
        total += _import_batch(session, batch, source, now)
    return total


def batches(rows: Iterable[Row], size: int = BATCH) -> Iterator[list[Row]]:
    """Rows in lists that fit in memory."""
    left = iter(rows)
    while batch := list(islice(left, size)):
        yield batch


def statement_of(row: Row, source: Source | None = None) -> Statement:
    """What a row says about an ad. Raises RowRefused, in words that tell what is wrong."""
    if isinstance(row, BadRecord):
        raise RowRefused(row.reason)
    content: Content = row.content
    statement = PARSERS[source or recognise(content)](content)
    return completed(statement) if isinstance(statement, Ad) else statement


def take(openings: Openings, statement: Statement, now: datetime) -> Outcome:
    """Let one statement have its effect on the openings it may concern; new ones are added."""
    key = (statement.source, statement.source_id)
    opening = openings.get(key)
    if isinstance(statement, Removal):
        return _close(opening, statement, now) if opening else Outcome.UNCHANGED
    if opening is None:
        openings[key] = _opening_of(statement, now)
        return Outcome.NEW
    return _update(opening, statement, now)


def _import_batch(
    session: Session, batch: list[Row], source: Source | None, now: datetime
) -> Summary:
    """Apply a batch as one, or row by row where the database refuses it as one."""
    statements: list[tuple[int, Statement]] = []
    problems: list[Problem] = []
    for row in batch:
        try:
            statements.append((row.number, statement_of(row, source)))
        except RowRefused as refusal:
            problems.append((row.number, str(refusal)))
    try:
        outcomes = _apply(session, [statement for _number, statement in statements], now)
    except (IntegrityError, DataError):
        outcomes = []
        for number, statement in statements:
            try:
                outcomes += _apply(session, [statement], now)
            except (IntegrityError, DataError):
                problems.append((number, _("Databasen tog inte emot annonsen.")))
    return Summary.of(outcomes, sorted(problems))


def _apply(session: Session, statements: Sequence[Statement], now: datetime) -> list[Outcome]:
    """Apply statements in order within a savepoint; the openings are fetched in one query."""
    with session.begin_nested():
        ids = {each.source_id for each in statements}
        sources = {each.source for each in statements}
        known = session.exec(
            select(Opening).where(col(Opening.source).in_(sources), col(Opening.source_id).in_(ids))
        )
        openings = {(each.source, each.source_id): each for each in known}
        outcomes = [take(openings, each, now) for each in statements]
        session.add_all(openings.values())
    return outcomes


def _opening_of(ad: Ad, now: datetime) -> Opening:
    """A new opening. What a header says of time is not the time of content, so it is left out."""
    opening = Opening(
        state=OpeningState.PUBLISHED,
        employer_name=ad.employer_name,
        headline=ad.headline,
        created_at=now,
        updated_at=now,
    )
    _write(opening, ad)
    if ad.is_header:
        opening.source_updated_at = None
    return opening


def _update(opening: Opening, ad: Ad, now: datetime) -> Outcome:
    """Let a newer version in. A closed opening opens again only for news from after it closed."""
    before, version = opening.source_updated_at, ad.source_updated_at
    is_newer = version is not None and (before is None or version > before)
    is_older = before is not None and (version is None or version < before)
    reopens = opening.state is OpeningState.CLOSED and is_newer
    if is_older or (opening.state is OpeningState.CLOSED and not reopens):
        return Outcome.UNCHANGED
    if reopens or not ad.is_header:
        opening.source_updated_at = version
    is_news = not ad.is_header and _fingerprint(ad) != opening.content_hash
    if is_news:
        _write(opening, ad)
    if reopens:
        opening.state, opening.closed_at = OpeningState.PUBLISHED, None
    if not (is_news or reopens):
        return Outcome.UNCHANGED
    opening.updated_at = now
    return Outcome.CHANGED


def _close(opening: Opening, removal: Removal, now: datetime) -> Outcome:
    """Close an opening, unless the source has brought the ad anew since."""
    removed_at = removal.removed_at or now
    if opening.source_updated_at and opening.source_updated_at > removed_at:
        return Outcome.UNCHANGED
    opening.source_updated_at = removed_at
    if opening.state is OpeningState.CLOSED:
        return Outcome.UNCHANGED
    opening.state, opening.closed_at, opening.updated_at = OpeningState.CLOSED, removed_at, now
    return Outcome.CLOSED


def _write(opening: Opening, ad: Ad) -> None:
    for name in _COLUMNS:
        setattr(opening, name, getattr(ad, name))
    opening.number_of_vacancies = max(opening.number_of_vacancies, opening.taken)
    opening.content_hash = _fingerprint(ad)


def _fingerprint(ad: Ad) -> str:
    """The same for the same content, whatever the source says about its time."""
    return hashlib.sha256(_CONTENT.dump_json(ad, exclude={"source_updated_at"})).hexdigest()
