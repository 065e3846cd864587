"""Delivery: each letter leaves once, whoever else delivers too, and whoever dies on the way.

A letter is claimed and committed, handed over without a transaction, and settled in the
transaction that claims the next one. A claim that is found begun and not settled belongs to a
process that died: its letter may have arrived. It is sent once more under the same Message-ID,
and after that given up, so nobody gets it more than twice, and it shows.
"""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from foundation import bounces
from foundation.letters import (
    AddressRefused,
    LetterRefused,
    Line,
    NotDelivered,
    PerhapsDelivered,
    ServerAway,
)
from foundation.outbox import LetterState, QueuedLetter, is_in

BACKOFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 720))
CLAIM_LASTS = timedelta(minutes=10)
MOST_DOUBTS = 1
"""How often a letter is sent again that may have arrived."""

NOBODY_KNOWS = "nobody knows whether it arrived"
MARKED = "the address is marked"


def claim(session: Session, *, now: datetime) -> QueuedLetter | None:
    """Take the next due letter, or nothing where none waits; letters past help are given up.

    On PostgreSQL, rows that another process is taking are skipped. On SQLite, which has no row
    locks, whoever may write takes the one lock first (`foundation.db`).
    """
    while (letter := _next(session, now)) is not None:
        if letter.begun_at:
            letter.doubts += 1
        if hopeless := _past_help(session, letter):
            letter.failed_at, letter.begun_at, letter.last_error = now, None, hopeless
            session.flush()
            continue
        letter.begun_at, letter.due_at = now, now + CLAIM_LASTS
        letter.attempts += 1
        session.flush()
        return letter
    return None


def _next(session: Session, now: datetime) -> QueuedLetter | None:
    rows = (
        select(QueuedLetter)
        .where(is_in(LetterState.WAITING), col(QueuedLetter.due_at) <= now)
        .order_by(col(QueuedLetter.is_bulk), col(QueuedLetter.due_at), col(QueuedLetter.id))
        .limit(1)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    return session.exec(rows).first()


def _past_help(session: Session, letter: QueuedLetter) -> str | None:
    """Why a letter is not handed over, if it is not."""
    if letter.doubts > MOST_DOUBTS:
        return NOBODY_KNOWS
    if not letter.is_asked_for and bounces.mark_on(session, letter.to):
        return MARKED
    return None


def hand_over(session: Session, letter: QueuedLetter, line: Line, *, now: datetime) -> bool:
    """Hand a claimed letter over and note how it went; False where the server lets nobody in.

    Touches the row in memory only, so a session that keeps its values after a commit
    (`expire_on_commit=False`) holds no transaction open while the mail server thinks.
    """
    letter.begun_at = None
    try:
        line.deliver(letter.letter)
    except LetterRefused as error:
        letter.failed_at, letter.last_error = now, str(error)
        if isinstance(error, AddressRefused):
            bounces.mark(session, letter.to, why=str(error), now=now)
    except NotDelivered as error:
        letter.last_error = str(error)
        _put_off(letter, error, now)
        return not isinstance(error, ServerAway)
    else:
        letter.sent_at, letter.last_error = now, None
    return True


def _put_off(letter: QueuedLetter, error: NotDelivered, now: datetime) -> None:
    """Let a letter wait: longer each time, but not for a server that lets nobody in."""
    if isinstance(error, ServerAway):
        letter.attempts -= 1
        letter.due_at = now + BACKOFF[0]
        return
    if isinstance(error, PerhapsDelivered):
        letter.doubts += 1
    if letter.attempts > len(BACKOFF) or letter.doubts > MOST_DOUBTS:
        letter.failed_at = now
    else:
        letter.due_at = now + BACKOFF[letter.attempts - 1]
