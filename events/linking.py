"""Saying that an opening came of an event, and taking it back."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from accounts import audit
from accounts.models import User
from events import states
from events.locking import lock
from events.models import Event, EventOpening
from events.states import Lets
from foundation.errors import NotFound
from openings.models import Opening


def link(session: Session, event: Event, opening: Opening, *, by: User, now: datetime) -> None:
    """Say that the opening came of the event; once is enough. Raises NotNow."""
    lock(session, event)
    states.demand(event.state, Lets.FOLLOW)
    if _find(session, event, opening.id) is None:
        row = EventOpening(
            event_id=event.id, opening_id=opening.id, linked_by_id=by.id, linked_at=now
        )
        session.add(row)
        session.flush()
        _log(session, event, opening.id, "event.opening_linked", by, now)


def unlink(session: Session, event: Event, opening_id: UUID, *, by: User, now: datetime) -> None:
    """Take it back. Raises NotNow, or NotFound where it was not linked."""
    lock(session, event)
    states.demand(event.state, Lets.FOLLOW)
    row = _find(session, event, opening_id)
    if row is None:
        raise NotFound
    session.delete(row)
    session.flush()
    _log(session, event, opening_id, "event.opening_unlinked", by, now)


def _find(session: Session, event: Event, opening_id: UUID) -> EventOpening | None:
    rows = select(EventOpening).where(
        EventOpening.event_id == event.id, col(EventOpening.opening_id) == opening_id
    )
    return session.exec(rows).first()


def _log(
    session: Session, event: Event, opening_id: UUID, action: str, by: User, now: datetime
) -> None:
    audit.record(session, by=by, action=action, subject=event, now=now, opening_id=str(opening_id))
