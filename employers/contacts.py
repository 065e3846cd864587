"""The log of contacts with employers, which every team shares so that nobody calls twice.

What stands in it is about the employer. Nothing about a youth belongs there.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts import audit
from accounts.models import TeamMember, User
from accounts.queries import team_ids_of
from employers.merging import standing
from employers.models import Contact, ContactTopic, ContactWay, Employer
from foundation import clock
from foundation.errors import NotFound, Refused
from foundation.translating import lazy_, zone

WITH_WHOM = cast("tuple[QueryableAttribute[Any], ...]", (Contact.by, Contact.employer))


class NotYet(Refused):
    """The log says what has happened."""

    message = lazy_("Dagen har inte kommit än. Skriv in kontakten när den har ägt rum.")


class NextIsPast(Refused):
    """A reminder lies ahead."""

    message = lazy_("Nästa kontakt behöver ligga efter den här.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactFacts:
    """What is written down about one contact."""

    made_on: date
    way: ContactWay
    topics: tuple[ContactTopic, ...] = ()
    note: str = ""
    next_on: date | None = None


def log(
    session: Session, employer: Employer, facts: ContactFacts, *, by: User, now: datetime
) -> Contact:
    """Write down a contact. Raises NotYet or NextIsPast."""
    if facts.made_on > clock.local_date(now, zone()):
        raise NotYet
    if facts.next_on is not None and facts.next_on <= facts.made_on:
        raise NextIsPast
    contact = Contact(
        employer_id=standing(session, employer).id,
        by_id=by.id,
        made_on=facts.made_on,
        way=facts.way,
        topics=list(facts.topics),
        note=facts.note,
        next_on=facts.next_on,
        created_at=now,
    )
    session.add(contact)
    session.flush()
    audit.record(session, by=by, action="contact.logged", subject=employer, now=now, way=facts.way)
    return contact


def remove(session: Session, contact: Contact, *, by: User, now: datetime) -> None:
    """Take back a line that was wrong, or that said what does not belong there."""
    audit.record(session, by=by, action="contact.removed", subject=contact.employer, now=now)
    session.delete(contact)
    session.flush()


def get_written_by(session: Session, contact_id: UUID, user: User) -> Contact:
    """The line, if this person wrote it. Raises NotFound otherwise."""
    found = session.get(Contact, contact_id)
    if found is None or found.by_id != user.id:
        raise NotFound
    return found


def with_employer(employer_id: UUID) -> SelectOfScalar[Contact]:
    """The log of an employer with who wrote each line, newest first."""
    return (
        select(Contact)
        .where(col(Contact.employer_id) == employer_id)
        .options(joinedload(WITH_WHOM[0]))
        .order_by(
            col(Contact.made_on).desc(), col(Contact.created_at).desc(), col(Contact.id).desc()
        )
    )


def newest_with(session: Session, employer_ids: Collection[UUID]) -> dict[UUID, Contact]:
    """The newest contact with each of these employers, in one question."""
    rows = _newest().where(col(Contact.employer_id).in_(employer_ids))
    return {contact.employer_id: contact for contact in session.exec(rows)}


def due(session: Session, user: User, *, on: date) -> list[Contact]:
    """The newest lines whose next contact is due, of those that the user's teams wrote.

    The most waited for first, each with its employer and who wrote it.
    """
    team = select(TeamMember.user_id).where(col(TeamMember.team_id).in_(team_ids_of(session, user)))
    rows = (
        _newest()
        .where(col(Contact.next_on) <= on, col(Contact.by_id).in_(team))
        .options(*(joinedload(along) for along in WITH_WHOM))
        .order_by(col(Contact.next_on), col(Contact.id))
    )
    return list(session.exec(rows))


def _newest() -> SelectOfScalar[Contact]:
    """Of each employer's contacts the newest one; of two on a day, the one written last."""
    latest = (col(Contact.made_on).desc(), col(Contact.created_at).desc(), col(Contact.id).desc())
    place = func.row_number().over(partition_by=col(Contact.employer_id), order_by=latest)
    ranked = select(col(Contact.id).label("id"), place.label("place")).subquery()
    return select(Contact).join(ranked, ranked.c.id == Contact.id).where(ranked.c.place == 1)
