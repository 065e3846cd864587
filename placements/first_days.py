"""The first ninety days across youths: who comes near day 90, and what has happened so far.

It reads suggestions and placements beside the plan, and so lives above them all.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, cast
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import or_
from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, func

from accounts.models import User
from foundation import clock
from foundation.translating import zone
from placements.models import Introduction
from placements.work.models import Placement
from suggestions.models import Suggestion
from youths import queries as youths
from youths.first_days.counting import DAYS, Count, counted
from youths.first_days.models import Pause, YouthContact
from youths.first_days.queries import pauses_among
from youths.models import Youth
from youths.plans.models import Activity, ActivityKind
from youths.queries import Filters


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestones:
    """The first day of each thing that should come soon; None where it has not come yet."""

    contact: date | None = None
    suggestion: date | None = None
    activity: date | None = None
    introduction: date | None = None
    placement: date | None = None


@dataclass(frozen=True, slots=True)
class Nearing:
    """A youth before day 90: where she stands, and what has happened so far."""

    youth: Youth
    count: Count
    so_far: Milestones


def queue(session: Session, user: User, *, only_mine: bool, today: date) -> list[Nearing]:
    """The youths before day 90, those with the fewest days left first."""
    may_be_before = or_(
        col(Youth.registered_on) >= today - timedelta(days=DAYS),
        sa.exists().where(col(Pause.youth_id) == col(Youth.id)),
    )
    responsible = joinedload(cast("QueryableAttribute[Any]", Youth.responsible))
    rows = youths.listed(user, Filters(only_mine=only_mine)).where(may_be_before)
    people = list(session.exec(rows.options(responsible)))
    pauses = pauses_among(session, [each.id for each in people])
    counts = {each.id: counted(each.registered_on, pauses[each.id], today) for each in people}
    before = [each for each in people if counts[each.id].left >= 0]
    so_far = milestones_of(session, before, today=today)
    found = [Nearing(each, counts[each.id], so_far[each.id]) for each in before]
    return sorted(found, key=lambda each: (each.count.left, each.youth.alias, each.youth.id))


def milestones_of(
    session: Session, people: Collection[Youth], *, today: date
) -> dict[UUID, Milestones]:
    """What has happened so far with each of these youths, in as many questions for many as for one.

    Contacts with health care are no activity here: they are told to few.
    """
    ids = [each.id for each in people]
    contacts = _firsts(session, ids, YouthContact, YouthContact.made_on, YouthContact.is_reached)
    begun = (
        col(Activity.is_done).is_not(False),
        col(Activity.kind) != ActivityKind.HEALTH_CONTACT,
        col(Activity.starts_on) <= today,
    )
    activities = _firsts(session, ids, Activity, Activity.starts_on, *begun)
    suggestions = _firsts(session, ids, Suggestion, Suggestion.first_suggested_at)
    introductions = _firsts(session, ids, Introduction, Introduction.introduced_at)
    placements = _first_placements(session, ids)
    return {
        each: Milestones(
            contact=contacts.get(each),
            suggestion=suggestions.get(each),
            activity=activities.get(each),
            introduction=introductions.get(each),
            placement=placements.get(each),
        )
        for each in ids
    }


def _firsts(
    session: Session, ids: Collection[UUID], table: Any, moment: Any, *where: Any
) -> dict[UUID, date]:
    """The first day of something about each youth, of those who have any."""
    rows = (
        sa.select(col(table.youth_id), func.min(col(moment)))
        .where(col(table.youth_id).in_(ids), *where)
        .group_by(col(table.youth_id))
    )
    return {youth_id: _day(first) for youth_id, first in session.execute(rows) if first}


def _first_placements(session: Session, ids: Collection[UUID]) -> dict[UUID, date]:
    rows = (
        sa.select(col(Introduction.youth_id), func.min(col(Placement.starts_on)))
        .join(Introduction, col(Introduction.id) == col(Placement.introduction_id))
        .where(col(Introduction.youth_id).in_(ids))
        .group_by(col(Introduction.youth_id))
    )
    return dict(session.execute(rows).all())


def _day(moment: date | datetime) -> date:
    return clock.local_date(moment, zone()) if isinstance(moment, datetime) else moment
