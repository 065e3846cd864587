"""Reads of the directory of partners, which every caseworker shares."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, func, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from events.partners.models import Partner, PartnerKind
from foundation.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the list is narrowed to; None and "" narrow nothing."""

    words: str = ""
    kind: PartnerKind | None = None
    county: str | None = None


def listed(filters: Filters) -> SelectOfScalar[Partner]:
    """The partners that a list asks for, by name."""
    rows = select(Partner)
    for word in filters.words.split():
        in_name = func.lower(Partner.name).contains(word.lower(), autoescape=True)
        in_note = func.lower(Partner.note).contains(word.lower(), autoescape=True)
        rows = rows.where(or_(in_name, in_note))
    if filters.kind:
        rows = rows.where(col(Partner.kind) == filters.kind)
    if filters.county:
        rows = rows.where(col(Partner.county) == filters.county)
    return rows.order_by(func.lower(Partner.name), col(Partner.id))


def get(session: Session, partner_id: UUID) -> Partner:
    """One partner. Raises NotFound."""
    found = session.get(Partner, partner_id)
    if found is None:
        raise NotFound
    return found


def counties(session: Session) -> list[str]:
    """The Swedish counties that there are partners in, by code."""
    rows = select(Partner.county).where(col(Partner.county).is_not(None)).distinct()
    return sorted(county for county in session.exec(rows) if county)
