"""How long teams take to a first contact, a first suggestion and a first activity: in days, in all.

A median of fewer than five could tell of one person, and is not told. It is taken over those who
have come so far; whoever still waits has no number of days yet, and the page says so.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_low
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, func

from foundation.translating import FEWEST_SHOWN
from placements.first_days import First, day_of, firsts
from youths.models import Youth

LOOKED_BACK = timedelta(days=365)
"""Youths registered longer ago tell how the team worked then, and not how it works now."""


@dataclass(frozen=True, slots=True)
class LeadTime:
    """The median of days since registration, and how many youths it is of.

    Of an even number it is the lower of the two in the middle: a number of days that was waited.
    """

    days: int
    youths: int


@dataclass(frozen=True, slots=True)
class LeadTimes:
    """A team's lead times; None where fewer than five youths have come so far."""

    contact: LeadTime | None
    suggestion: LeadTime | None
    activity: LeadTime | None


def of_teams(session: Session, team_ids: Collection[UUID], *, today: date) -> dict[UUID, LeadTimes]:
    """The lead times of these teams' youths of the last year, in three questions for all of them.

    Archived youths count, for they have waited too; a row that was merged away does not.
    """
    found = [_waits(session, first, team_ids, today) for first in firsts(today)]
    return {each: LeadTimes(*(_told(waits[each]) for waits in found)) for each in team_ids}


def _waits(
    session: Session, first: First, team_ids: Collection[UUID], today: date
) -> dict[UUID, list[int]]:
    """The days that each youth waited, by team; what came before she was registered took none."""
    rows = (
        sa.select(col(Youth.team_id), col(Youth.registered_on), func.min(col(first.moment)))
        .join(Youth, col(Youth.id) == col(first.table.youth_id))
        .where(col(Youth.team_id).in_(team_ids), col(Youth.merged_into_id).is_(None))
        .where(col(Youth.registered_on) >= today - LOOKED_BACK, *first.which)
        .group_by(col(Youth.id))
    )
    waited: dict[UUID, list[int]] = defaultdict(list)
    for team_id, registered_on, moment in session.execute(rows):
        if moment is not None:
            waited[team_id].append(max(0, (day_of(moment) - registered_on).days))
    return waited


def _told(waits: list[int]) -> LeadTime | None:
    return LeadTime(median_low(waits), len(waits)) if len(waits) >= FEWEST_SHOWN else None
