"""One writer at a time: an event is always locked before what belongs to it."""

from sqlmodel import Session

from events.models import Event


def lock(session: Session, event: Event) -> Event:
    """The event as it is now; nobody else does anything with it until the transaction ends."""
    session.flush()
    return session.get_one(Event, event.id, with_for_update=True, populate_existing=True)
