"""Youths without an activity in a fortnight: whom nobody has done anything with lately."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, func

from accounts.models import User
from foundation import clock
from foundation.translating import zone
from placements.meetings.models import Meeting
from placements.models import Introduction
from placements.work.models import Placement
from youths import queries as youths
from youths.first_days.counting import counted
from youths.first_days.queries import pauses_among
from youths.models import Youth
from youths.plans.models import Activity, ActivityKind
from youths.queries import Filters

DAYS = 14
Days = Mapping[UUID, date]


class Sort(StrEnum):
    """What the list can be sorted by."""

    SINCE = "since"
    ALIAS = "alias"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Quiet:
    """A youth, the day something last happened (or she was registered), and what comes next."""

    youth: Youth
    since: date
    next_on: date | None


def quiet(
    session: Session, user: User, *, only_mine: bool, today: date, sort: Sort = Sort.SINCE
) -> list[Quiet]:
    """The youths with nothing in the last fourteen days, no one on a pause among them.

    The longest first, unless it is asked for; by what comes next, those with nothing come first.
    """
    start = today - timedelta(days=DAYS)
    rows = youths.listed(user, Filters(only_mine=only_mine))
    people = list(session.exec(rows.where(col(Youth.registered_on) <= start)))
    ids = [each.id for each in people]
    latest = [last(session, ids, today) for last in LAST]
    pauses, coming = pauses_among(session, ids), _coming(session, ids, today)
    found = (
        Quiet(
            each,
            max((days[each.id] for days in latest if each.id in days), default=each.registered_on),
            coming.get(each.id),
        )
        for each in people
        if not counted(each.registered_on, pauses[each.id], today).is_paused
    )
    lately = (each for each in found if each.since <= start)
    by: dict[Sort, Callable[[Quiet], str | date]] = {
        Sort.SINCE: lambda each: each.since,
        Sort.ALIAS: lambda each: each.youth.alias.casefold(),
        Sort.NEXT: lambda each: each.next_on or date.min,
    }
    return sorted(
        lately, key=lambda each: (by[sort](each), each.since, each.youth.alias, each.youth.id)
    )


def _activities(session: Session, ids: Collection[UUID], today: date) -> Days:
    last = func.max(func.coalesce(col(Activity.ends_on), col(Activity.starts_on)))
    rows = (
        sa.select(col(Activity.youth_id), last)
        .where(col(Activity.youth_id).in_(ids), col(Activity.starts_on) <= today)
        .where(col(Activity.is_done).is_not(False))
        .where(col(Activity.kind) != ActivityKind.HEALTH_CONTACT)
        .group_by(col(Activity.youth_id))
    )
    return {youth_id: min(day, today) for youth_id, day in session.execute(rows)}


def _placements(session: Session, ids: Collection[UUID], today: date) -> Days:
    rows = (
        sa.select(
            col(Introduction.youth_id), func.max(func.coalesce(col(Placement.ended_on), today))
        )
        .join(Introduction, col(Introduction.id) == col(Placement.introduction_id))
        .where(col(Introduction.youth_id).in_(ids), col(Placement.starts_on) <= today)
        .group_by(col(Introduction.youth_id))
    )
    return dict(session.execute(rows).all())


def _meetings(session: Session, ids: Collection[UUID], today: date) -> Days:
    rows = (
        sa.select(col(Introduction.youth_id), func.max(col(Meeting.starts_at)))
        .join(Introduction, col(Introduction.id) == col(Meeting.introduction_id))
        .where(col(Introduction.youth_id).in_(ids), col(Meeting.cancelled_at).is_(None))
        .where(col(Meeting.starts_at) < clock.end_of(today, zone()))
        .group_by(col(Introduction.youth_id))
    )
    found = session.execute(rows)
    return {youth_id: clock.local_date(moment, zone()) for youth_id, moment in found}


LAST: tuple[Callable[[Session, Collection[UUID], date], Days], ...] = (
    _activities,
    _placements,
    _meetings,
)
"""The last day of each thing that counts as an activity; what else does is added here."""


def _coming(session: Session, ids: Collection[UUID], today: date) -> Days:
    """The next day that something is planned for."""
    rows = (
        sa.select(col(Activity.youth_id), func.min(col(Activity.starts_on)))
        .where(col(Activity.youth_id).in_(ids), col(Activity.starts_on) > today)
        .where(col(Activity.kind) != ActivityKind.HEALTH_CONTACT)
        .group_by(col(Activity.youth_id))
    )
    return dict(session.execute(rows).all())
