"""What has come of pledges: vacancies offered, and vacancies filled.

Offered are the vacancies of what the organisation and the units below it published in the period;
filled are those of them that somebody has been placed on. Both are counted when they are asked
for, each in one question for as many pledges as a page shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, and_, col, func, or_, select

from employers.models import Employer
from employers.units import tree_below
from foundation import clock
from foundation.translating import zone
from openings.models import Opening, Pledge


@dataclass(frozen=True, slots=True)
class Kept:
    """How much of a pledge has been kept, in vacancies."""

    offered: int = 0
    filled: int = 0


def kept_of(session: Session, pledges: Sequence[Pledge]) -> dict[UUID, Kept]:
    """How much of each pledge has been kept."""
    tree = tree_below({pledge.employer_id for pledge in pledges})
    rows = (
        select(
            Pledge.id,
            func.sum(Opening.number_of_vacancies),
            func.sum(Opening.taken),
        )
        .join(tree, tree.c.root_id == col(Pledge.employer_id))
        .join(Opening, col(Opening.employer_id) == tree.c.unit_id)
        .where(_is_of_kind(), or_(False, *(_is_within(pledge) for pledge in pledges)))
        .group_by(col(Pledge.id))
    )
    nothing = {pledge.id: Kept() for pledge in pledges}
    return nothing | {key: Kept(offered, filled) for key, offered, filled in session.exec(rows)}


def kept_by_unit(session: Session, pledge: Pledge) -> list[tuple[Employer, Kept]]:
    """The same for one pledge, unit by unit and by name; a unit without any openings is there."""
    tree = tree_below([pledge.employer_id])
    counts = (
        select(
            col(Opening.employer_id).label("unit_id"),
            func.sum(Opening.number_of_vacancies).label("offered"),
            func.sum(Opening.taken).label("filled"),
        )
        .join(Pledge, _is_within(pledge))
        .where(_is_of_kind())
        .group_by(col(Opening.employer_id))
        .subquery()
    )
    rows = (
        select(Employer, func.coalesce(counts.c.offered, 0), func.coalesce(counts.c.filled, 0))
        .join(tree, tree.c.unit_id == col(Employer.id))
        .outerjoin(counts, counts.c.unit_id == col(Employer.id))
        .order_by(func.lower(Employer.name), col(Employer.id))
    )
    return [(unit, Kept(offered, filled)) for unit, offered, filled in session.exec(rows)]


def _is_of_kind() -> ColumnElement[bool]:
    return or_(col(Pledge.kind).is_(None), col(Opening.kind) == col(Pledge.kind))


def _is_within(pledge: Pledge) -> ColumnElement[bool]:
    """Whether an opening was published in the pledge's period, by the days on the wall."""
    begin = clock.start_of(pledge.starts_on, zone())
    end = clock.end_of(pledge.ends_on, zone())
    return and_(
        col(Pledge.id) == pledge.id,
        col(Opening.published_at) >= begin,
        col(Opening.published_at) < end,
    )
