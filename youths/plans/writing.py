"""What a youth writes herself: a draft of her own, and what she chooses to show."""

from datetime import datetime, timedelta

from sqlmodel import Session

from accounts import audit
from youths.belonging import lock, only
from youths.models import Youth
from youths.plans.models import OwnWords, ProjectDescription

SITTING = timedelta(minutes=30)
"""Drafts saved closer together than this are one sitting, and one line in the audit log."""


def save_draft(session: Session, youth: Youth, words: OwnWords, *, now: datetime) -> None:
    """Keep what she has written so far, for herself alone."""
    row, before = _begun(session, youth, now)
    if before is None or now - before > SITTING:
        audit.record(session, by=None, action="own_words.saved", subject=youth, now=now)
    row.draft, row.updated_at = words, now
    session.flush()


def show(session: Session, youth: Youth, words: OwnWords, *, now: datetime) -> None:
    """Keep it, and let those who work with her read it."""
    row, _before = _begun(session, youth, now)
    row.draft, row.shown, row.shown_at, row.updated_at = words, words, now, now
    session.flush()
    audit.record(session, by=None, action="own_words.shown", subject=youth, now=now)


def _begun(
    session: Session, youth: Youth, now: datetime
) -> tuple[ProjectDescription, datetime | None]:
    """Her row, and when it was last written in; she alone writes in it, so the latest words win."""
    lock(session, youth)
    row = only(session, ProjectDescription, youth)
    if row is not None:
        return row, row.updated_at
    row = ProjectDescription(youth_id=youth.id, updated_at=now)
    session.add(row)
    return row, None
