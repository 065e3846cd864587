"""Writes what statements do to openings: one question and a few writes for a whole batch.

The ORM is left out here. It would load, compare and write every opening by itself, which takes
longer than everything else in an import.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import bindparam
from sqlmodel import Session, col, insert, select, update

from openings import twins
from openings.models import Opening, OpeningState, Source
from openings.sources.base import Ad, Removal, Statement
from openings.taking import Outcome, decide

Key = tuple[Source, str]
_TABLE: Any = Opening.__table__  # type: ignore[attr-defined]  # SQLModel does not type it
_KNOWN = (
    "id",
    "state",
    "source_updated_at",
    "content_hash",
    "taken",
    "feed_id",
    "row_hash",
)


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as a feed tells it; `row_hash` is the same for the same row."""

    statement: Statement
    row_hash: str | None = None


@dataclass(slots=True)
class Known:
    """What is known of an opening within a batch, and the columns that wait to be written."""

    id: UUID
    state: OpeningState
    source_updated_at: datetime | None
    content_hash: str | None
    taken: int
    feed_id: UUID | None = None
    row_hash: str | None = None
    is_new: bool = False
    waiting: dict[str, Any] = field(default_factory=dict)

    def take(self, columns: dict[str, Any]) -> None:
        """Let columns wait to be written; the next statement of the batch sees them."""
        self.waiting |= columns
        for name in _KNOWN:
            if name in columns:
                setattr(self, name, columns[name])


def store(
    session: Session, told: Sequence[Told], *, now: datetime, feed_id: UUID | None = None
) -> list[Outcome]:
    """Apply statements in their order, within a savepoint. Raises IntegrityError and DataError."""
    with session.begin_nested():
        openings = _known(session, [each.statement for each in told])
        outcomes = [_apply(openings, each, now, feed_id) for each in told]
        _write(session, openings.values())
        rewritten = [
            each.id
            for each in openings.values()
            if not each.is_new and "content_hash" in each.waiting
        ]
        twins.let_go(session, rewritten, now=now)
        if Outcome.CLOSED in outcomes:
            twins.release(session, now=now)
    return outcomes


def _known(session: Session, statements: Iterable[Statement]) -> dict[Key, Known]:
    """The openings that the statements are about, in one query a source."""
    ids: dict[Source, set[str]] = defaultdict(set)
    for each in statements:
        ids[each.source].add(each.source_id)
    found: dict[Key, Known] = {}
    for source, source_ids in ids.items():
        columns = (_TABLE.c[name] for name in (*_KNOWN, "source_id"))
        rows = select(*columns).where(
            col(Opening.source) == source, col(Opening.source_id).in_(source_ids)
        )
        for *facts, source_id in session.exec(rows):
            found[source, source_id] = Known(*facts)
    return found


def _apply(openings: dict[Key, Known], told: Told, now: datetime, feed_id: UUID | None) -> Outcome:
    statement = told.statement
    key = (statement.source, statement.source_id)
    decision = decide(openings.get(key), statement, now)
    if decision.outcome is Outcome.NEW:
        openings[key] = _made(decision.columns)
    elif key in openings:
        openings[key].take(decision.columns)
    if feed_id and isinstance(statement, Ad):
        openings[key].take(_origin(openings[key], told, feed_id))
    return decision.outcome


def _origin(known: Known, told: Told, feed_id: UUID) -> dict[str, Any]:
    """The feed and the row that an opening is from, where it says what that row says."""
    version = told.statement.source_updated_at if isinstance(told.statement, Ad) else None
    is_it = known.state is not OpeningState.CLOSED and known.source_updated_at == version
    origin = {"feed_id": feed_id, "row_hash": told.row_hash}
    return origin if is_it and (known.feed_id, known.row_hash) != tuple(origin.values()) else {}


def _made(columns: dict[str, Any]) -> Known:
    made = Known(
        id=uuid4(),
        state=OpeningState.PUBLISHED,
        source_updated_at=None,
        content_hash=None,
        taken=0,
        is_new=True,
    )
    made.take(columns)
    return made


def _write(session: Session, openings: Iterable[Known]) -> None:
    """Insert what is new in one statement, and update the rest in one a set of columns."""
    new: list[dict[str, Any]] = []
    changed: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for each in openings:
        if each.is_new:
            new.append(_DEFAULTS | each.waiting | {"id": each.id})
        elif each.waiting:
            changed[tuple(sorted(each.waiting))].append(each.waiting | {"of_id": each.id})
    connection = session.connection()
    if new:
        connection.execute(insert(_TABLE), _narrow(new))
    for names, rows in changed.items():
        values: dict[str, Any] = {name: bindparam(name) for name in names}
        connection.execute(
            update(_TABLE).where(_TABLE.c.id == bindparam("of_id")).values(values), rows
        )


def _narrow(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows without the columns that are empty in all of them: a third of an opening's."""
    empty = {name for name in rows[0] if all(row.get(name) is None for row in rows)}
    return [{name: row.get(name) for name in row if name not in empty} for row in rows]


def _defaults() -> dict[str, Any]:
    """What a new opening has in the columns that no ad fills; they hold nothing that changes."""
    never = datetime.min.replace(tzinfo=UTC)
    unsaid = Opening(headline="", employer_name="", created_at=never, updated_at=never)
    return {column.name: getattr(unsaid, column.name) for column in _TABLE.columns}


_DEFAULTS = _defaults()


def removal(source: Source, source_id: str, at: datetime) -> Told:
    """The news that a source no longer has an ad."""
    return Told(Removal(source=source, source_id=source_id, removed_at=at))
