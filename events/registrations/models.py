"""A youth at an event. Seen by whoever sees the youth, and by no employer."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, Relationship

from events.models import Event
from foundation.db import Row, UtcDateTime, code
from youths.models import Youth


class Coming(StrEnum):
    """Whether a youth comes. Nobody has asked her yet while she is INVITED."""

    INVITED = "invited"
    REGISTERED = "registered"
    DECLINED = "declined"


class Registration(Row, table=True):
    """A youth and an event. `attended` is None until somebody has ticked who came."""

    __tablename__: ClassVar[str] = "event_registration"
    __table_args__ = (UniqueConstraint("event_id", "youth_id"),)

    event_id: UUID = Field(foreign_key="event.id", ondelete="CASCADE")
    youth_id: UUID = Field(foreign_key="youth.id", index=True, ondelete="CASCADE")
    coming: Coming = code(Coming, default=Coming.INVITED)
    registered_by_id: UUID = Field(foreign_key="user.id")
    registered_at: datetime = Field(sa_type=UtcDateTime)
    attended: bool | None = None

    event: Event = Relationship()
    youth: Youth = Relationship()


class Interest(Row, table=True):
    """That a youth is interested in an employer that she met at an event."""

    __tablename__: ClassVar[str] = "event_interest"
    __table_args__ = (UniqueConstraint("registration_id", "invitation_id"),)

    registration_id: UUID = Field(foreign_key="event_registration.id", ondelete="CASCADE")
    invitation_id: UUID = Field(foreign_key="event_invitation.id", index=True, ondelete="CASCADE")
    noted_at: datetime = Field(sa_type=UtcDateTime)
