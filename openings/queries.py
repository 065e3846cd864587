"""Which openings there are, for whom; visibility is part of every query."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.orm import QueryableAttribute, defer
from sqlmodel import Session, and_, col, func, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import User
from employers import queries as employers
from foundation.errors import NotFound
from openings.models import Opening, OpeningKind, OpeningState, Source

IN_LISTS = tuple(
    defer(cast("QueryableAttribute[Any]", column), raiseload=True)
    for column in (
        Opening.description,
        Opening.accessibility,
        Opening.housing,
        Opening.must_have,
        Opening.nice_to_have,
        Opening.readings,
    )
)
"""What a list does not show is not read: sorting carries long texts along otherwise."""


class Sort(StrEnum):
    """The orders that a list can be read in."""

    NEWEST = "newest"
    DEADLINE = "deadline"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a list is narrowed to; None and "" narrow nothing."""

    words: str = ""
    kind: OpeningKind | None = None
    state: OpeningState | None = None
    source: Source | None = None
    country: str | None = None
    county: str | None = None
    occupation: str | None = None
    sort: Sort = Sort.NEWEST


def published(session: Session, *, on: date) -> list[Opening]:
    """Every opening that can be applied for on that day, by id: what the ranker chooses among."""
    return list(session.exec(select(Opening).where(is_open_on(on)).order_by(col(Opening.id))))


def visible_to(user: User) -> SelectOfScalar[Opening]:
    """The openings that a person may see: her employer's own, or for staff all but drafts."""
    if user.is_staff:
        return select(Opening).where(col(Opening.state) != OpeningState.DRAFT)
    return select(Opening).where(col(Opening.employer_id).in_(employers.acted_for_by(user)))


def get_visible(session: Session, opening_id: UUID, *, to: User) -> Opening:
    """The opening, if this person may see it. Raises NotFound otherwise."""
    found = session.exec(visible_to(to).where(col(Opening.id) == opening_id)).first()
    if found is None:
        raise NotFound
    return found


def listed(user: User, filters: Filters) -> SelectOfScalar[Opening]:
    """What a person may see of what a list asks for, in the asked order."""
    return narrowed(visible_to(user), filters)


def narrowed(rows: SelectOfScalar[Opening], filters: Filters) -> SelectOfScalar[Opening]:
    """Of these openings what a list asks for, in the asked order."""
    return rows.where(*_conditions(filters)).order_by(*_order(filters.sort))


def count_by_state(session: Session, user: User) -> dict[OpeningState, int]:
    """How many openings the person may see in each state; a state without any is 0."""
    rows = visible_to(user).subquery()
    counted = session.exec(select(rows.c.state, func.count()).group_by(rows.c.state))
    return dict.fromkeys(OpeningState, 0) | dict(counted.all())


def count_by_source(session: Session) -> dict[Source, int]:
    """How many openings are published, by where they come from."""
    rows = select(Opening.source, func.count()).where(col(Opening.state) == OpeningState.PUBLISHED)
    counted = session.exec(rows.group_by(col(Opening.source)))
    return {Source(source): count for source, count in counted}


def ending_soon(session: Session, user: User, *, first: date, last: date) -> list[Opening]:
    """The person's published openings whose last day lies in this span, soonest first."""
    ends = func.coalesce(Opening.application_deadline, Opening.ends_on)
    rows = (
        visible_to(user)
        .where(col(Opening.state) == OpeningState.PUBLISHED, ends.between(first, last))
        .order_by(ends, col(Opening.id))
    )
    return list(session.exec(rows))


def of_employer(user: User, employer_id: UUID) -> SelectOfScalar[Opening]:
    """What the person may see of an employer's openings, the newest first."""
    return (
        visible_to(user)
        .where(col(Opening.employer_id) == employer_id)
        .order_by(*_order(Sort.NEWEST))
    )


def count_published(session: Session, employer_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many published openings each of these employers has; an employer without any has 0."""
    rows = (
        select(Opening.employer_id, func.count())
        .where(
            col(Opening.employer_id).in_(employer_ids),
            col(Opening.state) == OpeningState.PUBLISHED,
        )
        .group_by(col(Opening.employer_id))
    )
    return dict.fromkeys(employer_ids, 0) | {
        employer_id: count for employer_id, count in session.exec(rows) if employer_id
    }


def latest(session: Session, employer_id: UUID) -> Opening | None:
    """The opening that the employer wrote last, for filling in what rarely changes."""
    rows = select(Opening).where(col(Opening.employer_id) == employer_id)
    return session.exec(rows.order_by(col(Opening.created_at).desc(), col(Opening.id))).first()


def is_open_on(day: date) -> ColumnElement[bool]:
    """Published, not filled, and not over: it can be applied for on that day."""
    return and_(
        col(Opening.state) == OpeningState.PUBLISHED,
        col(Opening.number_of_vacancies) > col(Opening.taken),
        or_(col(Opening.application_deadline).is_(None), col(Opening.application_deadline) >= day),
        or_(col(Opening.ends_on).is_(None), col(Opening.ends_on) >= day),
    )


def _conditions(filters: Filters) -> list[ColumnElement[bool]]:
    asked = {
        Opening.kind: filters.kind,
        Opening.state: filters.state,
        Opening.source: filters.source,
        Opening.country: filters.country,
        Opening.county: filters.county,
        Opening.occupation: filters.occupation,
    }
    exact = [col(column) == value for column, value in asked.items() if value]
    return [*exact, *(_holds(word) for word in filters.words.split())]


def _holds(word: str) -> ColumnElement[bool]:
    """The word somewhere in what a list shows, in any case; SQLite folds it as `foundation.db`."""
    columns = (Opening.headline, Opening.employer_name, Opening.occupation_title)
    return or_(*(col(column).icontains(word, autoescape=True) for column in columns))


def _order(sort: Sort) -> list[ColumnElement[Any]]:
    orders: dict[Sort, list[ColumnElement[Any]]] = {
        Sort.NEWEST: [func.coalesce(Opening.published_at, Opening.created_at).desc()],
        Sort.DEADLINE: [col(Opening.application_deadline).asc().nulls_last()],
        Sort.HEADLINE: [func.lower(Opening.headline)],
    }
    return [*orders[sort], col(Opening.id).asc()]
