"""Suggestions: what the ranking proposed, why, and what a person decided."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import UniqueConstraint
from sqlmodel import Field, Relationship

from accounts.models import User
from foundation.db import Row, UtcDateTime, code, document
from openings.models import Opening
from youths.models import Youth


class SuggestionState(StrEnum):
    """What has become of a suggestion. Only NEW ones may be changed by the nightly refresh."""

    NEW = "new"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    LATER = "later"


class DismissalReason(StrEnum):
    """Why a caseworker turned a suggestion down; the ranking learns from counts of these."""

    YOUTH_NOT_INTERESTED = "youth_not_interested"
    TOO_FAR = "too_far"
    WRONG_OCCUPATION = "wrong_occupation"
    REQUIREMENTS_TOO_HIGH = "requirements_too_high"
    ALREADY_APPLIED = "already_applied"
    OPENING_OUTDATED = "opening_outdated"
    OTHER = "other"


class Part(BaseModel):
    """A coded statement with its facts: a reason (with points), a gap, or a question."""

    model_config = ConfigDict(frozen=True)

    code: str
    points: float = 0.0
    facts: dict[str, Any] = {}


class Suggestion(Row, table=True):
    """An opening proposed for a youth. The score is the sum of the reasons' points.

    A widening one fits what she can, outside what she asks for. `picked_for` is the ISO week
    ("2026-W47") for which the weekly sharing picked it for her.
    """

    __table_args__ = (UniqueConstraint("youth_id", "opening_id"),)

    youth_id: UUID = Field(foreign_key="youth.id", ondelete="CASCADE")
    opening_id: UUID = Field(foreign_key="opening.id", index=True, ondelete="CASCADE")
    score: float
    label: str
    reasons: list[Part] = document(list[Part], default=list)
    gaps: list[Part] = document(list[Part], default=list)
    questions: list[Part] = document(list[Part], default=list)
    ranked_by: str
    is_current: bool = True
    is_widening: bool = False
    picked_for: str | None = None
    first_suggested_at: datetime = Field(sa_type=UtcDateTime, index=True)
    refreshed_at: datetime = Field(sa_type=UtcDateTime)

    state: SuggestionState = code(SuggestionState, default=SuggestionState.NEW, index=True)
    decided_by_id: UUID | None = Field(default=None, foreign_key="user.id")
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    dismissal_reason: DismissalReason | None = code(DismissalReason, optional=True)
    note: str = ""
    later_until: date | None = None

    youth: Youth = Relationship()
    opening: Opening = Relationship()
    decided_by: User | None = Relationship()


class RankingWeights(Row, table=True):
    """How much each comparison may weigh, from a day on: who decided it, and why.

    `thousandths` are by the names of `matching.weights.Weights`. `compared` holds what a trial
    run beside the weights before showed, in figures without persons.
    """

    thousandths: dict[str, int] = document(dict[str, int], default=dict)
    why: str
    compared: dict[str, Any] = document(dict[str, Any], default=dict)
    made_by_id: UUID = Field(foreign_key="user.id")
    made_at: datetime = Field(sa_type=UtcDateTime, index=True)

    made_by: User = Relationship()


class Sharing(Row, table=True):
    """One week's sharing out of suggestions: how many were served, and what fairness cost.

    Scores are sums of thousandths: reached, and what everybody's own best would have been.
    """

    week: str = Field(unique=True)
    made_at: datetime = Field(sa_type=UtcDateTime)
    youths: int
    overlooked: int
    picked: int
    reached: int
    unhindered: int
