"""Suggestions as rows: what the ranking says of a match in columns, and many rows in one statement.

The statements are plain SQL: what a night writes is thousands of rows that nobody looks at now.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self
from uuid import UUID, uuid4

from sqlalchemy import JSON, BindParameter, Table, bindparam, insert, update
from sqlmodel import Session

from foundation.db import Document
from matching.explanation import Gap, Match, Question
from suggestions.models import Suggestion, SuggestionState
from suggestions.ranking import RANKER

Columns = dict[str, Any]
"""A row's columns by name, with documents as plain lists."""

_TABLE: Table = Suggestion.__table__  # type: ignore[attr-defined]  # SQLModel does not tell
_ID = "suggestion_id"


@dataclass(slots=True)
class Changes:
    """What is to be written for some youths."""

    kept: int = 0
    rewritten: list[Columns] = field(default_factory=list)
    made: list[Columns] = field(default_factory=list)
    withdrawn: list[UUID] = field(default_factory=list)

    def join(self, other: Self) -> None:
        """Take in another youth's changes."""
        self.kept += other.kept
        self.rewritten += other.rewritten
        self.made += other.made
        self.withdrawn += other.withdrawn


def columns_of(match: Match, now: datetime) -> Columns:
    """What the ranking says of a match."""
    return {
        "score": match.score,
        "label": match.label,
        "reasons": [
            {"code": each.code, "points": each.points, "facts": each.facts}
            for each in match.reasons
        ],
        "gaps": _without_points(match.gaps),
        "questions": _without_points(match.questions),
        "ranked_by": RANKER,
        "is_current": True,
        "refreshed_at": now,
    }


def new_columns(match: Match, youth_id: UUID, now: datetime) -> Columns:
    """A new suggestion's columns."""
    return {
        "id": uuid4(),
        "youth_id": youth_id,
        "opening_id": UUID(match.vacancy_id),
        "first_suggested_at": now,
        "state": SuggestionState.NEW,
        "note": "",
        "is_widening": False,
        **columns_of(match, now),
    }


def make(session: Session, rows: Sequence[Columns]) -> None:
    """Insert new suggestions."""
    if rows:
        session.execute(insert(_TABLE).values(_bound(rows[0])), rows)


def write(session: Session, changes: Changes) -> None:
    """Write all changes, a statement for each kind; rows in the session are read anew."""
    if changes.withdrawn:
        gone = _TABLE.c.id.in_(changes.withdrawn)
        session.execute(update(_TABLE).where(gone).values(is_current=False, picked_for=None))
    if changes.rewritten:
        theirs = update(_TABLE).where(_TABLE.c.id == bindparam(_ID))
        columns = {name for name in changes.rewritten[0] if name != _ID}
        session.execute(theirs.values(_bound(columns)), changes.rewritten)
    make(session, changes.made)
    for row in session.identity_map.values():
        if isinstance(row, Suggestion):
            session.expire(row)


def rewritten(suggestion_id: UUID, match: Match, now: datetime) -> Columns:
    """The columns to be written over those of a suggestion."""
    return {_ID: suggestion_id, **columns_of(match, now)}


def _bound(names: Sequence[str] | set[str] | Mapping[str, Any]) -> dict[str, BindParameter[Any]]:
    """A parameter for each column; documents are plain already, and need no checking."""
    columns = {name: _TABLE.c[name].type for name in names}
    return {
        name: bindparam(name, type_=JSON() if isinstance(type_, Document) else type_)
        for name, type_ in columns.items()
    }


def _without_points(parts: Sequence[Gap | Question]) -> list[Columns]:
    return [{"code": each.code, "points": 0.0, "facts": each.facts} for each in parts]
