"""Introductions: the youth's consent, what an employer is told, and every step on the way.

An introduction is one youth's way to one opening, from the question to her until the placement
has ended. Where it stands is its stage; `placements.states` says which step leads where.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, Relationship, SQLModel

from accounts.models import User
from foundation.db import Row, UtcDateTime, code, document
from openings.models import Opening
from youths.models import Youth


class Stage(StrEnum):
    """How far an introduction has come. CLOSED led to no placement; ENDED had one."""

    ASKED = "asked"
    CONSENTED = "consented"
    INTRODUCED = "introduced"
    MEETING = "meeting"
    AGREEMENT = "agreement"
    PLACED = "placed"
    ENDED = "ended"
    CLOSED = "closed"


OVER = frozenset({Stage.ENDED, Stage.CLOSED})
SHOWN_TO_EMPLOYER = frozenset({Stage.INTRODUCED, Stage.MEETING, Stage.AGREEMENT, Stage.PLACED})
"""While it is open to the employer; before and after she sees nothing of the person."""


class Party(StrEnum):
    """Whose step it was. The clock is the deadline that ran out."""

    CASEWORKER = "caseworker"
    YOUTH = "youth"
    EMPLOYER = "employer"
    CLOCK = "clock"


class Way(StrEnum):
    """How an answer was given."""

    LINK = "link"
    PORTAL = "portal"
    PHONE = "phone"
    PAPER = "paper"
    IN_PERSON = "in_person"


class Why(StrEnum):
    """Why a step was taken, where a reason is asked for or known."""

    YOUTH_DECLINED = "youth_declined"
    YOUTH_SILENT = "youth_silent"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    PROTECTED = "protected"
    OPENING_GONE = "opening_gone"
    WITHDRAWN = "withdrawn"
    EMPLOYER_SILENT = "employer_silent"
    FILLED = "filled"
    OTHER_PROFILE = "other_profile"
    NO_SUPERVISOR = "no_supervisor"
    BAD_TIME = "bad_time"
    NOT_AFTER_MEETING = "not_after_meeting"
    OTHER = "other"


class Introduction(Row, table=True):
    """One youth's way to one opening; at most one is open for the two at a time.

    `due_on` is the last day for the answer that is waited for, `remind_on` the day of a reminder.
    `moves` counts the steps taken, so that of two who act at once the second is told.
    `holds_vacancy` is true while it counts among the opening's `taken`.
    """

    __table_args__ = (
        Index(
            "uq_introduction_open",
            "youth_id",
            "opening_id",
            unique=True,
            sqlite_where=text("stage NOT IN ('ended', 'closed')"),
            postgresql_where=text("stage NOT IN ('ended', 'closed')"),
        ),
        CheckConstraint(
            "NOT holds_vacancy OR stage IN ('placed', 'ended')", name="vacancy_is_held_by_placed"
        ),
    )

    youth_id: UUID = Field(foreign_key="youth.id", index=True, ondelete="CASCADE")
    opening_id: UUID = Field(foreign_key="opening.id", index=True)
    started_by_id: UUID = Field(foreign_key="user.id")
    started_at: datetime = Field(sa_type=UtcDateTime)

    stage: Stage = code(Stage, default=Stage.ASKED, index=True)
    stage_since: datetime = Field(sa_type=UtcDateTime)
    moves: int = 0
    due_on: date | None = Field(default=None, index=True)
    remind_on: date | None = None
    closed_why: Why | None = code(Why, optional=True)
    introduced_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    is_outside: bool = False
    call_done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    holds_vacancy: bool = False

    youth: Youth = Relationship()
    opening: Opening = Relationship()

    @property
    def is_open(self) -> bool:
        """Whether anything more can come of it."""
        return self.stage not in OVER


class Move(Row, table=True):
    """One step: when, by whom, from where to where, and why. Moves are only ever added."""

    introduction_id: UUID = Field(foreign_key="introduction.id", index=True, ondelete="CASCADE")
    at: datetime = Field(sa_type=UtcDateTime)
    party: Party = code(Party)
    by_id: UUID | None = Field(default=None, foreign_key="user.id")
    way: Way = code(Way, default=Way.PORTAL)
    step: str
    before: str
    after: str
    why: Why | None = code(Why, optional=True)
    note: str = ""

    by: User | None = Relationship()


class Consent(Row, table=True):
    """A youth's answer to being introduced for one opening. No answer is no."""

    introduction_id: UUID = Field(foreign_key="introduction.id", unique=True, ondelete="CASCADE")
    asked_at: datetime = Field(sa_type=UtcDateTime)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    is_given: bool = False
    way: Way | None = code(Way, optional=True)
    recorded_by_id: UUID | None = Field(default=None, foreign_key="user.id")
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    recorded_by: User | None = Relationship()


class Shared(BaseModel):
    """One field of what an employer is told, as it was on the day it was told."""

    model_config = ConfigDict(frozen=True)

    field: str
    value: Any


class Purpose(StrEnum):
    """What an employer may use what it is told for."""

    RECRUITMENT = "recruitment"
    WORK_PLACEMENT = "work_placement"


class Ground(StrEnum):
    """What lets us tell, under chapters 12 and 26 of the Public Access and Secrecy Act (OSL)."""

    CONSENT = "consent"
    NO_HARM = "no_harm"


class Disclosure(Row, table=True):
    """A disclosure assessment: the fields that were ticked, for what, and on which ground."""

    introduction_id: UUID = Field(foreign_key="introduction.id", index=True, ondelete="CASCADE")
    shared: list[Shared] = document(list[Shared], default=list)
    purpose: Purpose = code(Purpose)
    ground: Ground = code(Ground)
    note: str = ""
    made_by_id: UUID = Field(foreign_key="user.id")
    made_at: datetime = Field(sa_type=UtcDateTime)

    made_by: User = Relationship()


class LinkFor(StrEnum):
    """What the holder of a link may do, once."""

    CONSENT = "consent"
    ANSWER = "answer"
    SIGN = "sign"
    EMPLOYER_ASSESSMENT = "employer_assessment"
    YOUTH_ASSESSMENT = "youth_assessment"


class AnswerLink(Row, table=True):
    """A link that works once and for a while. Only the token's digest is kept.

    `user_id` is the colleague whose mailbox it went to; a youth's link is nobody's account.
    """

    __tablename__: ClassVar[str] = "answer_link"

    token_hash: str = Field(unique=True)
    purpose: LinkFor = code(LinkFor)
    introduction_id: UUID = Field(foreign_key="introduction.id", index=True, ondelete="CASCADE")
    user_id: UUID | None = Field(default=None, foreign_key="user.id", ondelete="CASCADE")
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    introduction: Introduction = Relationship()
    user: User | None = Relationship()


class TeamTerms(SQLModel, table=True):
    """How long a team waits for answers, in days, and how much it asks of one employer."""

    __tablename__: ClassVar[str] = "team_terms"

    team_id: UUID = Field(foreign_key="team.id", primary_key=True, ondelete="CASCADE")
    consent_days: int = 5
    answer_days: int = 7
    remind_days: int = 3
    most_a_week: int = 3
    draft_days: int = 30
