"""Reads across youths: for whom suggestions wait, who has none, whom there is more to ask."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from operator import itemgetter
from typing import Any, cast
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Subquery, and_, case
from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, func, or_
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import User
from suggestions.models import Sharing, Suggestion, SuggestionState
from suggestions.queries import is_back, is_waiting
from youths import queries as youths
from youths.models import Youth
from youths.queries import Filters
from youths.unknowns import has_unknowns, unknowns_of


class Order(StrEnum):
    """The orders that a list of youths can be read in."""

    ALIAS = "alias"
    REGISTERED = "registered"
    WAITING = "waiting"


class Concern(StrEnum):
    """Why a youth may call for attention."""

    STRONG = "strong"
    BACK = "back"
    NOTHING = "nothing"
    OVERLOOKED = "overlooked"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits for an answer about one youth, and how long the strongest have waited."""

    suggestions: int = 0
    strong: int = 0
    back: int = 0
    picked: int = 0
    since: datetime | None = None


NOTHING_WAITS = Waiting()


def caseload(
    user: User,
    filters: Filters,
    *,
    concern: Concern | None = None,
    order: Order = Order.ALIAS,
    descending: bool = False,
    today: date,
) -> SelectOfScalar[Youth]:
    """The youths that a list asks for, in its order."""
    waits = _waits(today)
    chosen = youths.listed(user, filters).outerjoin(waits, waits.c.youth_id == col(Youth.id))
    if concern:
        chosen = chosen.where(_concerns(waits)[concern])
    column = {
        Order.ALIAS: func.lower(Youth.alias),
        Order.REGISTERED: col(Youth.registered_on),
        Order.WAITING: func.coalesce(waits.c.suggestions, 0),
    }[order]
    responsible = joinedload(cast("QueryableAttribute[Any]", Youth.responsible))
    in_order = chosen.order_by(column.desc() if descending else column.asc(), col(Youth.id))
    return in_order.options(responsible)


def waiting_of(
    session: Session, youth_ids: Collection[UUID], *, today: date
) -> dict[UUID, Waiting]:
    """What waits about each of these youths; every one of them is in the answer."""
    waits = _waits(today)
    found = session.execute(sa.select(waits).where(waits.c.youth_id.in_(youth_ids)))
    counted = {row.youth_id: Waiting(*row[1:]) for row in found}
    return {youth_id: counted.get(youth_id, NOTHING_WAITS) for youth_id in youth_ids}


def count_by_team(session: Session, *, only_accepted: bool = False) -> dict[UUID, int]:
    """How many active youths each team has, or how many of them have an accepted suggestion."""
    counted = sa.select(col(Youth.team_id), func.count()).where(youths.is_active())
    if only_accepted:
        accepted = sa.select(col(Suggestion.youth_id)).where(
            col(Suggestion.state) == SuggestionState.ACCEPTED
        )
        counted = counted.where(col(Youth.id).in_(accepted))
    return dict(session.execute(counted.group_by(col(Youth.team_id))).all())


def _waits(today: date) -> Subquery:
    """Open suggestions counted by youth, in the order of the fields of `Waiting`."""
    is_strong = and_(is_waiting(), col(Suggestion.label) == "strong")
    is_picked = col(Suggestion.picked_for).is_not(None)
    return (
        sa.select(
            col(Suggestion.youth_id),
            func.count(case((is_waiting(), 1))).label("suggestions"),
            func.count(case((is_strong, 1))).label("strong"),
            func.count(case((is_back(today), 1))).label("back"),
            func.count(case((is_picked, 1))).label("picked"),
            func.min(case((is_strong, col(Suggestion.first_suggested_at)))).label("since"),
        )
        .where(or_(is_waiting(), is_back(today)))
        .group_by(col(Suggestion.youth_id))
        .subquery()
    )


def _concerns(waits: Subquery) -> dict[Concern, ColumnElement[bool]]:
    return {
        Concern.STRONG: waits.c.strong > 0,
        Concern.BACK: waits.c.back > 0,
        Concern.NOTHING: func.coalesce(waits.c.suggestions, 0) == 0,
        Concern.OVERLOOKED: and_(waits.c.suggestions > 0, waits.c.picked == 0, _is_shared_out()),
        Concern.UNKNOWN: has_unknowns(),
    }


def _is_shared_out() -> ColumnElement[bool]:
    """Whether any week has been shared out yet: before that nobody is overlooked."""
    return sa.exists(sa.select(col(Sharing.id)))


@dataclass(frozen=True, slots=True)
class Desk:
    """A day's work with one's youths: each list has the one to begin with first."""

    people: list[Youth]
    strong: list[Youth]
    back: list[Youth]
    nothing: list[Youth]
    overlooked: list[Youth]
    unknown: list[Youth]
    waiting: dict[UUID, Waiting]


def desk(session: Session, user: User, *, only_mine: bool, today: date) -> Desk:
    """What calls for attention today, in as many queries for many youths as for one."""
    listed = caseload(user, Filters(only_mine=only_mine), today=today)
    people = list(session.exec(listed))
    waiting = waiting_of(session, [youth.id for youth in people], today=today)
    is_shared_out = session.execute(sa.select(col(Sharing.id)).limit(1)).first() is not None
    return Desk(
        people=people,
        strong=_longest_first((y for y in people if waiting[y.id].strong), waiting),
        back=[youth for youth in people if waiting[youth.id].back],
        nothing=[youth for youth in people if not waiting[youth.id].suggestions],
        overlooked=[
            youth
            for youth in people
            if is_shared_out and waiting[youth.id].suggestions and not waiting[youth.id].picked
        ],
        unknown=sorted((y for y in people if unknowns_of(y)), key=lambda y: -len(unknowns_of(y))),
        waiting=waiting,
    )


def _longest_first(people: Iterable[Youth], waiting: dict[UUID, Waiting]) -> list[Youth]:
    dated = [(since, youth) for youth in people if (since := waiting[youth.id].since)]
    return [youth for _since, youth in sorted(dated, key=itemgetter(0))]
