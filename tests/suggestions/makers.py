"""Rows that tests of suggestions share. They flush and never commit."""

from typing import Any

from sqlmodel import Session

from accounts.models import User
from openings.models import Opening
from suggestions.models import Suggestion
from tests.factories import NOW, make_opening, make_youth
from youths.models import Youth

COOK = "5120"
KITCHEN = "9412"


def make_cook(session: Session, responsible: User | None = None, **facts: Any) -> Youth:
    """A youth in Söderhamn who wants to work in a kitchen, and who is free."""
    wants = {"wishes": ["köksbiträde"], "occupations": [KITCHEN], "available_from": NOW.date()}
    return make_youth(session, responsible, **(wants | facts))


def make_suggestion(
    session: Session, youth: Youth, opening: Opening | None = None, **facts: Any
) -> Suggestion:
    """A strong suggestion that waits, of a new opening if none is given."""
    offered = opening or make_opening(session)
    defaults: dict[str, Any] = {
        "youth_id": youth.id,
        "opening_id": offered.id,
        "score": 0.5,
        "label": "strong",
        "ranked_by": "test",
        "first_suggested_at": NOW,
        "refreshed_at": NOW,
    }
    suggestion = Suggestion(**(defaults | facts))
    session.add(suggestion)
    session.flush()
    return suggestion
