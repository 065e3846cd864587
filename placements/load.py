"""How much is asked of one employer: those who get too much to answer stop answering.

What waits for an answer weighs 1. What has been answered fades: it weighs 1 on the day it was
sent and half as much for every week since, so a busy week is felt in the next one.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from openings.models import Opening
from placements.models import Introduction, Stage

WEEK = timedelta(weeks=1)
REMEMBERED = 5 * WEEK
"""By then an introduction weighs a thirty-second, and no longer counts."""


def loads(
    session: Session, employer_ids: Collection[UUID], *, now: datetime
) -> Mapping[UUID, float]:
    """The weight of what each employer has been asked; 0 for one that has been asked nothing."""
    rows = session.execute(
        sa.select(
            col(Opening.employer_id), col(Introduction.stage), col(Introduction.introduced_at)
        )
        .join(Opening, col(Opening.id) == col(Introduction.opening_id))
        .where(col(Opening.employer_id).in_(employer_ids))
        .where(col(Introduction.is_outside).is_(False))
        .where(col(Introduction.introduced_at) > now - REMEMBERED)
    )
    weights = defaultdict[UUID, float](float)
    for employer_id, stage, introduced_at in rows:
        waits = stage is Stage.INTRODUCED
        weights[employer_id] += 1.0 if waits else 0.5 ** max(0.0, (now - introduced_at) / WEEK)
    return weights


def has_room(load: float, most: int) -> bool:
    """Whether one more keeps within the most."""
    return load + 1 <= most + 1e-9


@dataclass(frozen=True, slots=True)
class Room:
    """What an employer has been asked, and the most that a team asks of one."""

    load: float
    most: int

    @property
    def is_full(self) -> bool:
        """Whether nobody more can be introduced by mail now."""
        return not has_room(self.load, self.most)

    @property
    def is_near(self) -> bool:
        """Whether there is room for one more and not for two."""
        return not self.is_full and not has_room(self.load + 1, self.most)


def rooms(
    session: Session, employer_ids: Collection[UUID], most: int, *, now: datetime
) -> dict[UUID, Room]:
    """How near each of these employers is to the most, in one question."""
    found = loads(session, employer_ids, now=now)
    return {each: Room(found.get(each, 0.0), most) for each in employer_ids}
