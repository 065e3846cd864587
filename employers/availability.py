"""Whether an employer wants introductions: a pause until a day, or none at all.

Nothing else changes: its openings stay where they are, and everything can be taken back.
"""

from datetime import date, datetime, timedelta

from sqlmodel import Session

from accounts import audit
from accounts.models import User
from employers.models import Employer
from foundation import clock
from foundation.errors import Refused
from foundation.translating import lazy_, zone

LONGEST_PAUSE = timedelta(days=365)


class PauseWrong(Refused):
    """A pause ends on a day to come, within a year; after that it is opting out."""

    message = lazy_("Välj en dag från i dag och högst ett år fram.")


def pause(session: Session, employer: Employer, *, until: date, by: User, now: datetime) -> None:
    """Take no introductions until and with that day. Raises PauseWrong."""
    today = clock.local_date(now, zone())
    if not today <= until <= today + LONGEST_PAUSE:
        raise PauseWrong
    employer.paused_until = until
    _note(session, employer, "employer.paused", by=by, now=now, until=until.isoformat())


def resume(session: Session, employer: Employer, *, by: User, now: datetime) -> None:
    """Take introductions again after a pause."""
    employer.paused_until = None
    _note(session, employer, "employer.resumed", by=by, now=now)


def opt_out(session: Session, employer: Employer, *, by: User, now: datetime) -> None:
    """Take no introductions at all, until somebody takes it back."""
    employer.opted_out_at = now
    _note(session, employer, "employer.opted_out", by=by, now=now)


def opt_in(session: Session, employer: Employer, *, by: User, now: datetime) -> None:
    """Take introductions again after having opted out."""
    employer.opted_out_at = None
    _note(session, employer, "employer.opted_in", by=by, now=now)


def _note(
    session: Session, employer: Employer, action: str, *, by: User, now: datetime, **facts: str
) -> None:
    session.flush()
    audit.record(session, by=by, action=action, subject=employer, now=now, **facts)
