"""A youth's own weekly letter: that she wants it, how, and which weeks she has had."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, Relationship

from accounts.models import User
from foundation.db import Row, UtcDateTime, code
from foundation.outbox import QueuedLetter
from youths.belonging import OneOfYouth
from youths.models import Youth


class LetterWay(StrEnum):
    """How a youth gets her letter: to her own address, or printed by her caseworker."""

    MAIL = "mail"
    PAPER = "paper"


class OwnLetter(OneOfYouth, table=True):
    """A youth's yes to a weekly letter of openings, as her caseworker wrote it down.

    Her address is kept only here, only for this, and only until she says no.
    """

    __tablename__: ClassVar[str] = "own_letter"
    __table_args__ = (
        CheckConstraint("(way = 'mail') = (address IS NOT NULL)", name="address_is_for_mail"),
    )

    way: LetterWay = code(LetterWay)
    address: str | None = None
    language: str = "sv"
    agreed_on: date
    recorded_by_id: UUID = Field(foreign_key="user.id")

    youth: Youth = Relationship()
    recorded_by: User = Relationship()


class OwnLetterWeek(Row, table=True):
    """A week's letter to a youth; one in which there was nothing to tell has no letter."""

    __tablename__: ClassVar[str] = "own_letter_week"
    __table_args__ = (UniqueConstraint("youth_id", "week"),)

    youth_id: UUID = Field(foreign_key="youth.id", ondelete="CASCADE")
    week: str
    made_at: datetime = Field(sa_type=UtcDateTime)
    letter_id: UUID | None = Field(default=None, foreign_key="queued_letter.id")

    letter: QueuedLetter | None = Relationship()
