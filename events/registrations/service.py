"""Asking youths to an event, what they answer, whether they came, and whom they liked.

The caller has found the youths and registrations among those that the person may see. The event
is always locked first, so that there are never more registered than seats.
"""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlmodel import Session, col, delete, select

from accounts import audit
from accounts.models import User
from events import states
from events.locking import lock
from events.models import Event, Invitation
from events.registrations.models import Coming, Interest, Registration
from events.registrations.queries import seats_taken
from events.states import Lets
from foundation.errors import Refused
from foundation.translating import lazy_
from youths.models import Youth


class NoSeatLeft(Refused):
    """Every seat is somebody's."""

    message = lazy_("Alla platser är tagna. Höj antalet platser, eller fråga om någon vill avstå.")


def invite(
    session: Session, event: Event, youths: Iterable[Youth], *, by: User, now: datetime
) -> list[Registration]:
    """Note youths to ask. Who is there already is left as she is. Raises NotNow."""
    lock(session, event)
    states.demand(event.state, Lets.INVITE)
    there = set(
        session.exec(select(Registration.youth_id).where(Registration.event_id == event.id))
    )
    new = [youth for youth in youths if youth.id not in there]
    made = [
        Registration(
            event_id=event.id, youth_id=youth.id, registered_by_id=by.id, registered_at=now
        )
        for youth in new
    ]
    session.add_all(made)
    session.flush()
    for youth in new:
        _log(session, event, youth, "event.youth_invited", by, now)
    return made


def answer(
    session: Session, registration: Registration, coming: Coming, *, by: User, now: datetime
) -> None:
    """Write down whether a youth comes. Raises NoSeatLeft or NotNow."""
    event = lock(session, registration.event)
    states.demand(event.state, Lets.ANSWER)
    is_new = coming is Coming.REGISTERED and registration.coming is not Coming.REGISTERED
    if is_new and seats_taken(session, [event.id])[event.id] >= event.seats:
        raise NoSeatLeft
    registration.coming, registration.registered_at = coming, now
    registration.registered_by_id = by.id
    session.flush()
    _log(session, event, registration.youth, "event.youth_answered", by, now, coming=coming)


def remove(session: Session, registration: Registration, *, by: User, now: datetime) -> None:
    """Take back that a youth was to be asked. Raises NotNow."""
    event = lock(session, registration.event)
    states.demand(event.state, Lets.INVITE)
    _log(session, event, registration.youth, "event.youth_removed", by, now)
    session.delete(registration)
    session.flush()


def note_came(
    session: Session,
    event: Event,
    came: Collection[Registration],
    *,
    among: Iterable[Registration],
    by: User,
    now: datetime,
) -> None:
    """Tick who of those that the page showed came; others stay as they are.

    Raises NotNow, or NotTheDay before the day of the event.

    Whoever comes unannounced has come, and counts as registered.
    """
    lock(session, event)
    states.demand(event.state, Lets.ATTEND)
    states.demand_day(event, now=now)
    ids = {each.id for each in came}
    for registration in among:
        attended = registration.id in ids
        if registration.attended is attended:
            continue
        registration.attended = attended
        if attended:
            registration.coming = Coming.REGISTERED
        _log(session, event, registration.youth, "event.ticked", by, now, attended=attended)
    session.flush()


def note_interests(
    session: Session,
    registration: Registration,
    invitations: Iterable[Invitation],
    *,
    by: User,
    now: datetime,
) -> None:
    """Write down which of the employers a youth is interested in. Raises NotNow."""
    event = lock(session, registration.event)
    states.demand(event.state, Lets.FOLLOW)
    session.exec(delete(Interest).where(col(Interest.registration_id) == registration.id))
    ids = {each.id for each in invitations if each.event_id == event.id}
    session.add_all(
        Interest(registration_id=registration.id, invitation_id=id_, noted_at=now)
        for id_ in sorted(ids)
    )
    session.flush()
    _log(session, event, registration.youth, "event.interests", by, now, count=len(ids))


def _log(
    session: Session,
    event: Event,
    youth: Youth,
    action: str,
    by: User,
    now: datetime,
    **facts: object,
) -> None:
    audit.record(
        session, by=by, action=action, subject=youth, now=now, event_id=str(event.id), **facts
    )
