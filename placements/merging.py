"""Merges two rows for one youth, with all that refers to her in every package."""

from datetime import datetime

from sqlmodel import Session

from accounts.models import User
from events.registrations import belonging as of_events
from jobtracks.enrolments import belonging as of_tracks
from placements import belonging as of_placements
from placements.models import Why
from placements.service import withdraw_all
from suggestions import belonging as of_suggestions
from youths import merging
from youths.first_days import belonging as of_first_days
from youths.models import Youth
from youths.plans import belonging as of_plans
from youths.strengths import belonging as of_strengths

BELONGING = (
    of_first_days,
    of_plans,
    of_strengths,
    of_tracks,
    of_events,
    of_suggestions,
    of_placements,
)
"""The packages that have rows about a youth; each has MOVED and `move`."""


def merge(
    session: Session, duplicate: Youth, kept: Youth, *, by: User, public_url: str, now: datetime
) -> None:
    """Let `kept` have all that `duplicate` has, in one transaction.

    Where the one was protected, both are now, and what is on the way is taken back. Raises what
    `youths.merging.merge` raises, BothOnTheTrack and BothOnTheWay.
    """
    merging.merge(session, duplicate, kept, by=by, now=now)
    for package in BELONGING:
        package.move(session, duplicate, kept)
    if kept.protected_identity:
        withdraw_all(session, kept, Why.PROTECTED, by=by, public_url=public_url, now=now)
