"""Agreements, their versions, and the signatures on each."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, Relationship

from accounts.models import User
from foundation.db import Row, UtcDateTime, Versioned, code, document
from placements.models import Introduction, Party, Way


class AgreementState(StrEnum):
    """Where an agreement is. OPEN can be signed; SIGNED is signed by all three."""

    DRAFT = "draft"
    OPEN = "open"
    SIGNED = "signed"
    DROPPED = "dropped"


class Insurance(StrEnum):
    """Who insures the youth at the workplace."""

    EMPLOYMENT_SERVICE = "employment_service"
    MUNICIPALITY = "municipality"
    EMPLOYER = "employer"
    OTHER = "other"


class OnBehalf(StrEnum):
    """Why somebody's signature was written down by a caseworker."""

    ON_PAPER = "on_paper"
    BY_PHONE = "by_phone"
    AT_MEETING = "at_meeting"


WAY_OF = {
    OnBehalf.ON_PAPER: Way.PAPER,
    OnBehalf.BY_PHONE: Way.PHONE,
    OnBehalf.AT_MEETING: Way.IN_PERSON,
}
SIGNERS = (Party.EMPLOYER, Party.YOUTH, Party.CASEWORKER)
"""Who signs: the caseworker for the municipality."""


class Terms(BaseModel):
    """What is agreed. A draft may leave anything out; `scope` is in percent, `hours` a week."""

    model_config = ConfigDict(frozen=True)

    name: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    scope: int | None = None
    hours: float | None = None
    schedule: str = ""
    tasks: str = ""
    supervisor: str = ""
    supervisor_contact: str = ""
    insurance: Insurance | None = None
    insurance_words: str = ""
    goals: str = ""
    follow_ups: tuple[date, ...] = ()
    clothes: str = ""
    travel: str = ""


class Agreement(Versioned, table=True):
    """An introduction's agreement; at most one that is not dropped.

    `number` is that of the version in force. `updated_at` follows the terms and the state, but
    not the signatures, so that two may sign at once; `touched_at` follows everything.
    """

    __table_args__ = (
        Index(
            "uq_agreement_kept",
            "introduction_id",
            unique=True,
            sqlite_where=text("state <> 'dropped'"),
            postgresql_where=text("state <> 'dropped'"),
        ),
    )

    introduction_id: UUID = Field(foreign_key="introduction.id", index=True, ondelete="CASCADE")
    state: AgreementState = code(AgreementState, default=AgreementState.DRAFT, index=True)
    number: int = 1
    started_by_id: UUID = Field(foreign_key="user.id")
    started_at: datetime = Field(sa_type=UtcDateTime)
    touched_at: datetime = Field(sa_type=UtcDateTime)
    opened_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    signed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    introduction: Introduction = Relationship()


class AgreementVersion(Row, table=True):
    """The terms as worded; what somebody has signed is never changed, only replaced.

    `supervisor_id` is whose name the terms give as supervisor's, where she is a colleague there.
    """

    __tablename__: ClassVar[str] = "agreement_version"
    __table_args__ = (UniqueConstraint("agreement_id", "number"),)

    agreement_id: UUID = Field(foreign_key="agreement.id", ondelete="CASCADE")
    number: int
    terms: Terms = document(Terms, default=Terms)
    supervisor_id: UUID | None = Field(default=None, foreign_key="user.id", index=True)
    written_by_id: UUID = Field(foreign_key="user.id")
    written_at: datetime = Field(sa_type=UtcDateTime)
    replaced_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    agreement: Agreement = Relationship()


class Signature(Row, table=True):
    """One party's signature on a version: the name as typed, and by whom and how it was given."""

    __table_args__ = (UniqueConstraint("version_id", "party"),)

    version_id: UUID = Field(foreign_key="agreement_version.id", ondelete="CASCADE")
    party: Party = code(Party)
    name: str
    by_id: UUID | None = Field(default=None, foreign_key="user.id")
    way: Way = code(Way)
    on_behalf: OnBehalf | None = code(OnBehalf, optional=True)
    note: str = ""
    signed_at: datetime = Field(sa_type=UtcDateTime)

    version: AgreementVersion = Relationship()
    by: User | None = Relationship()
