"""Employers, their workplaces, and the colleagues who may act for them."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, Relationship

from accounts.apart import JudgedApart
from accounts.models import User
from foundation.db import Row, UtcDateTime, Versioned, code, document


class EmployerKind(StrEnum):
    """What sort of organisation offers openings."""

    COMPANY = "company"
    SOLE_TRADER = "sole_trader"
    SOCIAL_ENTERPRISE = "social_enterprise"
    ASSOCIATION = "association"
    MUNICIPALITY = "municipality"
    REGION_OR_STATE = "region_or_state"


class Employer(Versioned, table=True):
    """An organisation that offers openings. A sole trader's number is personal data.

    A unit lies below its `parent_id`, as a school below its municipality, and may have no number
    of its own. One that was merged into another is kept, with its number, and holds nothing else.
    It takes introductions unless it has opted out, or paused until and with a day.
    """

    __table_args__ = (
        UniqueConstraint("country", "organization_number"),
        CheckConstraint(
            "organization_number IS NOT NULL OR parent_id IS NOT NULL"
            " OR merged_into_id IS NOT NULL",
            name="number_or_parent",
        ),
        CheckConstraint("parent_id <> id", name="not_below_itself"),
        CheckConstraint("merged_into_id <> id", name="not_merged_into_itself"),
    )

    name: str
    country: str = "SE"
    organization_number: str | None = None
    parent_id: UUID | None = Field(default=None, foreign_key="employer.id", index=True)
    kind: EmployerKind = code(EmployerKind, default=EmployerKind.COMPANY)
    website: str | None = None
    about: str = ""
    merged_into_id: UUID | None = Field(default=None, foreign_key="employer.id", index=True)
    relation_owner_id: UUID | None = Field(default=None, foreign_key="user.id", index=True)
    paused_until: date | None = None
    opted_out_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)

    relation_owner: User | None = Relationship()

    def takes_introductions(self, on: date) -> bool:
        """Whether anybody may be introduced to the employer on that day."""
        is_paused = self.paused_until is not None and on <= self.paused_until
        return self.opted_out_at is None and not is_paused


class Workplace(Versioned, table=True):
    """Where work is done: an address of an employer, and what it is like to get in there."""

    employer_id: UUID = Field(foreign_key="employer.id", index=True)
    name: str
    country: str = "SE"
    municipality: str
    street_address: str | None = None
    accessibility: str = ""

    employer: Employer = Relationship()


class ColleagueState(StrEnum):
    """How far a person has come towards acting for an employer.

    UNCONFIRMED or INVITED until the mailed link is followed; an UNCONFIRMED person is then ASKED
    where somebody must answer first. She has LEFT when an owner, or she herself, has ended it.
    """

    UNCONFIRMED = "unconfirmed"
    INVITED = "invited"
    ASKED = "asked"
    ACTIVE = "active"
    DECLINED = "declined"
    LEFT = "left"


class ColleagueRole(StrEnum):
    """What an active colleague may do.

    An OWNER everything, a RECRUITER openings and introductions, and a SUPERVISOR only sees the
    placements and meetings that she is named in.
    """

    OWNER = "owner"
    RECRUITER = "recruiter"
    SUPERVISOR = "supervisor"


class Colleague(Row, table=True):
    """A person's tie to an employer. Only an active colleague may act or see anything."""

    __table_args__ = (UniqueConstraint("employer_id", "user_id"),)

    employer_id: UUID = Field(foreign_key="employer.id")
    user_id: UUID = Field(foreign_key="user.id", index=True, ondelete="CASCADE")
    state: ColleagueState = code(ColleagueState)
    role: ColleagueRole = code(ColleagueRole, default=ColleagueRole.RECRUITER)
    asked_at: datetime = Field(sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    employer: Employer = Relationship()
    user: User = Relationship()


class ContactWay(StrEnum):
    """How staff and an employer met."""

    PHONE = "phone"
    VISIT = "visit"
    MAIL = "mail"
    MEETING = "meeting"


class ContactTopic(StrEnum):
    """What they spoke about."""

    OPENINGS = "openings"
    FOLLOW_UP = "follow_up"
    PLEDGE = "pledge"
    MENTORS = "mentors"
    COOPERATION = "cooperation"
    OTHER = "other"


class Contact(Row, table=True):
    """A line of the log of contacts with an employer, never about a youth.

    `next_on` is when to get in touch again; only the newest line's counts.
    """

    __table_args__ = (Index("ix_contact_employer_id_made_on", "employer_id", "made_on"),)

    employer_id: UUID = Field(foreign_key="employer.id")
    by_id: UUID = Field(foreign_key="user.id")
    made_on: date
    way: ContactWay = code(ContactWay)
    topics: list[ContactTopic] = document(list[ContactTopic], default=list)
    note: str = ""
    next_on: date | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)

    employer: Employer = Relationship()
    by: User = Relationship()


class MentorTraining(StrEnum):
    """How far a mentor has come: asked to be one, in training, or trained."""

    ASKED = "asked"
    IN_TRAINING = "in_training"
    TRAINED = "trained"


class Mentor(Versioned, table=True):
    """Somebody at an employer who takes care of youths there, as many as she can at a time."""

    __table_args__ = (
        CheckConstraint("most_youths BETWEEN 1 AND 20", name="most_youths_within_reason"),
        CheckConstraint(
            "(training = 'trained') = (trained_on IS NOT NULL)", name="trained_with_date"
        ),
    )

    employer_id: UUID = Field(foreign_key="employer.id", index=True)
    name: str
    reached_at: str = ""
    training: MentorTraining = code(MentorTraining, default=MentorTraining.ASKED)
    trained_on: date | None = None
    most_youths: int = 1
    created_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    employer: Employer = Relationship()


class Apart(JudgedApart, table=True):
    """Two employers that look like one, and are not, as somebody has judged."""

    __table_args__ = (UniqueConstraint("first_id", "second_id"),)

    first_id: UUID = Field(foreign_key="employer.id")
    second_id: UUID = Field(foreign_key="employer.id", index=True)

    first: Employer = Relationship(sa_relationship_kwargs={"foreign_keys": "Apart.first_id"})
    second: Employer = Relationship(sa_relationship_kwargs={"foreign_keys": "Apart.second_id"})
    judged_by: User = Relationship()
