"""What becomes of openings when their employer, or its person for them, changes."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select, update
from sqlmodel.sql.expression import SelectOfScalar

from accounts import audit
from accounts.models import User
from employers.models import Employer, Workplace
from foundation.errors import Refused
from foundation.translating import lazy_
from openings.models import Opening, OpeningState, OpeningUpload, Pledge


class WorkplaceUsed(Refused):
    """Where an opening lies must be known as long as somebody can come there."""

    message = lazy_("En plats ligger på det arbetsstället. Stäng eller flytta platsen först.")


def take_name(session: Session, employer: Employer) -> None:
    """Let the employer's openings carry the name that it has now."""
    session.exec(
        update(Opening)
        .where(col(Opening.employer_id) == employer.id)
        .values(employer_name=employer.name)
    )


MOVED = (Opening, OpeningUpload, Pledge)
"""What goes along, by its `employer_id`, when an employer is merged into another."""


def move(session: Session, duplicate: Employer, kept: Employer) -> None:
    """Let the openings and pledges of a duplicate be the kept employer's, under its name.

    `placements.merging_employers` has merged the two rows in the same transaction.
    """
    for table in MOVED:
        theirs = update(table).where(col(table.employer_id) == duplicate.id)
        session.exec(theirs.values(employer_id=kept.id))
    take_name(session, kept)
    session.expire_all()


def contacts_openings(session: Session, employer_id: UUID, contact: User) -> list[Opening]:
    """The employer's openings that this person is contact for and that are not closed."""
    rows = _contacts(employer_id, contact.id)
    return list(session.exec(rows.order_by(col(Opening.created_at), col(Opening.id))))


def hand_over(
    session: Session,
    employer_id: UUID,
    *,
    leaving: User,
    to: User,
    by: User,
    now: datetime,
) -> int:
    """Make another colleague the contact for what is not closed; returns for how many.

    Closed openings keep the contact that they had. `to` may act for the employer; the caller
    has chosen her among those who may.
    """
    openings = contacts_openings(session, employer_id, leaving)
    for opening in openings:
        opening.contact_id = to.id
    audit.record_each(session, openings, by=by, action="opening.handed_over", now=now)
    return len(openings)


def demand_unused(session: Session, workplace: Workplace) -> None:
    """Raise WorkplaceUsed where an opening that is not closed lies at this very address."""
    lies_there = select(Opening.id).where(
        col(Opening.employer_id) == workplace.employer_id,
        col(Opening.state) != OpeningState.CLOSED,
        col(Opening.country) == workplace.country,
        col(Opening.municipality) == workplace.municipality,
        func.coalesce(Opening.street_address, "") == (workplace.street_address or ""),
    )
    if session.exec(lies_there.limit(1)).first():
        raise WorkplaceUsed


def _contacts(employer_id: UUID, user_id: UUID) -> SelectOfScalar[Opening]:
    return select(Opening).where(
        col(Opening.employer_id) == employer_id,
        col(Opening.contact_id) == user_id,
        col(Opening.state) != OpeningState.CLOSED,
    )
