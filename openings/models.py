"""Openings: what employers offer here, and what feeds bring from elsewhere and Norway."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, Relationship, SQLModel

from accounts.models import User
from employers.models import Employer
from foundation.db import Row, UtcDateTime, Versioned, code, document
from openings.feeds.models import Feed
from openings.reading import Requirement


class OpeningKind(StrEnum):
    """What is offered."""

    WORK_PLACEMENT = "work_placement"
    JOB = "job"
    APPRENTICESHIP = "apprenticeship"
    SUMMER_JOB = "summer_job"


class OpeningState(StrEnum):
    """Where an opening is; only a published one is ranked and shown.

    A twin is the same as another that is published, and stands back for it meanwhile.
    """

    DRAFT = "draft"
    PUBLISHED = "published"
    PAUSED = "paused"
    CLOSED = "closed"
    TWIN = "twin"


class Source(StrEnum):
    """Where an opening came from: the portal, Platsbanken, NAV, or a neighbour's feed or table."""

    PORTAL = "portal"
    JOBTECH = "jobtech"
    NAV = "nav"
    NEIGHBOUR = "neighbour"


class LanguageNeed(BaseModel):
    """A language that is asked for, with its CEFR level where one is named."""

    model_config = ConfigDict(frozen=True)

    language: str
    level: str | None = None


class Needs(BaseModel):
    """What is asked for."""

    model_config = ConfigDict(frozen=True)

    skills: tuple[str, ...] = ()
    driving_licences: tuple[str, ...] = ()
    languages: tuple[LanguageNeed, ...] = ()
    own_car: bool = False
    authorisation: bool = False


class Merits(Needs):
    """What is nice to have; what is demanded of experience and education has its own columns."""

    experience: bool = False
    education_level: str | None = None


class Reading(BaseModel):
    """A requirement that was read out of the running text, and the words that it rests on."""

    model_config = ConfigDict(frozen=True)

    requirement: Requirement
    value: str = ""
    is_demanded: bool
    evidence: str


_ASKED_BY_A_FEED = ("feed_id", "row_hash", "state", "source", "source_id", "source_updated_at")
"""All that is asked of every opening of a feed each night, so that no row need be read for it: on
SQLite `feed_id` and `row_hash` lie behind the text."""


