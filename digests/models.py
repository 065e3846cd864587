"""Digests: one row per recipient, kind and ISO week, which is what keeps a letter single."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, Relationship, SQLModel

from accounts.models import User
from foundation.db import Row, UtcDateTime, code, document
from foundation.outbox import QueuedLetter


class DigestKind(StrEnum):
    """Whom a weekly digest is for."""

    CASEWORKER = "caseworker"
    COORDINATOR = "coordinator"
    EMPLOYER = "employer"


class Digest(Row, table=True):
    """A week's letter to one person: what it said in counts, and the letter that carries it.

    A week in which there was nothing to tell has a row without a letter: it has been looked at.
    """

    __table_args__ = (UniqueConstraint("recipient_id", "kind", "week"),)

    recipient_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    kind: DigestKind = code(DigestKind)
    week: str
    counts: dict[str, Any] = document(dict[str, Any], default=dict)
    created_at: datetime = Field(sa_type=UtcDateTime)
    letter_id: UUID | None = Field(default=None, foreign_key="queued_letter.id")

    recipient: User = Relationship()
    letter: QueuedLetter | None = Relationship()


class DigestChoice(SQLModel, table=True):
    """When a person wants her letter, on the wall, in which language, and what is not to be in it.

    `weekday` counts from Monday, 0. Who has no row has the defaults. `paused_until` is the first
    day on which a letter may come again.
    """

    __tablename__: ClassVar[str] = "digest_choice"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday_exists"),
        CheckConstraint("hour BETWEEN 0 AND 23", name="hour_exists"),
    )

    user_id: UUID = Field(foreign_key="user.id", primary_key=True, ondelete="CASCADE")
    weekday: int = 0
    hour: int = 7
    language: str | None = None
    left_out: list[str] = document(list[str], default=list)
    paused_until: date | None = None


class Opinion(SQLModel, table=True):
    """What a caseworker said of a suggestion straight from her letter; the latest word counts."""

    __tablename__: ClassVar[str] = "suggestion_opinion"

    suggestion_id: UUID = Field(foreign_key="suggestion.id", primary_key=True, ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="user.id", primary_key=True, ondelete="CASCADE")
    is_useful: bool
    said_at: datetime = Field(sa_type=UtcDateTime)
