"""Answers that goals are counted by, and nothing else reads: no profile, ranking, list or export.

They are sensitive or lie under other authorities' secrecy, so the row says as little as the goal
needs: a kind, an answer out of a closed list, and from which day it is so.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from foundation.db import Row, UtcDateTime, code


class FactKind(StrEnum):
    """What is asked. Income support is asked at registration and again later; the others once."""

    SEX = "sex"
    IMMIGRANT_BACKGROUND = "immigrant_background"
    SOCIAL_INSURANCE = "social_insurance"
    INCOME_SUPPORT_AT_START = "income_support_at_start"
    INCOME_SUPPORT = "income_support"


class Answer(StrEnum):
    """What may be answered; a question that nobody has answered has no row."""

    YES = "yes"
    NO = "no"
    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"


ANSWERS: dict[FactKind, tuple[Answer, ...]] = {
    FactKind.SEX: (Answer.WOMAN, Answer.MAN, Answer.OTHER),
    FactKind.IMMIGRANT_BACKGROUND: (Answer.YES, Answer.NO),
    FactKind.SOCIAL_INSURANCE: (Answer.YES, Answer.NO),
    FactKind.INCOME_SUPPORT_AT_START: (Answer.YES, Answer.NO),
    FactKind.INCOME_SUPPORT: (Answer.YES, Answer.NO),
}
CHANGING = frozenset({FactKind.INCOME_SUPPORT})
"""What is kept as a history; of the others the latest answer replaces the one before."""


class GoalFact(Row, table=True):
    """One answer about a youth, from a day on. It is written, replaced and counted, never shown."""

    __tablename__: ClassVar[str] = "goal_fact"
    __table_args__ = (UniqueConstraint("youth_id", "kind", "since"),)

    youth_id: UUID = Field(foreign_key="youth.id", ondelete="CASCADE")
    kind: FactKind = code(FactKind, index=True)
    answer: Answer = code(Answer)
    since: date
    recorded_by_id: UUID = Field(foreign_key="user.id")
    recorded_at: datetime = Field(sa_type=UtcDateTime)