class Opening(Versioned, table=True):
    """A work placement, job, apprenticeship or summer job with a number of vacancies.

    `taken` counts the vacancies that somebody has been placed on; a filled opening is not ranked.
    `contact` is the employer's person for it: who wrote it, until it is handed over.
    `supervisor` is a name; `supervisor_id` is whose it is, where she is a colleague there.
    `reference` is the employer's own name for it in a table of hers.
    `advice_aside` holds the keys of advice about its words that somebody has answered with no.
    `employer_number` is the organisation number in an ad, never a sole trader's. `is_unread` says
    that what the running text asks for has not been read yet, `is_unpaired` that no twin has been
    looked for. `row_hash` tells a row that has come before, and `twin_of_id` leads to the first of
    openings that are one and the same.
    `is_public` opens its page to the world; `public_changed_at` is None until that was ever done.
    """

    __table_args__ = (
        UniqueConstraint("source", "source_id"),
        UniqueConstraint("employer_id", "reference"),
        CheckConstraint("number_of_vacancies >= 0", name="vacancies_not_negative"),
        CheckConstraint("taken BETWEEN 0 AND number_of_vacancies", name="taken_within_vacancies"),
        CheckConstraint(
            "source <> 'portal' OR employer_id IS NOT NULL", name="portal_has_employer"
        ),
        Index("ix_opening_of_a_feed", *_ASKED_BY_A_FEED),
    )

    source: Source = code(Source, default=Source.PORTAL)
    source_id: str | None = None
    source_url: str | None = None
    source_updated_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    content_hash: str | None = None
    feed_id: UUID | None = Field(default=None, foreign_key="feed.id")
    row_hash: str | None = None
    is_unread: bool = Field(default=False, index=True)
    is_unpaired: bool = Field(default=False, index=True)
    twin_of_id: UUID | None = Field(default=None, foreign_key="opening.id", index=True)

    employer_id: UUID | None = Field(default=None, foreign_key="employer.id", index=True)
    employer_name: str
    employer_number: str | None = Field(default=None, index=True)
    contact_id: UUID | None = Field(default=None, foreign_key="user.id", index=True)
    reference: str | None = None
    state: OpeningState = code(OpeningState, default=OpeningState.DRAFT, index=True)
    kind: OpeningKind = code(OpeningKind, default=OpeningKind.JOB)
    headline: str
    description: str = ""

    occupation: str | None = Field(default=None, index=True)
    occupation_title: str | None = None
    occupation_guessed: bool = False

    country: str = "SE"
    municipality: str | None = None
    county: str | None = None
    street_address: str | None = None

    number_of_vacancies: int = 1
    taken: int = 0
    starts_on: date | None = None
    ends_on: date | None = None
    application_deadline: date | None = None
    scope_min: int | None = None
    scope_max: int | None = None
    working_hours: str = ""
    employment_type: str | None = None

    must_have: Needs = document(Needs, default=Needs)
    nice_to_have: Merits = document(Merits, default=Merits)
    experience_required: bool | None = None
    experience_months: int | None = None
    education_level: str | None = None
    minimum_age: int | None = None
    readings: list[Reading] = document(list[Reading], default=list)

    accessibility: str = ""
    housing: str = ""
    supervisor: str = ""
    supervisor_id: UUID | None = Field(default=None, foreign_key="user.id", index=True)

    created_at: datetime = Field(sa_type=UtcDateTime)
    published_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    advice_aside: list[str] = document(list[str], default=list)
    is_public: bool = False
    public_changed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    employer: Employer | None = Relationship()
    contact: User | None = Relationship(
        sa_relationship_kwargs={"foreign_keys": "Opening.contact_id"}
    )
    feed: Feed | None = Relationship()

    @property
    def vacancies_left(self) -> int:
        """How many more people can be placed on it."""
        return self.number_of_vacancies - self.taken

    @property
    def is_filled(self) -> bool:
        """Whether somebody has been placed on every vacancy that there was."""
        return 0 < self.number_of_vacancies <= self.taken


class Pledge(Versioned, table=True):
    """An organisation's promise of so many vacancies, of a kind or of any, within a period.

    What it and the units below it publish from the first day until and with the last one counts.
    """

    __table_args__ = (
        CheckConstraint("promised BETWEEN 1 AND 5000", name="promised_within_reason"),
        CheckConstraint("ends_on >= starts_on", name="ends_after_start"),
    )

    employer_id: UUID = Field(foreign_key="employer.id", index=True)
    promised: int
    kind: OpeningKind | None = code(OpeningKind, optional=True)
    starts_on: date
    ends_on: date
    note: str = ""
    created_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    employer: Employer = Relationship()


class OpeningViews(SQLModel, table=True):
    """How often an opening's page was opened on a day; by whom is not kept."""

    opening_id: UUID = Field(foreign_key="opening.id", primary_key=True, ondelete="CASCADE")
    day: date = Field(primary_key=True)
    times: int


class UploadedRow(BaseModel):
    """A row of a table that somebody has sent, as `foundation.sheets.SheetRow`."""

    number: int
    cells: dict[str, str]


class OpeningUpload(Row, table=True):
    """A table that waits to be read through; it is thrown away once taken in, or after a day."""

    employer_id: UUID = Field(foreign_key="employer.id", index=True, ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    rows: list[UploadedRow] = document(list[UploadedRow], default=list)
    publishes: bool = False
    made_at: datetime = Field(sa_type=UtcDateTime)

    employer: Employer = Relationship()
