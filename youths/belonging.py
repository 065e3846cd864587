"""Rows that belong to a youth: her lock, and the rows of which she has one of a kind."""

from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import Field, Session, select

from foundation.db import Versioned, take_turn
from youths.models import Youth
from youths.service import ChangedMeanwhile


class OneOfYouth(Versioned):
    """A row of which every youth has at most one, begun when somebody first writes in it."""

    youth_id: UUID = Field(foreign_key="youth.id", unique=True, ondelete="CASCADE")


Kind = TypeVar("Kind", bound=OneOfYouth)


def lock(session: Session, youth: Youth) -> None:
    """Hold the youth until the caller commits, so that two do not number or begin the same."""
    session.get_one(Youth, youth.id, with_for_update=True, populate_existing=True)


def only(session: Session, kind: type[Kind], youth: Youth) -> Kind | None:
    """The row of this kind that the youth has, if anybody has written in it."""
    return session.exec(select(kind).where(kind.youth_id == youth.id)).one_or_none()


def seen_at(row: OneOfYouth | None, youth: Youth) -> datetime:
    """The version that a form shows; before the first one it is the youth's own beginning."""
    return row.updated_at if row else youth.created_at


def to_write_in(
    session: Session, kind: type[Kind], youth: Youth, *, seen: datetime, now: datetime, **facts: Any
) -> Kind:
    """The youth's row of a kind, for whoever has seen its latest version; begun where it is new.

    `facts` are the columns that a new row cannot be without. Raises ChangedMeanwhile.
    """
    lock(session, youth)
    row = only(session, kind, youth)
    if row is not None:
        if not take_turn(session, row, seen_at=seen, now=now):
            raise ChangedMeanwhile
        return row
    if seen != youth.created_at:
        raise ChangedMeanwhile
    row = kind(youth_id=youth.id, updated_at=now, **facts)
    session.add(row)
    session.flush()
    return row
