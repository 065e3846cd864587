"""What the clock does about handovers: a warning, and an end. Nobody is left without an owner."""

from datetime import date, datetime, timedelta

from sqlmodel import Session, col, select

from youths.agencies import letters
from youths.agencies.handovers import Over, close, note
from youths.agencies.models import Handover, HandoverState
from youths.agencies.offers import with_people

WARN_BEFORE = timedelta(days=2)


def tend(session: Session, *, today: date, public_url: str, now: datetime) -> tuple[int, int]:
    """Warn of offers that soon end, and end those whose last day has passed; returns how many."""
    rows = select(Handover).where(
        Handover.state == HandoverState.OFFERED, Handover.due_on <= today + WARN_BEFORE
    )
    warned = expired = 0
    for handover in session.exec(with_people(rows).order_by(col(Handover.id))).all():
        if handover.due_on < today:
            expired += _expire(session, handover, public_url=public_url, now=now)
        elif handover.warned_at is None:
            handover.warned_at = now
            letters.handover_ends_soon(session, handover, public_url=public_url, now=now)
            warned += 1
    session.flush()
    return warned, expired


def _expire(session: Session, handover: Handover, *, public_url: str, now: datetime) -> bool:
    """End an offer, unless it has been answered this very moment."""
    try:
        close(session, handover, HandoverState.EXPIRED, now=now)
    except Over:
        return False
    letters.handover_expired(session, handover, public_url=public_url, now=now)
    note(session, handover, "expired", by=None, now=now)
    return True
