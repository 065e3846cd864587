"""Days that do not count, and contacts with a youth. Codes and dates only."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field, Relationship

from accounts.models import User
from foundation.db import Row, UtcDateTime, code
from youths.models import Youth


class PauseReason(StrEnum):
    """Why days do not count. None of them says anything of health."""

    WORK = "work"
    STUDIES = "studies"
    SERVICE = "service"
    AWAY = "away"
    OWN_WISH = "own_wish"
    OTHER = "other"


class Pause(Row, table=True):
    """Days that are not counted, the first and the last one too; without a last day it goes on."""

    __table_args__ = (
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="ends_after_start"),
    )

    youth_id: UUID = Field(foreign_key="youth.id", index=True, ondelete="CASCADE")
    reason: PauseReason = code(PauseReason)
    starts_on: date
    ends_on: date | None = None
    written_by_id: UUID = Field(foreign_key="user.id")
    created_at: datetime = Field(sa_type=UtcDateTime)

    youth: Youth = Relationship()


class Way(StrEnum):
    """How somebody got in touch with a youth."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    TEXT_MESSAGE = "text_message"
    MAIL = "mail"
    VIDEO = "video"
    VISIT = "visit"


class YouthContact(Row, table=True):
    """One contact: the day, the way, who sought it, and whether the two reached each other."""

    __tablename__: ClassVar[str] = "youth_contact"

    youth_id: UUID = Field(foreign_key="youth.id", index=True, ondelete="CASCADE")
    made_on: date
    way: Way = code(Way)
    is_reached: bool = True
    by_id: UUID = Field(foreign_key="user.id")
    created_at: datetime = Field(sa_type=UtcDateTime)

    by: User = Relationship()
    youth: Youth = Relationship()
