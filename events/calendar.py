"""An event as an iCalendar file: what, when and where, and no person."""

from events import wording
from events.models import Event, EventState
from foundation import calendars
from foundation.calendars import Entry


def file_of(event: Event) -> str:
    """The calendar file of an event, or of its cancellation, in the language of the moment."""
    return calendars.file_of(
        Entry(
            id=event.id,
            sequence=event.sequence,
            changed_at=event.updated_at,
            starts_at=event.starts_at,
            ends_at=event.ends_at,
            summary=f"{wording.KINDS[event.kind]}: {event.theme}",
            where=wording.where(event),
            is_cancelled=event.state is EventState.CANCELLED,
        )
    )
