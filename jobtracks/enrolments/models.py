"""A youth's way on a track, from the first interest until she has completed or left it."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, Relationship

from accounts.models import User
from foundation.db import Row, UtcDateTime, code, document
from jobtracks.models import Cohort, Path, TrackStep
from youths.models import Youth


class EnrolmentState(StrEnum):
    """How far somebody has come with a cohort."""

    INTEREST = "interest"
    WAITING = "waiting"
    OFFERED = "offered"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    LEFT = "left"


OVER = frozenset({EnrolmentState.COMPLETED, EnrolmentState.LEFT})
HOLDS_SEAT = frozenset(
    {
        EnrolmentState.OFFERED,
        EnrolmentState.ACTIVE,
        EnrolmentState.PAUSED,
        EnrolmentState.COMPLETED,
    }
)
"""Whoever has completed the track has used her seat; whoever leaves it gives hers back."""


class Why(StrEnum):
    """Why somebody is not on the track any more. Health has no code, and is not kept."""

    DECLINED = "declined"
    FOUND_JOB = "found_job"
    BEGAN_STUDIES = "began_studies"
    OTHER_SUPPORT = "other_support"
    OTHER_AIM = "other_aim"
    MOVED = "moved"
    TRAVEL_OR_TIMES = "travel_or_times"
    NO_CONTACT = "no_contact"
    TRACK_ENDED = "track_ended"
    ARCHIVED = "archived"
    OTHER = "other"


class Before(StrEnum):
    """Why somebody goes before others in the line."""

    NEAR_DAY_90 = "near_day_90"
    HAS_AN_EMPLOYER = "has_an_employer"
    PROMISED_EARLIER = "promised_earlier"
    OTHER_EFFORT_ENDS = "other_effort_ends"


class Enrolment(Row, table=True):
    """One youth and one cohort; at most one of the two is open at a time.

    The line goes by `in_line_since`: the moment of the first interest, or of an offer that nobody
    answered. `answer_by` is the last day to answer an offer.
    """

    __table_args__ = (
        Index(
            "uq_enrolment_open",
            "youth_id",
            "cohort_id",
            unique=True,
            sqlite_where=text("state NOT IN ('completed', 'left')"),
            postgresql_where=text("state NOT IN ('completed', 'left')"),
        ),
        CheckConstraint("(state = 'left') = (left_why IS NOT NULL)", name="who_left_has_a_reason"),
        CheckConstraint(
            "(state = 'offered') = (answer_by IS NOT NULL)", name="an_offer_has_a_last_day"
        ),
    )

    cohort_id: UUID = Field(foreign_key="cohort.id", index=True)
    youth_id: UUID = Field(foreign_key="youth.id", index=True, ondelete="CASCADE")
    state: EnrolmentState = code(EnrolmentState, default=EnrolmentState.INTEREST, index=True)
    state_since: datetime = Field(sa_type=UtcDateTime)
    moves: int = 0
    in_line_since: datetime = Field(sa_type=UtcDateTime)
    goes_before: Before | None = code(Before, optional=True)
    answer_by: date | None = Field(default=None, index=True)
    started_on: date | None = None
    ended_on: date | None = None
    left_why: Why | None = code(Why, optional=True)
    created_at: datetime = Field(sa_type=UtcDateTime)

    cohort: Cohort = Relationship()
    youth: Youth = Relationship()

    @property
    def is_open(self) -> bool:
        """Whether anything more can come of it."""
        return self.state not in OVER


class EnrolmentMove(Row, table=True):
    """One act: when, by whom, from where to where, and why. `by_id` is None for the clock."""

    __tablename__: ClassVar[str] = "enrolment_move"

    enrolment_id: UUID = Field(foreign_key="enrolment.id", index=True, ondelete="CASCADE")
    at: datetime = Field(sa_type=UtcDateTime)
    by_id: UUID | None = Field(default=None, foreign_key="user.id")
    act: str
    before: str
    after: str
    why: str | None = None
    note: str = ""

    by: User | None = Relationship()


class StepTaken(Row, table=True):
    """When somebody really began and ended a step."""

    __tablename__: ClassVar[str] = "step_taken"
    __table_args__ = (
        UniqueConstraint("enrolment_id", "step_id"),
        CheckConstraint("ended_on >= started_on", name="ends_after_start"),
    )

    enrolment_id: UUID = Field(foreign_key="enrolment.id", index=True, ondelete="CASCADE")
    step_id: UUID = Field(foreign_key="track_step.id", index=True)
    started_on: date
    ended_on: date | None = None

    step: TrackStep = Relationship()


class ChoiceReason(StrEnum):
    """Why a path was chosen."""

    OWN_WISH = "own_wish"
    TRIED_IT = "tried_it"
    EMPLOYER_OFFERS = "employer_offers"
    NEEDS_EDUCATION = "needs_education"
    QUICKER_TO_WORK = "quicker_to_work"


class TookPart(StrEnum):
    """Who was there when a path was chosen."""

    YOUTH = "youth"
    CASEWORKER = "caseworker"
    EMPLOYER = "employer"
    PROVIDER = "provider"
    STUDY_COUNSELLOR = "study_counsellor"
    OTHER_AGENCY = "other_agency"
    RELATIVE = "relative"


class PathwayChoice(Row, table=True):
    """What somebody chose between the two parts; a later choice stands beside the earlier ones."""

    __tablename__: ClassVar[str] = "pathway_choice"

    enrolment_id: UUID = Field(foreign_key="enrolment.id", index=True, ondelete="CASCADE")
    path: Path = code(Path)
    chosen_on: date
    reasons: list[ChoiceReason] = document(list[ChoiceReason], default=list)
    took_part: list[TookPart] = document(list[TookPart], default=list)
    words: str = ""
    recorded_by_id: UUID = Field(foreign_key="user.id")
    recorded_at: datetime = Field(sa_type=UtcDateTime)

    recorded_by: User = Relationship()
