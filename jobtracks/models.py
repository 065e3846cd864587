"""Job tracks: a way to work in an occupation that is short of people, agreed with employers.

A track has two parts with the pathway choice between them, steps in each, and cohorts with seats.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, Relationship

from accounts.models import Team, User
from employers.models import Employer
from foundation.db import Row, UtcDateTime, Versioned, code, document


class TrackState(StrEnum):
    """Where a track is. A full one is still read, but has no seat to offer."""

    DRAFT = "draft"
    PUBLISHED = "published"
    FULL = "full"
    PAUSED = "paused"
    ENDED = "ended"


class Situation(StrEnum):
    """How hard an occupation is to recruit to, as a forecast says.

    In a paradox people look for the work and employers for people, and they do not meet.
    """

    SHORTAGE = "shortage"
    PARADOX = "paradox"
    BALANCE = "balance"
    SURPLUS = "surplus"


class Level(StrEnum):
    """Small, middling or large; of a number of people it is falling, steady or growing."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


class Shortage(Row, table=True):
    """What a forecast says of an occupation in a region, in one of its rounds.

    `region` is a county's code, empty for the whole country. `published_on` is the day from which
    the age of the round is counted.
    """

    __table_args__ = (UniqueConstraint("source", "round", "region", "occupation", "title"),)

    source: str
    round: str
    region: str = ""
    occupation: str = Field(index=True)
    title: str
    situation: Situation = code(Situation)
    chances: Level | None = code(Level, optional=True)
    outlook: Level | None = code(Level, optional=True)
    published_on: date
    imported_at: datetime = Field(sa_type=UtcDateTime)


class Mastery(StrEnum):
    """How well something is to be mastered when the track has been gone through."""

    BASIC = "basic"
    GOOD = "good"
    ALONE = "alone"


class Competence(BaseModel):
    """One line of a competence profile."""

    model_config = ConfigDict(frozen=True)

    skill: str
    mastery: Mastery


class JobTrack(Versioned, table=True):
    """A track of a team: for which occupations, why, towards which competence, for whom.

    `municipality` is where it is, where that is not where the team is. `moves` counts what has been
    done with the track as a whole; see `jobtracks.states`.
    """

    __tablename__: ClassVar[str] = "job_track"

    team_id: UUID = Field(foreign_key="team.id", index=True)
    title: str
    summary: str = ""
    municipality: str | None = None
    occupations: list[str] = document(list[str], default=list)
    shortage_id: UUID | None = Field(default=None, foreign_key="shortage.id")
    profile: list[Competence] = document(list[Competence], default=list)
    profile_changed_on: date | None = None
    target_groups: list[str] = document(list[str], default=list)
    contact_id: UUID = Field(foreign_key="user.id")

    state: TrackState = code(TrackState, default=TrackState.DRAFT, index=True)
    state_since: datetime = Field(sa_type=UtcDateTime)
    moves: int = 0
    created_at: datetime = Field(sa_type=UtcDateTime)

    team: Team = Relationship()
    shortage: Shortage | None = Relationship()
    contact: User = Relationship()

    @property
    def seat(self) -> str:
        """The municipality that it is in."""
        return self.municipality or self.team.municipality


class TrackMove(Row, table=True):
    """What was done with a track as a whole: when, by whom, from where to where, and why.

    `by_id` is None for what follows of itself, as when the last seat is taken.
    """

    __tablename__: ClassVar[str] = "job_track_move"

    track_id: UUID = Field(foreign_key="job_track.id", index=True, ondelete="CASCADE")
    at: datetime = Field(sa_type=UtcDateTime)
    by_id: UUID | None = Field(default=None, foreign_key="user.id")
    act: str
    before: str
    after: str
    note: str = ""

    by: User | None = Relationship()


class ProfileAgreement(Row, table=True):
    """That an employer agreed to the competence profile, on which day."""

    __tablename__: ClassVar[str] = "profile_agreement"

    track_id: UUID = Field(foreign_key="job_track.id", index=True, ondelete="CASCADE")
    employer_id: UUID = Field(foreign_key="employer.id", index=True)
    agreed_on: date

    employer: Employer = Relationship()


class LetterOfIntent(Row, table=True):
    """That an employer means to take so many from the track, within a period."""

    __tablename__: ClassVar[str] = "letter_of_intent"
    __table_args__ = (
        CheckConstraint("places BETWEEN 1 AND 500", name="places_within_reason"),
        CheckConstraint("ends_on >= starts_on", name="ends_after_start"),
    )

    track_id: UUID = Field(foreign_key="job_track.id", index=True, ondelete="CASCADE")
    employer_id: UUID = Field(foreign_key="employer.id", index=True)
    places: int
    starts_on: date
    ends_on: date

    employer: Employer = Relationship()


class Part(StrEnum):
    """Before or after the pathway choice."""

    BEFORE = "before"
    AFTER = "after"


class Path(StrEnum):
    """What is chosen between the two parts."""

    STUDIES = "studies"
    WORKPLACE = "workplace"


class StepKind(StrEnum):
    """What a step of a track is."""

    LANGUAGE = "language"
    COURSE = "course"
    STUDY_VISIT = "study_visit"
    WORK_PLACEMENT = "work_placement"
    VALIDATION = "validation"
    LICENCE = "licence"
    STUDIES = "studies"
    EMPLOYMENT = "employment"


class LanguageGiven(BaseModel):
    """A language, and the CEFR level at which one knows it after the step."""

    model_config = ConfigDict(frozen=True)

    language: str
    level: str


class Gives(BaseModel):
    """What one has after a step. Skills and certificates are named as employers name them."""

    model_config = ConfigDict(frozen=True)

    skills: tuple[str, ...] = ()
    languages: tuple[LanguageGiven, ...] = ()
    driving_licences: tuple[str, ...] = ()
    education_level: str | None = None
    certificates: tuple[str, ...] = ()


class TrackStep(Row, table=True):
    """Something to go through. Steps of a part that have the same `turn` are done side by side.

    `path` narrows a step after the choice to those who chose so; None is for both.
    """

    __tablename__: ClassVar[str] = "track_step"
    __table_args__ = (
        CheckConstraint("weeks BETWEEN 1 AND 200", name="weeks_within_reason"),
        CheckConstraint("hours BETWEEN 1 AND 60", name="hours_within_a_week"),
        CheckConstraint("part = 'after' OR path IS NULL", name="a_path_comes_after_the_choice"),
    )

    track_id: UUID = Field(foreign_key="job_track.id", index=True, ondelete="CASCADE")
    part: Part = code(Part)
    path: Path | None = code(Path, optional=True)
    turn: int = 1
    kind: StepKind = code(StepKind)
    title: str
    weeks: int
    hours: int | None = None
    provider: str = ""
    prerequisites: str = ""
    gives: Gives = document(Gives, default=Gives)


class Cohort(Row, table=True):
    """A start of a track with a number of seats; `taken` counts those that somebody has.

    `is_open` says whether seats that are free, or come free, are still given to somebody.
    """

    __table_args__ = (
        CheckConstraint("seats BETWEEN 1 AND 500", name="seats_within_reason"),
        CheckConstraint("taken BETWEEN 0 AND seats", name="taken_within_seats"),
    )

    track_id: UUID = Field(foreign_key="job_track.id", index=True, ondelete="CASCADE")
    starts_on: date
    seats: int
    taken: int = 0
    is_open: bool = True

    track: JobTrack = Relationship()

    @property
    def seats_left(self) -> int:
        """How many more can get a seat; none where nobody is taken in any more."""
        return self.seats - self.taken if self.is_open else 0
