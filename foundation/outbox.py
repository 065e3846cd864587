"""The outbox: letters queue in the transaction of their cause. `delivery` says how they leave."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Index, and_, case, text
from sqlmodel import Field, Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from foundation.db import Row, UtcDateTime
from foundation.letters import DOMAIN, Letter

ON_ITS_WAY = text("sent_at IS NULL AND failed_at IS NULL")
ASKED_FOR = "link."
"""How the purpose of a letter begins that somebody has asked for this very moment."""


class LetterState(StrEnum):
    """How far a letter has come."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


class QueuedLetter(Row, table=True):
    """A letter on its way: waiting (`due_at`), sent (`sent_at`) or given up (`failed_at`).

    A letter that was sent and came back has both. `begun_at` is set while it is handed over, and
    `doubts` counts how often nobody knows how that ended: it may have arrived that many times
    too often. `is_bulk` letters leave when no other waits.
    """

    __tablename__: ClassVar[str] = "queued_letter"
    __table_args__ = (
        Index(
            "ix_queued_letter_on_its_way",
            "is_bulk",
            "due_at",
            sqlite_where=ON_ITS_WAY,
            postgresql_where=ON_ITS_WAY,
        ),
    )

    purpose: str
    to: str
    subject: str
    text: str
    html: str | None = None
    calendar: str | None = None
    stop: str | None = None
    is_bulk: bool = False
    queued_at: datetime = Field(sa_type=UtcDateTime)
    due_at: datetime = Field(sa_type=UtcDateTime)
    begun_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    attempts: int = 0
    doubts: int = 0
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    failed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_error: str | None = None

    @property
    def state(self) -> LetterState:
        if self.failed_at:
            return LetterState.FAILED
        return LetterState.SENT if self.sent_at else LetterState.WAITING

    @property
    def message_id(self) -> str:
        """The same at every attempt, so that a repeat after a crash can be recognised."""
        return f"<{self.id}@{DOMAIN}>"

    @property
    def is_asked_for(self) -> bool:
        """Whether somebody sits and waits for it, such as for a link to sign in."""
        return self.purpose.startswith(ASKED_FOR)

    @property
    def letter(self) -> Letter:
        """What is handed over, the same at every attempt."""
        return Letter(
            to=self.to,
            subject=self.subject,
            text=self.text,
            html=self.html,
            calendar=self.calendar,
            message_id=self.message_id,
            written_at=self.queued_at,
            stop=self.stop,
        )


def queue(
    session: Session, letter: Letter, *, purpose: str, now: datetime, is_bulk: bool = False
) -> QueuedLetter:
    """Put a letter in the outbox; it leaves only if the caller's transaction is committed."""
    queued = QueuedLetter(
        purpose=purpose,
        to=letter.to,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        calendar=letter.calendar,
        stop=letter.stop,
        is_bulk=is_bulk,
        queued_at=now,
        due_at=now,
    )
    session.add(queued)
    session.flush()
    return queued


def is_in(state: LetterState) -> ColumnElement[bool]:
    """Whether a letter has come this far."""
    sent, failed = col(QueuedLetter.sent_at), col(QueuedLetter.failed_at)
    return {
        LetterState.WAITING: and_(sent.is_(None), failed.is_(None)),
        LetterState.SENT: and_(sent.is_not(None), failed.is_(None)),
        LetterState.FAILED: failed.is_not(None),
    }[state]


def letters(*, state: LetterState | None = None, address: str = "") -> SelectOfScalar[QueuedLetter]:
    """The letters in a state, or all of them, to addresses that hold `address`; newest first."""
    chosen = select(QueuedLetter)
    if state:
        chosen = chosen.where(is_in(state))
    if address:
        chosen = chosen.where(col(QueuedLetter.to).icontains(address.strip(), autoescape=True))
    return chosen.order_by(col(QueuedLetter.queued_at).desc(), col(QueuedLetter.id))


def count_by_state(session: Session) -> dict[LetterState, int]:
    """How many letters have come how far."""
    counts = (func.count(case((is_in(state), 1))) for state in LetterState)
    row = session.execute(sa.select(*counts)).one()
    return dict(zip(LetterState, row, strict=True))


def due(session: Session, now: datetime) -> int:
    """How many letters wait to be handed over at this moment."""
    waiting = is_in(LetterState.WAITING)
    rows = select(func.count()).select_from(QueuedLetter)
    return session.exec(rows.where(waiting, col(QueuedLetter.due_at) <= now)).one()


def sent_as(session: Session, letter_id: UUID, address: str) -> QueuedLetter | None:
    """The letter of this id, if it has left and this is where it went."""
    found = session.get(QueuedLetter, letter_id)
    if found and found.sent_at and found.to.lower() == address.lower():
        return found
    return None


def try_again(queued: QueuedLetter, *, now: datetime) -> None:
    """Queue a letter that was given up, with all its attempts before it."""
    if queued.state is LetterState.FAILED:
        queued.failed_at = queued.sent_at = queued.begun_at = None
        queued.due_at, queued.attempts, queued.doubts = now, 0, 0
