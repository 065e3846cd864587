"""The first ninety days across youths: who comes near day 90, and what has happened so far.

It reads suggestions and placements beside the plan, and so lives above them all.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple, cast
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


class Sort(StrEnum):
    """What the queue can be sorted by."""

    LEFT = "left"
    ALIAS = "alias"
    RESPONSIBLE = "responsible"


@dataclass(frozen=True, slots=True)
class Nearing:
    """A youth before day 90: where she stands, and what has happened so far."""

    youth: Youth
    count: Count
    so_far: Milestones


def queue(
    session: Session, user: User, *, only_mine: bool, today: date, sort: Sort = Sort.LEFT
) -> list[Nearing]:
    """The youths before day 90, those with the fewest days left first unless it is asked for."""
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
    by: dict[Sort, Callable[[Nearing], str | int]] = {
        Sort.LEFT: lambda each: each.count.left,
        Sort.ALIAS: lambda each: each.youth.alias.casefold(),
        Sort.RESPONSIBLE: lambda each: each.youth.responsible.name.casefold(),
    }
    return sorted(
        found, key=lambda each: (by[sort](each), each.count.left, each.youth.alias, each.youth.id)
    )


def milestones_of(
    session: Session, people: Collection[Youth], *, today: date
) -> dict[UUID, Milestones]:
    """What has happened so far with each of these youths, in as many questions for many as for one.

    Contacts with health care are no activity here: they are told to few.
    """
    ids = [each.id for each in people]
    contacts, suggestions, activities = (_days(session, rows, ids) for rows in firsts(today))
    introduced = First(Introduction, Introduction.introduced_at)
    introductions = _days(session, introduced, ids)
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


class First(NamedTuple):
    """What is looked for the first of: a table with `youth_id`, its moment, and which rows."""

    table: Any
    moment: Any
    which: tuple[Any, ...] = ()


def firsts(today: date) -> tuple[First, First, First]:
    """What counts as a contact, a suggestion and an activity that has begun."""
    begun = (
        col(Activity.is_done).is_not(False),
        col(Activity.kind) != ActivityKind.HEALTH_CONTACT,
        col(Activity.starts_on) <= today,
    )
    return (
        First(YouthContact, YouthContact.made_on, (col(YouthContact.is_reached),)),
        First(Suggestion, Suggestion.first_suggested_at),
        First(Activity, Activity.starts_on, begun),
    )


def day_of(moment: date | datetime) -> date:
    """The day of a first thing, here where people read it."""
    return clock.local_date(moment, zone()) if isinstance(moment, datetime) else moment


def _days(session: Session, first: First, ids: Collection[UUID]) -> dict[UUID, date]:
    """The first day of something about each youth, of those who have any."""
    rows = (
        sa.select(col(first.table.youth_id), func.min(col(first.moment)))
        .where(col(first.table.youth_id).in_(ids), *first.which)
        .group_by(col(first.table.youth_id))
    )
    return {youth_id: day_of(moment) for youth_id, moment in session.execute(rows) if moment}


def _first_placements(session: Session, ids: Collection[UUID]) -> dict[UUID, date]:
    rows = (
        sa.select(col(Introduction.youth_id), func.min(col(Placement.starts_on)))
        .join(Introduction, col(Introduction.id) == col(Placement.introduction_id))
        .where(col(Introduction.youth_id).in_(ids))
        .group_by(col(Introduction.youth_id))
    )
    return dict(session.execute(rows).all())
