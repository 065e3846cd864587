"""A meeting as an iCalendar file: when, where, about which opening, and no youth."""

from foundation import calendars
from foundation.calendars import Entry
from foundation.translating import _
from placements.meetings import wording
from placements.meetings.models import Meeting


def file_of(meeting: Meeting) -> str:
    """The calendar file of a meeting, or of its cancellation, in the language of the moment.

    Its organizer is the caseworker who has proposed it.
    """
    return calendars.file_of(
        Entry(
            id=meeting.id,
            sequence=meeting.sequence,
            changed_at=meeting.updated_at,
            starts_at=meeting.starts_at,
            ends_at=meeting.ends_at,
            summary=_("Möte om %(headline)s", headline=meeting.introduction.opening.headline),
            where=wording.where(meeting),
            is_cancelled=meeting.cancelled_at is not None,
            organizer=(meeting.proposed_by.email, meeting.proposed_by.name),
        )
    )
