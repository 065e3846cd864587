"""A meeting in words that may stand in a letter and in a calendar: nothing about a person."""

from collections.abc import Mapping

from foundation.translating import lazy_
from placements.meetings.models import How, Meeting

HOWS: Mapping[How, str] = {
    How.ON_SITE: lazy_("På plats"),
    How.PHONE: lazy_("På telefon"),
    How.VIDEO: lazy_("På video"),
}


def where(meeting: Meeting) -> str:
    """Where people meet. A number to ring may be a person's own, so a call has no place here."""
    if meeting.how is How.PHONE or not meeting.place:
        return str(HOWS[meeting.how])
    return meeting.place
