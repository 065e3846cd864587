"""Digests: one row per recipient, kind and ISO week, which is what keeps a letter single."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, Relationship

from accounts.models import User
from foundation.db import Row, UtcDateTime, code, document
from foundation.outbox import QueuedLetter


class DigestKind(StrEnum):
    """Whom a weekly digest is for."""

    CASEWORKER = "caseworker"
    EMPLOYER = "employer"


class Digest(Row, table=True):
    """A week's letter to one person: what it said in counts, and the letter that carries it."""

    __table_args__ = (UniqueConstraint("recipient_id", "kind", "week"),)

    recipient_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    kind: DigestKind = code(DigestKind)
    week: str
    counts: dict[str, Any] = document(dict[str, Any], default=dict)
    created_at: datetime = Field(sa_type=UtcDateTime)
    letter_id: UUID = Field(foreign_key="queued_letter.id")

    recipient: User = Relationship()
    letter: QueuedLetter = Relationship()
