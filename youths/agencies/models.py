"""Handovers, referrals, each agency's status, questions, and notes that belong to an agency.

What an agency keeps is its own. Another agency sees it only through an `AgencyShare`, which says
on which ground it was shared, and which can be taken back. `youths.agencies.seeing` is the table
of who sees what.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, Relationship

from accounts.models import Agency, Team, User
from foundation.db import Row, UtcDateTime, code
from youths.models import Youth


class Ground(StrEnum):
    """What lets one agency tell another: OSL 10:1 and ch. 12; ch. 26 and 28; 10:28."""

    CONSENT = "consent"
    NO_HARM = "no_harm"
    DUTY = "duty"


class HandoverState(StrEnum):
    """What has become of an offer. Only an accepted one changes who is responsible."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class DeclineReason(StrEnum):
    """Why a colleague says no to a handover."""

    NO_ROOM = "no_room"
    OTHER_AGENCY = "other_agency"
    BAD_TIME = "bad_time"
    UNCLEAR = "unclear"
    OTHER = "other"


class Handover(Row, table=True):
    """An offer to be responsible for a youth; one at most is open at a time.

    `from_id` stays responsible until `to_id` has accepted. `due_on` is the last day to answer.
    """

    __table_args__ = (
        Index(
            "uq_handover_open",
            "youth_id",
            unique=True,
            sqlite_where=text("state = 'offered'"),
            postgresql_where=text("state = 'offered'"),
        ),
    )

    youth_id: UUID = Field(foreign_key="youth.id", index=True, ondelete="CASCADE")
    from_id: UUID = Field(foreign_key="user.id", index=True)
    to_id: UUID = Field(foreign_key="user.id", index=True)
    to_team_id: UUID = Field(foreign_key="team.id")
    message: str
    ground: Ground = code(Ground)
    state: HandoverState = code(HandoverState, default=HandoverState.OFFERED, index=True)
    offered_at: datetime = Field(sa_type=UtcDateTime)
    due_on: date
    warned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    declined_why: DeclineReason | None = code(DeclineReason, optional=True)
    declined_words: str = ""

    youth: Youth = Relationship()
    to_team: Team = Relationship()
    giver: User = Relationship(sa_relationship_kwargs={"foreign_keys": "Handover.from_id"})
    receiver: User = Relationship(sa_relationship_kwargs={"foreign_keys": "Handover.to_id"})


class ReferralPurpose(StrEnum):
    """What a youth is referred to another agency for. Never a diagnosis or a benefit."""

    PLANNING = "planning"
    STUDIES = "studies"
    WORK = "work"
    GUIDANCE = "guidance"
    HOUSEHOLD = "household"
    SUPPORT = "support"
    OTHER = "other"


class ReferralOutcome(StrEnum):
    """What came of a referral."""

    RECEIVED = "received"
    STARTED = "started"
    SENT_BACK = "sent_back"
    SENT_ON = "sent_on"
    DID_NOT_COME = "did_not_come"
    NOT_NEEDED = "not_needed"


class Referral(Row, table=True):
    """A youth was sent from one agency to another."""

    __table_args__ = (CheckConstraint("from_agency_id <> to_agency_id", name="goes_elsewhere"),)

    youth_id: UUID = Field(foreign_key="youth.id", index=True, ondelete="CASCADE")
    from_agency_id: UUID = Field(foreign_key="agency.id", index=True)
    to_agency_id: UUID = Field(foreign_key="agency.id", index=True)
    made_on: date
    purpose: ReferralPurpose = code(ReferralPurpose)
    made_by_id: UUID = Field(foreign_key="user.id")
    created_at: datetime = Field(sa_type=UtcDateTime)
    outcome: ReferralOutcome | None = code(ReferralOutcome, optional=True)
    outcome_on: date | None = None

    from_agency: Agency = Relationship(
        sa_relationship_kwargs={"foreign_keys": "Referral.from_agency_id"}
    )
    to_agency: Agency = Relationship(
        sa_relationship_kwargs={"foreign_keys": "Referral.to_agency_id"}
    )


