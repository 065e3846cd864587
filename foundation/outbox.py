"""The outbox: letters queue in the transaction of their cause; a task delivers each once."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlmodel import Field, Session, col, select, update
from sqlmodel.sql.expression import SelectOfScalar

from foundation.db import Row, UtcDateTime
from foundation.letters import AddressRefused, Letter, Mailer, NotDelivered

BACKOFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 720))
CLAIM_LASTS = timedelta(minutes=10)


class LetterState(StrEnum):
    """How far a letter has come."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


class QueuedLetter(Row, table=True):
    """A letter on its way: waiting (`due_at`), sent (`sent_at`) or given up (`failed_at`)."""

    __tablename__: ClassVar[str] = "queued_letter"

    purpose: str
    to: str
    subject: str
    text: str
    html: str | None = None
    calendar: str | None = None
    queued_at: datetime = Field(sa_type=UtcDateTime)
    due_at: datetime = Field(sa_type=UtcDateTime, index=True)
    attempts: int = 0
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    failed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_error: str | None = None

    @property
    def state(self) -> LetterState:
        if self.sent_at:
            return LetterState.SENT
        return LetterState.FAILED if self.failed_at else LetterState.WAITING

    @property
    def message_id(self) -> str:
        """The same at every attempt, so that a repeat after a crash can be recognised."""
        return f"<{self.id}@farled>"


def queue(session: Session, letter: Letter, *, purpose: str, now: datetime) -> QueuedLetter:
    """Put a letter in the outbox; it leaves only if the caller's transaction is committed."""
    queued = QueuedLetter(
        purpose=purpose,
        to=letter.to,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        calendar=letter.calendar,
        queued_at=now,
        due_at=now,
    )
    session.add(queued)
    session.flush()
    return queued


def waiting(session: Session, now: datetime, limit: int = 100) -> list[UUID]:
    """The ids of letters that are due, oldest first."""
    due = (
        select(QueuedLetter.id)
        .where(col(QueuedLetter.sent_at).is_(None), col(QueuedLetter.failed_at).is_(None))
        .where(col(QueuedLetter.due_at) <= now)
        .order_by(col(QueuedLetter.due_at), col(QueuedLetter.id))
        .limit(limit)
    )
    return list(session.exec(due))


def claim(session: Session, letter_id: UUID, *, now: datetime) -> QueuedLetter | None:
    """Take a due letter for delivery, or nothing where another process was first.

    The claim is a later `due_at`: if this process dies, the letter becomes due again by itself.
    """
    taken = session.exec(
        update(QueuedLetter)
        .where(col(QueuedLetter.id) == letter_id, col(QueuedLetter.due_at) <= now)
        .where(col(QueuedLetter.sent_at).is_(None), col(QueuedLetter.failed_at).is_(None))
        .values(due_at=now + CLAIM_LASTS, attempts=QueuedLetter.attempts + 1)
    )
    return session.get_one(QueuedLetter, letter_id) if taken.rowcount else None


def deliver(queued: QueuedLetter, mailer: Mailer, *, now: datetime) -> None:
    """Hand a claimed letter over and note how it went: sent, to be tried later, or given up.

    Touches the row in memory only, so a session that keeps its values after a commit
    (`expire_on_commit=False`) holds no transaction open while the mail server thinks.
    """
    try:
        mailer.deliver(_letter(queued))
    except AddressRefused as error:
        queued.failed_at, queued.last_error = now, str(error)
    except NotDelivered as error:
        queued.last_error = str(error)
        if queued.attempts > len(BACKOFF):
            queued.failed_at = now
        else:
            queued.due_at = now + BACKOFF[queued.attempts - 1]
    else:
        queued.sent_at, queued.last_error = now, None


def _letter(queued: QueuedLetter) -> Letter:
    return Letter(
        to=queued.to,
        subject=queued.subject,
        text=queued.text,
        html=queued.html,
        calendar=queued.calendar,
        message_id=queued.message_id,
        written_at=queued.queued_at,
    )


def letters(*, state: LetterState | None = None, address: str = "") -> SelectOfScalar[QueuedLetter]:
    """The letters in a state, or all of them, to addresses that hold `address`; newest first."""
    sent, failed = col(QueuedLetter.sent_at), col(QueuedLetter.failed_at)
    conditions = {
        None: (),
        LetterState.WAITING: (sent.is_(None), failed.is_(None)),
        LetterState.SENT: (sent.is_not(None),),
        LetterState.FAILED: (failed.is_not(None),),
    }[state]
    chosen = select(QueuedLetter).where(*conditions)
    if address:
        chosen = chosen.where(col(QueuedLetter.to).icontains(address.strip(), autoescape=True))
    return chosen.order_by(col(QueuedLetter.queued_at).desc(), col(QueuedLetter.id))


def try_again(queued: QueuedLetter, *, now: datetime) -> None:
    """Queue a letter that was given up, with all its attempts before it."""
    if queued.state is LetterState.FAILED:
        queued.failed_at, queued.due_at, queued.attempts = None, now, 0
