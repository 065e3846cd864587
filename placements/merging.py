"""Merges two rows for one youth, with all that refers to her in every package."""

from datetime import datetime

from sqlalchemy import exists, or_
from sqlmodel import Session, col, select

from accounts.models import User
from events.registrations import belonging as of_events
from foundation.errors import Refused
from jobtracks.enrolments import belonging as of_tracks
from placements import belonging as of_placements
from placements.models import Why
from placements.service import withdraw_all
from suggestions import belonging as of_suggestions
from youths import merging
from youths.first_days import belonging as of_first_days
from youths.goal_facts import belonging as of_goal_facts
from youths.models import Youth
from youths.own_letters import belonging as of_own_letters
from youths.plans import belonging as of_plans
from youths.search_areas import belonging as of_search_areas
from youths.strengths import belonging as of_strengths

BELONGING = (
    of_first_days,
    of_goal_facts,
    of_plans,
    of_own_letters,
    of_search_areas,
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
    _move(session, duplicate, kept)
    if kept.protected_identity:
        withdraw_all(session, kept, Why.PROTECTED, by=by, public_url=public_url, now=now)


def gather(session: Session, *, now: datetime) -> int:
    """Let what was written about a duplicate while it was merged be the kept youth's; how many.

    Whoever opened her a moment before writes to the row that she saw. On PostgreSQL her words wait
    for the merge and are then kept where nobody reads them; on SQLite she waits before she reads.
    What cannot go along by itself, such as a second seat in a cohort, stays.
    """
    tables = (*merging.MOVED, *(each for package in BELONGING for each in package.MOVED))
    has_more = (exists().where(col(table.youth_id) == col(Youth.id)) for table in tables)
    rows = select(Youth).where(col(Youth.merged_into_id).is_not(None), or_(*has_more))
    gathered = 0
    for duplicate in session.exec(rows.order_by(col(Youth.id))).all():
        kept = session.get_one(Youth, duplicate.merged_into_id)
        try:
            with session.begin_nested():
                merging.bring_along(session, duplicate, kept, now=now)
                _move(session, duplicate, kept)
        except Refused:
            continue
        gathered += 1
    return gathered


def _move(session: Session, duplicate: Youth, kept: Youth) -> None:
    for package in BELONGING:
        package.move(session, duplicate, kept)
