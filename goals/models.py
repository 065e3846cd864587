"""Programmes, their goals, series from elsewhere, and reports that stay as they were made."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, Relationship

from accounts.models import Team, User
from foundation.db import Row, UtcDateTime, Versioned, code, document
from goals.frozen import Frozen


class MeasureCode(StrEnum):
    """What can be counted; `goals.measures` holds the query behind each."""

    WORK_OR_STUDIES = "work_or_studies"
    JOB_SEEKERS = "job_seekers"
    WIDENED_SEARCH = "widened_search"
    INCOME_SUPPORT = "income_support"
    EMPLOYER_ANSWERS = "employer_answers"
    MEETINGS = "meetings"
    TRACKS = "tracks"
    PLEDGED_PLACEMENTS = "pledged_placements"


class Group(StrEnum):
    """Whom a goal about youths is narrowed to, by an answer that only goals read."""

    IMMIGRANT_BACKGROUND = "immigrant_background"
    SOCIAL_INSURANCE = "social_insurance"
    INCOME_SUPPORT = "income_support"
    WOMEN = "women"
    MEN = "men"


class Programme(Versioned, table=True):
    """Work with an end and a budget: what it costs, what a funder gives of that, and when it runs.

    Money is in whole kronor. A goal lies within its programme.
    """

    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="ends_after_start"),
        CheckConstraint("budget >= 0 AND grant_amount >= 0", name="money_is_not_negative"),
        CheckConstraint("grant_amount <= budget", name="grant_within_budget"),
    )

    name: str = Field(unique=True)
    funder: str = ""
    budget: int
    grant_amount: int = 0
    starts_on: date
    ends_on: date
    created_at: datetime = Field(sa_type=UtcDateTime)


class Series(Row, table=True):
    """Figures from elsewhere, such as the unemployment of those aged 18 to 24."""

    __tablename__: ClassVar[str] = "outside_series"

    name: str = Field(unique=True)
    unit: str = "%"


class SeriesPoint(Row, table=True):
    """One figure of a series: what it is of, from where, and on which day it was fetched there."""

    __tablename__: ClassVar[str] = "outside_figure"
    __table_args__ = (UniqueConstraint("series_id", "period_on"),)

    series_id: UUID = Field(foreign_key="outside_series.id", ondelete="CASCADE")
    period_on: date
    figure: float
    source: str
    fetched_on: date


class Goal(Versioned, table=True):
    """A figure that is to be reached: of what, among whom, from where, by when, and who minds it.

    `baseline` and `target` are in the measure's unit. The cohort is who was registered from
    `starts_on` to `ends_on`, in one team or in all, in one group or in none.
    """

    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="ends_after_start"),
        CheckConstraint("cohort IS NULL OR team_id IS NULL", name="a_group_is_of_all_teams"),
    )

    programme_id: UUID = Field(foreign_key="programme.id", index=True, ondelete="CASCADE")
    measure: MeasureCode = code(MeasureCode)
    name: str
    words: str = ""
    cohort: Group | None = code(Group, optional=True)
    team_id: UUID | None = Field(default=None, foreign_key="team.id", index=True)
    baseline: float | None = None
    baseline_source: str = ""
    target: float
    starts_on: date
    ends_on: date
    owner_id: UUID = Field(foreign_key="user.id")
    beside_id: UUID | None = Field(
        default=None, foreign_key="outside_series.id", ondelete="SET NULL"
    )
    turn: int = 0
    created_at: datetime = Field(sa_type=UtcDateTime)

    programme: Programme = Relationship()
    team: Team | None = Relationship()
    owner: User = Relationship()
    beside: Series | None = Relationship()


class Report(Row, table=True):
    """Figures with their definitions as they stood on a day. Nothing changes them afterwards.

    `number` counts the reports of a programme; `language` is the one that it was written in.
    """

    __tablename__: ClassVar[str] = "goal_report"
    __table_args__ = (UniqueConstraint("programme_id", "number"),)

    programme_id: UUID = Field(foreign_key="programme.id", ondelete="CASCADE")
    number: int
    title: str
    as_of: date
    language: str
    content: Frozen = document(Frozen, default=Frozen)
    made_by_id: UUID = Field(foreign_key="user.id")
    made_at: datetime = Field(sa_type=UtcDateTime)
    published_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    programme: Programme = Relationship()
    made_by: User = Relationship()
