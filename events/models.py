"""Events: what a team arranges, whom it invites, and what it counts against its goal."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, Relationship, SQLModel

from accounts.models import Team
from employers.models import Employer
from foundation.db import Row, UtcDateTime, Versioned, code, document
from openings.models import Opening


class EventKind(StrEnum):
    """What is arranged."""

    EMPLOYER_MEETING = "employer_meeting"
    COMPANY_VISIT = "company_visit"
    JOB_SEARCH_TRIP = "job_search_trip"
    STUDY_VISIT = "study_visit"


class EventState(StrEnum):
    """Where an event is; `events.states` says what may be done with it."""

    PLANNED = "planned"
    ANNOUNCED = "announced"
    HELD = "held"
    CANCELLED = "cancelled"


class Access(StrEnum):
    """What makes a venue work for more people. What is not ticked is not known to be there."""

    STEP_FREE = "step_free"
    LIFT = "lift"
    TOILET = "toilet"
    HEARING_LOOP = "hearing_loop"
    QUIET_ROOM = "quiet_room"
    PARKING = "parking"
    PUBLIC_TRANSPORT = "public_transport"


class Event(Versioned, table=True):
    """Something that a team arranges: about what, when and where, and for how many youths.

    `words` go to those who are invited. `marketed_on` is the day on which it was made known, and
    `sequence` counts the changes of what stands in calendars (RFC 5545, 3.8.7.4).
    `cost_estimate` is in kronor, as it was reckoned when a trip was planned.
    """

    __table_args__ = (
        CheckConstraint("seats BETWEEN 1 AND 500", name="seats_within_reason"),
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
    )

    team_id: UUID = Field(foreign_key="team.id", index=True)
    kind: EventKind = code(EventKind)
    theme: str
    starts_at: datetime = Field(sa_type=UtcDateTime, index=True)
    ends_at: datetime = Field(sa_type=UtcDateTime)
    country: str = "SE"
    municipality: str
    place: str
    seats: int
    marketed_on: date | None = None
    access: list[Access] = document(list[Access], default=list)
    access_note: str = ""
    words: str = ""
    cost_estimate: int | None = None

    state: EventState = code(EventState, default=EventState.PLANNED, index=True)
    state_since: datetime = Field(sa_type=UtcDateTime)
    sequence: int = 0
    created_by_id: UUID = Field(foreign_key="user.id")
    created_at: datetime = Field(sa_type=UtcDateTime)

    team: Team = Relationship()


class Answer(StrEnum):
    """What an employer says to an invitation."""

    YES = "yes"
    NO = "no"


class Want(StrEnum):
    """What an employer is interested in afterwards."""

    OPENINGS = "openings"
    WORK_PLACEMENT = "work_placement"
    VISIT = "visit"
    MEET_AGAIN = "meet_again"


class Invitation(Row, table=True):
    """An employer at an event: invited, what it said, whether it came, and what it wants since.

    One that is known from feeds only has no row of its own, but a name and a place; nobody can
    write to it. `stop` is its turn on a trip, 0 where there is none.
    """

    __tablename__: ClassVar[str] = "event_invitation"
    __table_args__ = (UniqueConstraint("event_id", "employer_id"),)

    event_id: UUID = Field(foreign_key="event.id", index=True, ondelete="CASCADE")
    employer_id: UUID | None = Field(default=None, foreign_key="employer.id", index=True)
    name: str
    country: str = "SE"
    municipality: str | None = None
    stop: int = 0
    invited_by_id: UUID = Field(foreign_key="user.id")
    invited_at: datetime = Field(sa_type=UtcDateTime)
    written_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answer: Answer | None = code(Answer, optional=True)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    attended: bool | None = None
    wants: list[Want] = document(list[Want], default=list)

    event: Event = Relationship()
    employer: Employer | None = Relationship()


class EventLink(Row, table=True):
    """A link that answers an invitation once. Only the token's digest is kept."""

    __tablename__: ClassVar[str] = "event_link"

    token_hash: str = Field(unique=True)
    invitation_id: UUID = Field(foreign_key="event_invitation.id", index=True, ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    invitation: Invitation = Relationship()


class EventOpening(Row, table=True):
    """That an opening came of an event, as somebody has judged, whenever that was."""

    __tablename__: ClassVar[str] = "event_opening"
    __table_args__ = (UniqueConstraint("event_id", "opening_id"),)

    event_id: UUID = Field(foreign_key="event.id", ondelete="CASCADE")
    opening_id: UUID = Field(foreign_key="opening.id", index=True, ondelete="CASCADE")
    linked_by_id: UUID = Field(foreign_key="user.id")
    linked_at: datetime = Field(sa_type=UtcDateTime)

    opening: Opening = Relationship()


class EventSeries(SQLModel, table=True):
    """How many marketed employer meetings a team means to hold, within its project's period."""

    __tablename__: ClassVar[str] = "event_series"
    __table_args__ = (
        CheckConstraint("goal BETWEEN 1 AND 200", name="goal_within_reason"),
        CheckConstraint("ends_on >= starts_on", name="ends_after_start"),
    )

    team_id: UUID = Field(foreign_key="team.id", primary_key=True, ondelete="CASCADE")
    goal: int
    starts_on: date
    ends_on: date
