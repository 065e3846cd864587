"""Who is at an event, as far as a person may see the youths; and how many seats are taken."""

from collections.abc import Collection
from typing import Any, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import User
from events.models import Event
from events.registrations.models import Coming, Interest, Registration
from foundation.errors import NotFound
from youths import queries as youths
from youths.models import Youth

YOUTH = cast("QueryableAttribute[Any]", Registration.youth)
EVENT = cast("QueryableAttribute[Any]", Registration.event)


def of_event(session: Session, event: Event, user: User) -> list[Registration]:
    """Those youths at an event whom the person may see, by alias."""
    rows = _visible_to(user).where(Registration.event_id == event.id)
    found = session.exec(rows.options(joinedload(YOUTH)))
    return sorted(found, key=lambda each: (each.youth.alias.casefold(), str(each.id)))


def get_visible(session: Session, registration_id: UUID, *, to: User) -> Registration:
    """One youth at an event, if the person may see her. Raises NotFound."""
    rows = _visible_to(to).where(col(Registration.id) == registration_id)
    found = session.exec(rows.options(joinedload(YOUTH), joinedload(EVENT))).first()
    if found is None:
        raise NotFound
    return found


def seats_taken(session: Session, event_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many youths are registered to each of these events, whoever sees them."""
    rows = (
        select(Registration.event_id, func.count())
        .where(col(Registration.event_id).in_(event_ids))
        .where(col(Registration.coming) == Coming.REGISTERED)
        .group_by(col(Registration.event_id))
    )
    return dict.fromkeys(event_ids, 0) | dict(session.exec(rows).all())


def askable(session: Session, event: Event, user: User) -> list[Youth]:
    """The active youths whom the person may see and who are not at the event yet, by alias."""
    there = select(Registration.youth_id).where(Registration.event_id == event.id)
    rows = youths.listed(user, youths.Filters()).where(col(Youth.id).not_in(there))
    return sorted(session.exec(rows), key=lambda each: (each.alias.casefold(), str(each.id)))


def interests_of(
    session: Session, registrations: Collection[Registration]
) -> dict[UUID, set[UUID]]:
    """The invitations of the employers that each of these is interested in, by registration."""
    ids = [each.id for each in registrations]
    rows = select(Interest).where(col(Interest.registration_id).in_(ids))
    found: dict[UUID, set[UUID]] = {id_: set() for id_ in ids}
    for interest in session.exec(rows):
        found[interest.registration_id].add(interest.invitation_id)
    return found


def _visible_to(user: User) -> SelectOfScalar[Registration]:
    seen = youths.visible_to(user).with_only_columns(col(Youth.id))
    return select(Registration).where(col(Registration.youth_id).in_(seen))
