"""Placements, follow-ups, and what employer and youth say at the end."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, Relationship

from accounts.models import User
from foundation.db import Row, UtcDateTime, code, document
from placements.models import Introduction, Party


class Outcome(StrEnum):
    """What a placement led to."""

    JOB_HERE = "job_here"
    JOB_ELSEWHERE = "job_elsewhere"
    STUDIES = "studies"
    NOTHING_YET = "nothing_yet"
    BROKEN_OFF = "broken_off"


class EndReason(StrEnum):
    """Why a placement ended before its last day. None of them says anything of health."""

    YOUTH_CHOSE = "youth_chose"
    EMPLOYER_CHOSE = "employer_chose"
    FOUND_OTHER = "found_other"
    WORKPLACE_CHANGED = "workplace_changed"
    OTHER = "other"


class Placement(Row, table=True):
    """A person at a workplace. Without `ends_on` it goes on until further notice."""

    __table_args__ = (
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="ends_after_start"),
        CheckConstraint(
            "(ended_on IS NULL) = (outcome IS NULL)", name="outcome_comes_with_the_end"
        ),
    )

    introduction_id: UUID = Field(foreign_key="introduction.id", unique=True, ondelete="CASCADE")
    starts_on: date
    ends_on: date | None = Field(default=None, index=True)
    ended_on: date | None = None
    end_reason: EndReason | None = code(EndReason, optional=True)
    outcome: Outcome | None = code(Outcome, optional=True, index=True)
    outcome_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    note: str = ""

    introduction: Introduction = Relationship()


class FollowUp(Row, table=True):
    """A talk during a placement: planned for a day, then done, with attendance since the last."""

    __table_args__ = (
        CheckConstraint("days_present <= days_planned", name="present_within_planned"),
    )

    placement_id: UUID = Field(foreign_key="placement.id", index=True, ondelete="CASCADE")
    due_on: date = Field(index=True)
    done_on: date | None = None
    by_id: UUID | None = Field(default=None, foreign_key="user.id")
    days_planned: int | None = None
    days_present: int | None = None
    note: str = ""

    by: User | None = Relationship()


class Assessment(Row, table=True):
    """What one side says when a placement has ended: answers 1–4 by question, and a few words."""

    __table_args__ = (UniqueConstraint("placement_id", "party"),)

    placement_id: UUID = Field(foreign_key="placement.id", ondelete="CASCADE")
    party: Party = code(Party)
    answers: dict[str, int] = document(dict[str, int], default=dict)
    words: str = ""
    given_at: datetime = Field(sa_type=UtcDateTime)
    by_id: UUID | None = Field(default=None, foreign_key="user.id")