class AgencyStatus(Row, table=True):
    """Where a youth stands with one agency from a day on; the newest row of an agency is in force.

    `status` is a code of the agency's own list in `youths.agencies.vocabulary`.
    """

    __tablename__: ClassVar[str] = "agency_status"
    __table_args__ = (Index("ix_agency_status_youth_agency", "youth_id", "agency_id"),)

    youth_id: UUID = Field(foreign_key="youth.id", ondelete="CASCADE")
    agency_id: UUID = Field(foreign_key="agency.id")
    status: str
    since: date
    detail: str = ""
    by_id: UUID = Field(foreign_key="user.id")
    created_at: datetime = Field(sa_type=UtcDateTime)

    agency: Agency = Relationship()


class AgencyQuestion(Row, table=True):
    """A question to a colleague of another agency, instead of one more appointment."""

    __tablename__: ClassVar[str] = "agency_question"

    youth_id: UUID = Field(foreign_key="youth.id", index=True, ondelete="CASCADE")
    from_agency_id: UUID = Field(foreign_key="agency.id")
    to_agency_id: UUID = Field(foreign_key="agency.id")
    asked_by_id: UUID = Field(foreign_key="user.id", index=True)
    to_id: UUID = Field(foreign_key="user.id", index=True)
    text: str
    ground: Ground = code(Ground)
    due_on: date = Field(index=True)
    asked_at: datetime = Field(sa_type=UtcDateTime)
    answer: str = ""
    answer_ground: Ground | None = code(Ground, optional=True)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answered_by_id: UUID | None = Field(default=None, foreign_key="user.id")
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    youth: Youth = Relationship()
    from_agency: Agency = Relationship(
        sa_relationship_kwargs={"foreign_keys": "AgencyQuestion.from_agency_id"}
    )
    to_agency: Agency = Relationship(
        sa_relationship_kwargs={"foreign_keys": "AgencyQuestion.to_agency_id"}
    )
    asked_by: User = Relationship(
        sa_relationship_kwargs={"foreign_keys": "AgencyQuestion.asked_by_id"}
    )
    to: User = Relationship(sa_relationship_kwargs={"foreign_keys": "AgencyQuestion.to_id"})

    @property
    def is_open(self) -> bool:
        """Whether an answer is still waited for."""
        return self.answered_at is None and self.withdrawn_at is None


class AgencyNote(Row, table=True):
    """What somebody of an agency has written down about a youth; it belongs to that agency."""

    __tablename__: ClassVar[str] = "agency_note"

    youth_id: UUID = Field(foreign_key="youth.id", index=True, ondelete="CASCADE")
    agency_id: UUID = Field(foreign_key="agency.id")
    by_id: UUID = Field(foreign_key="user.id")
    text: str
    created_at: datetime = Field(sa_type=UtcDateTime)

    agency: Agency = Relationship()
    by: User = Relationship()


class AgencyShare(Row, table=True):
    """One note, or one status, that an agency has let another agency see, and on which ground."""

    __tablename__: ClassVar[str] = "agency_share"
    __table_args__ = (
        CheckConstraint("(note_id IS NULL) <> (status_id IS NULL)", name="shares_one_thing"),
        Index(
            "uq_agency_share_note",
            "note_id",
            "to_agency_id",
            unique=True,
            sqlite_where=text("revoked_at IS NULL"),
            postgresql_where=text("revoked_at IS NULL"),
        ),
        Index(
            "uq_agency_share_status",
            "status_id",
            "to_agency_id",
            unique=True,
            sqlite_where=text("revoked_at IS NULL"),
            postgresql_where=text("revoked_at IS NULL"),
        ),
    )

    note_id: UUID | None = Field(default=None, foreign_key="agency_note.id", ondelete="CASCADE")
    status_id: UUID | None = Field(default=None, foreign_key="agency_status.id", ondelete="CASCADE")
    to_agency_id: UUID = Field(foreign_key="agency.id")
    ground: Ground = code(Ground)
    by_id: UUID = Field(foreign_key="user.id")
    shared_at: datetime = Field(sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    revoked_by_id: UUID | None = Field(default=None, foreign_key="user.id")

    to_agency: Agency = Relationship()
