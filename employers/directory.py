"""The employers as staff look for them, whoever they are and whoever knows them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, func, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from employers.models import Contact, Employer, EmployerKind, Workplace
from foundation.errors import NotFound

RELATION_OWNER = cast("QueryableAttribute[Any]", Employer.relation_owner)


class Sort(StrEnum):
    """The orders that the list can be read in."""

    NAME = "name"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the list is narrowed to; None and "" narrow nothing."""

    words: str = ""
    kind: EmployerKind | None = None
    country: str | None = None
    municipality: str | None = None
    relation_owner_id: UUID | None = None
    sort: Sort = Sort.NAME


def listed(filters: Filters) -> SelectOfScalar[Employer]:
    """The employers that a list asks for, with who owns the relation.

    Sorted by contact, those that nobody has met come first, then the longest ago.
    """
    return (
        select(Employer)
        .where(*_conditions(filters))
        .options(joinedload(RELATION_OWNER))
        .order_by(*_order(filters.sort))
    )


def get(session: Session, employer_id: UUID) -> Employer:
    """The employer, or the one that it was merged into, for staff. Raises NotFound."""
    found = session.get(Employer, employer_id)
    if found is not None and found.merged_into_id:
        found = session.get(Employer, found.merged_into_id)
    if found is None:
        raise NotFound
    return found


def municipalities(session: Session) -> list[tuple[str, str]]:
    """Every country and municipality where an employer has a workplace."""
    rows = select(Workplace.country, Workplace.municipality).distinct()
    return list(session.exec(rows.order_by(Workplace.country, Workplace.municipality)))


def _conditions(filters: Filters) -> list[ColumnElement[bool]]:
    is_one = col(Employer.merged_into_id).is_(None)
    conditions = [is_one, *(_holds(word) for word in filters.words.split())]
    if filters.kind:
        conditions.append(col(Employer.kind) == filters.kind)
    if filters.relation_owner_id:
        conditions.append(col(Employer.relation_owner_id) == filters.relation_owner_id)
    if filters.municipality:
        there = select(Workplace.employer_id).where(
            col(Workplace.country) == filters.country,
            col(Workplace.municipality) == filters.municipality,
        )
        conditions.append(col(Employer.id).in_(there))
    return conditions


def _holds(word: str) -> ColumnElement[bool]:
    """The word in the name, or the digits in the number, with or without a dash."""
    digits = word.replace("-", "")
    in_name = func.lower(Employer.name).contains(word.lower(), autoescape=True)
    return or_(in_name, col(Employer.organization_number).contains(digits, autoescape=True))


def _order(sort: Sort) -> list[ColumnElement[Any]]:
    last = (
        select(func.max(Contact.made_on))
        .where(col(Contact.employer_id) == Employer.id)
        .scalar_subquery()
    )
    orders: dict[Sort, list[ColumnElement[Any]]] = {
        Sort.NAME: [],
        Sort.CONTACT: [last.asc().nulls_first()],
    }
    return [*orders[sort], func.lower(Employer.name), col(Employer.id).asc()]
