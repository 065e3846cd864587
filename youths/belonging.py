"""Rows that belong to a youth: her lock, and the rows of which she has one of a kind."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import Field, Session, col, select, update

from foundation.db import Versioned, take_turn
from youths.models import Youth
from youths.service import ChangedMeanwhile


class OneOfYouth(Versioned):
    """A row of which every youth has at most one, begun when somebody first writes in it."""

    youth_id: UUID = Field(foreign_key="youth.id", unique=True, ondelete="CASCADE")


Kind = TypeVar("Kind", bound=OneOfYouth)
Item = TypeVar("Item")


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


def move_one(
    session: Session,
    kind: type[Kind],
    duplicate: Youth,
    kept: Youth,
    join: Callable[[Kind, Kind], None],
) -> None:
    """Let a duplicate's row of a kind be the kept youth's, joined into hers where she has one."""
    theirs, mine = only(session, kind, duplicate), only(session, kind, kept)
    if theirs is None:
        return
    if mine is None:
        theirs.youth_id = kept.id
    else:
        join(mine, theirs)
        mine.updated_at = kept.updated_at
        session.delete(theirs)
    session.flush()


def move_rows(session: Session, kinds: Iterable[Any], duplicate: Youth, kept: Youth) -> None:
    """Let every row of these kinds that names a duplicate name the kept youth."""
    for kind in kinds:
        theirs = update(kind).where(col(kind.youth_id) == duplicate.id)
        session.exec(theirs.values(youth_id=kept.id))


def both_texts(one: str, other: str) -> str:
    """Two texts, each once, the kept one's first."""
    return "\n".join(dict.fromkeys(filter(None, (one, other))))


def both_lists(
    one: Iterable[Item] | None, other: Iterable[Item] | None, *, by: str = ""
) -> list[Item] | None:
    """What stands in either, each once; None where neither is known.

    Things that are alike in the attribute `by` are the same, and of them the kept one stays.
    """
    if one is None and other is None:
        return None
    known: dict[Any, Item] = {}
    for item in (*(one or ()), *(other or ())):
        known.setdefault(getattr(item, by) if by else item, item)
    return list(known.values())
