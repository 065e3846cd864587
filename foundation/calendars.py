"""Something with a time and a place as an iCalendar file (RFC 5545).

The file is published, not a request for an answer: answers are given in Farled, and what a
calendar's own buttons send would be read by nobody. A changed file has the same UID and a higher
SEQUENCE, so that a calendar replaces what it has.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from icalendar import Calendar, Event, vCalAddress

from foundation.translating import zone

PRODUCT = "-//Farled//Farled//SV"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What stands in a calendar; `organizer` is an address and a name of staff."""

    id: UUID
    sequence: int
    changed_at: datetime
    starts_at: datetime
    ends_at: datetime
    summary: str
    where: str
    is_cancelled: bool = False
    organizer: tuple[str, str] | None = None


def file_of(entry: Entry) -> str:
    """The calendar file of an entry, or of its cancellation."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if entry.is_cancelled else "PUBLISH")
    calendar.add_component(_event(entry))
    first, last = date(entry.starts_at.year, 1, 1), date(entry.starts_at.year + 1, 12, 31)
    calendar.add_missing_timezones(first_date=first, last_date=last)
    written: bytes = calendar.to_ical()
    return written.decode()


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", f"{entry.id}@farled")
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed_at)
    event.add("dtstart", entry.starts_at.astimezone(zone()))
    event.add("dtend", entry.ends_at.astimezone(zone()))
    event.add("summary", entry.summary)
    event.add("location", entry.where)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    if entry.organizer:
        address = vCalAddress(f"mailto:{entry.organizer[0]}")
        address.params["cn"] = entry.organizer[1]
        event.add("organizer", address)
    return event
