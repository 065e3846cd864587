"""An event in words that may stand in a letter and in a calendar: nothing about a person."""

from collections.abc import Mapping

from events.models import Event, EventKind
from foundation.translating import lazy_
from reference import places

KINDS: Mapping[EventKind, str] = {
    EventKind.EMPLOYER_MEETING: lazy_("Företagsträff"),
    EventKind.COMPANY_VISIT: lazy_("Företagsbesök"),
    EventKind.JOB_SEARCH_TRIP: lazy_("Jobbsökarresa"),
    EventKind.STUDY_VISIT: lazy_("Studiebesök"),
}


def where(event: Event) -> str:
    """The venue and its municipality."""
    found = places.municipality(event.country, event.municipality)
    name = found.name if found else ""
    return event.place if not name or name in event.place else f"{event.place}, {name}"
