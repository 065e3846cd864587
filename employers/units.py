"""The units of an organisation, such as the schools and homes of a municipality.

A unit is an employer below another one. Trees are small and read in one question each.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import CTE
from sqlmodel import Session, col, select

from accounts import audit
from accounts.models import User
from employers import queries
from employers.models import (
    Colleague,
    ColleagueRole,
    ColleagueState,
    Employer,
    EmployerKind,
    Workplace,
)
from foundation.errors import Refused
from foundation.translating import lazy_

HAVE_UNITS = (EmployerKind.MUNICIPALITY, EmployerKind.REGION_OR_STATE)


class Circle(Refused):
    """Nothing lies below itself."""

    message = lazy_("Enheten kan inte ligga under sig själv eller under en egen enhet.")


class NumberMissing(Refused):
    """Without a number of its own, only its place in a tree says what a unit is."""

    message = lazy_("Enheten har inget eget organisationsnummer, så den måste ligga under någon.")


def tree_below(employer_ids: Collection[UUID]) -> CTE:
    """Each of these employers (`root_id`) with every employer below it, itself too (`unit_id`)."""
    tree = (
        select(col(Employer.id).label("root_id"), col(Employer.id).label("unit_id"))
        .where(col(Employer.id).in_(employer_ids))
        .cte("tree", recursive=True)
    )
    below = select(tree.c.root_id, col(Employer.id)).join(
        Employer, col(Employer.parent_id) == tree.c.unit_id
    )
    return tree.union(below)


def ids_below(session: Session, employer: Employer) -> set[UUID]:
    """The ids of every employer below this one, and its own."""
    return set(session.exec(select(tree_below([employer.id]).c.unit_id)))


def directly_below(session: Session, employer: Employer) -> list[Employer]:
    """The units of the employer, one step down, by name."""
    rows = select(Employer).where(col(Employer.parent_id) == employer.id)
    return list(session.exec(rows.order_by(col(Employer.name), col(Employer.id))))


def possible_parents(session: Session, employer: Employer) -> list[Employer]:
    """What the employer can be put below: organisations that have units, by name."""
    rows = select(Employer).where(
        col(Employer.kind).in_(HAVE_UNITS),
        col(Employer.country) == employer.country,
        col(Employer.merged_into_id).is_(None),
    )
    below = ids_below(session, employer)
    ordered = session.exec(rows.order_by(col(Employer.name), col(Employer.id)))
    return [each for each in ordered if each.id not in below]


def add(
    session: Session,
    parent: Employer,
    *,
    name: str,
    country: str,
    municipality: str,
    by: User,
    now: datetime,
) -> Employer:
    """A new unit below `parent`, with a workplace; the owners of the parent own it too."""
    unit = Employer(
        name=name,
        country=parent.country,
        kind=parent.kind,
        parent_id=parent.id,
        created_at=now,
        updated_at=now,
    )
    session.add(unit)
    session.flush()
    session.add(
        Workplace(
            employer_id=unit.id,
            name=name,
            country=country,
            municipality=municipality,
            updated_at=now,
        )
    )
    session.add_all(
        Colleague(
            employer_id=unit.id,
            user_id=owner.id,
            state=ColleagueState.ACTIVE,
            role=ColleagueRole.OWNER,
            asked_at=now,
            answered_at=now,
        )
        for owner in queries.owners_of(session, parent.id)
    )
    audit.record(session, by=by, action="employer.unit_added", subject=unit, now=now)
    return unit


def put_below(
    session: Session, employer: Employer, parent: Employer | None, *, by: User, now: datetime
) -> None:
    """Let the employer be a unit of `parent`, or of nothing. Raises Circle or NumberMissing.

    The tree is read after its rows are locked, so two moves at once make no circle.
    """
    ids = [employer.id, *([parent.id] if parent else [])]
    rows = select(Employer.id).where(col(Employer.id).in_(ids)).order_by(col(Employer.id))
    session.exec(rows.with_for_update()).all()
    if parent is not None and parent.id in ids_below(session, employer):
        raise Circle
    if parent is None and employer.organization_number is None:
        raise NumberMissing
    employer.parent_id = parent.id if parent else None
    session.flush()
    to = str(parent.id) if parent else None
    audit.record(session, by=by, action="employer.put_below", subject=employer, now=now, to=to)
