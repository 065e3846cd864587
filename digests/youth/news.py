"""The openings that are new to a youth, as her own letter tells them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, func, select

from openings.models import Opening
from suggestions.models import Suggestion
from suggestions.queries import SUITS, is_waiting
from youths.models import Youth
from youths.own_letters.models import OwnLetterWeek

MOST = 5
"""How many openings a letter names: what can be read through on a bus."""

A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOpening:
    """An opening as anybody may read it. Nothing in it is about the youth."""

    opening_id: UUID
    headline: str
    employer: str
    last_day: date | None
    is_public: bool
    source_url: str | None


def since(session: Session, youth: Youth, now: datetime) -> datetime:
    """From when openings are new to her: her last letter, or a week ago."""
    last = select(func.max(OwnLetterWeek.made_at)).where(
        OwnLetterWeek.youth_id == youth.id, col(OwnLetterWeek.letter_id).is_not(None)
    )
    return session.exec(last).one() or now - A_WEEK


def openings(session: Session, youth: Youth, start: datetime) -> list[NewOpening]:
    """What suits her well, came after `start`, and waits for an answer still; the best first."""
    rows = (
        select(Opening)
        .join(Suggestion, col(Suggestion.opening_id) == Opening.id)
        .where(Suggestion.youth_id == youth.id, is_waiting())
        .where(col(Suggestion.label).in_(SUITS), col(Suggestion.first_suggested_at) > start)
        .order_by(col(Suggestion.score).desc(), col(Opening.id))
        .limit(MOST)
    )
    return [
        NewOpening(
            opening_id=each.id,
            headline=each.headline,
            employer=each.employer_name,
            last_day=each.application_deadline,
            is_public=each.is_public,
            source_url=each.source_url,
        )
        for each in session.exec(rows)
    ]
