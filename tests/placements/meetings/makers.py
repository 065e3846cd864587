"""Meetings for tests, made the way that people make them."""

from datetime import date, time
from typing import Any

from sqlmodel import Session

from placements.meetings import service
from placements.meetings.facts import MeetingFacts
from placements.meetings.models import How, Meeting
from placements.models import Introduction
from tests.placements.makers import IN_TIME, URL, welcomed


def meeting_facts(**facts: Any) -> MeetingFacts:
    """A meeting at a workplace ten days ahead."""
    known: dict[str, Any] = {
        "day": date(2026, 12, 3),
        "at": time(10),
        "minutes": 45,
        "how": How.ON_SITE,
        "place": "Hamngatan 4, Söderhamn",
        "ask_for": "Karin i receptionen",
        "directions": "Buss 63 till torget.",
        "message": "Vi tar gärna en rundvandring.",
    }
    return MeetingFacts(**(known | facts))


def a_meeting(session: Session, introduction: Introduction | None = None, **facts: Any) -> Meeting:
    """A meeting that the responsible caseworker has proposed to the employer."""
    made = introduction or welcomed(session)
    by = made.youth.responsible
    return service.propose(
        session, made, meeting_facts(**facts), by=by, public_url=URL, now=IN_TIME
    )
