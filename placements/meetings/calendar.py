"""A meeting as an iCalendar file (RFC 5545): when, where, about which opening, and no person.

The file is published, not a request for an answer: answers are given in Farled, and what a
calendar's own buttons send would be read by nobody. A changed file has the same UID and a higher
SEQUENCE, so that a calendar replaces what it has.
"""

from datetime import date

from icalendar import Calendar, Event, vCalAddress

from foundation.translating import _, zone
from placements.meetings import wording
from placements.meetings.models import Meeting

PRODUCT = "-//Farled//Farled//SV"


def file_of(meeting: Meeting) -> str:
    """The calendar file of a meeting, or of its cancellation, in the language of the moment."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if meeting.cancelled_at else "PUBLISH")
    calendar.add_component(_event(meeting))
    year = meeting.starts_at.year
    calendar.add_missing_timezones(first_date=date(year, 1, 1), last_date=date(year + 1, 12, 31))
    written: bytes = calendar.to_ical()
    return written.decode()


def _event(meeting: Meeting) -> Event:
    event = Event()
    event.add("uid", f"{meeting.id}@farled")
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", meeting.updated_at)
    event.add("dtstart", meeting.starts_at.astimezone(zone()))
    event.add("dtend", meeting.ends_at.astimezone(zone()))
    event.add("summary", _("Möte om %(headline)s", headline=meeting.introduction.opening.headline))
    event.add("location", wording.where(meeting))
    event.add("status", "CANCELLED" if meeting.cancelled_at else "CONFIRMED")
    event.add("organizer", _organizer(meeting))
    return event


def _organizer(meeting: Meeting) -> vCalAddress:
    """The caseworker who has proposed the meeting."""
    address = vCalAddress(f"mailto:{meeting.proposed_by.email}")
    address.params["cn"] = meeting.proposed_by.name
    return address
