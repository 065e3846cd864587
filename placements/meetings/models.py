"""Meetings of an introduction."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field, Relationship

from accounts.models import User
from foundation.db import UtcDateTime, Versioned, code
from placements.models import Introduction


class How(StrEnum):
    """In which way people meet."""

    ON_SITE = "on_site"
    PHONE = "phone"
    VIDEO = "video"


class Reply(StrEnum):
    """What the employer says about a time."""

    FITS = "fits"
    OTHER_TIME = "other_time"


class Meeting(Versioned, table=True):
    """A time and a place. `sequence` counts its changes, as calendars do (RFC 5545, 3.8.7.4).

    `message` is for the employer; `ask_for` and `directions` help the youth to find there.
    """

    __table_args__ = (CheckConstraint("minutes > 0", name="takes_some_time"),)

    introduction_id: UUID = Field(foreign_key="introduction.id", index=True, ondelete="CASCADE")
    starts_at: datetime = Field(sa_type=UtcDateTime, index=True)
    minutes: int
    how: How = code(How)
    place: str = ""
    ask_for: str = ""
    directions: str = ""
    message: str = ""
    sequence: int = 0
    proposed_by_id: UUID = Field(foreign_key="user.id")
    proposed_at: datetime = Field(sa_type=UtcDateTime)
    cancelled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reply: Reply | None = code(Reply, optional=True)
    reply_words: str = ""
    replied_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    replied_by_id: UUID | None = Field(default=None, foreign_key="user.id")

    introduction: Introduction = Relationship()
    proposed_by: User = Relationship(
        sa_relationship_kwargs={"foreign_keys": "Meeting.proposed_by_id"}
    )

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)
