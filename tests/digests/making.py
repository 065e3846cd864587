"""Makers of what digests tell about, and the one call that most tests are about."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, select

from accounts.models import User
from digests import service
from digests.links import Signer
from digests.service import Sending, SendSummary
from foundation.outbox import QueuedLetter
from foundation.translating import HOME
from openings.models import Opening
from suggestions.models import Suggestion
from tests.factories import NOW, make_caseworker, make_opening, make_youth
from youths.models import Youth

PORTAL = "https://farled.example.org"
SIGNER = Signer("a secret that is long enough for tests")
DAY = timedelta(days=1)
PROTECTED: dict[str, Any] = {
    "protected_identity": True,
    "home_municipality": None,
    "max_commute_km": None,
}


def make_suggestion(
    session: Session, youth: Youth, opening: Opening | None = None, **facts: Any
) -> Suggestion:
    """A strong, undecided suggestion since yesterday, for a new opening if none is given."""
    defaults: dict[str, Any] = {
        "youth_id": youth.id,
        "opening_id": (opening or make_opening(session)).id,
        "score": 0.5,
        "label": "strong",
        "ranked_by": "test",
        "first_suggested_at": NOW - DAY,
        "refreshed_at": NOW,
    }
    suggestion = Suggestion(**(defaults | facts))
    session.add(suggestion)
    session.flush()
    return suggestion


def with_news(session: Session, **facts: Any) -> User:
    """A caseworker with one youth who has a new strong suggestion."""
    caseworker = make_caseworker(session, **facts)
    make_suggestion(session, make_youth(session, caseworker))
    return caseworker


def send(session: Session, *, now: datetime = NOW, week: str | None = None) -> SendSummary:
    """Send what is due, as the command and the clock do."""
    return service.send_week(session, Sending(PORTAL, SIGNER, now, HOME), week)


def letters(session: Session) -> list[QueuedLetter]:
    """Every letter in the outbox, by recipient."""
    return list(session.exec(select(QueuedLetter).order_by(col(QueuedLetter.to))))
