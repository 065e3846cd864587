"""What would open more openings for a youth, and which answers would change most for her.

Both look through today's openings as they stand, so they are reckoned when a page is asked for
and never stored.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from foundation import clock
from foundation.translating import zone
from matching.asking import Asked, questions_to_ask
from matching.explanation import Exclusion
from matching.matcher import OpeningMatcher
from matching.possibilities import Change, Opened, change_for, usual_changes, what_opens_up
from openings.models import Opening
from reference import places
from suggestions.facts import seeker_of
from suggestions.ranking import matcher_on
from youths.models import Youth

FIRST = 10
"""How many openings are shown of those that a change opens."""


@dataclass(frozen=True, slots=True)
class Possibility:
    """A change, how many openings it would open, and the first of them, best first."""

    change: Change
    count: int
    first: tuple[Opening, ...]


def opened_for(session: Session, youth: Youth, *, now: datetime) -> tuple[Opened, ...]:
    """The usual changes with the openings that each would open, the one that opens most first."""
    seeker = seeker_of(youth)
    return what_opens_up(matcher_at(session, now), seeker, usual_changes(seeker))


def possibilities(session: Session, youth: Youth, *, now: datetime) -> list[Possibility]:
    """The usual changes, most first, with the openings to show; one query reads them all."""
    opened = opened_for(session, youth, now=now)
    openings = _openings(session, (id_ for each in opened for id_ in each.vacancy_ids[:FIRST]))
    return [
        Possibility(
            each.change,
            each.count,
            tuple(openings[id_] for id_ in each.vacancy_ids[:FIRST] if id_ in openings),
        )
        for each in opened
    ]


def questions_for(session: Session, youth: Youth, *, now: datetime) -> tuple[Asked, ...]:
    """The questions to a youth whose answers would change most, the weightiest first."""
    return questions_to_ask(matcher_at(session, now), seeker_of(youth))


def way_round(exclusion: Exclusion) -> Change | None:
    """What she could change about something that hinders; nobody can acquire a mother tongue."""
    change = change_for(exclusion)
    return None if change and change.facts.get("level") == "native" else change


def home_county(youth: Youth) -> str | None:
    """The county that she lives in, which she need not move to."""
    home = places.municipality("SE", youth.home_municipality or "")
    return home.county if home else None


def matcher_at(session: Session, now: datetime) -> OpeningMatcher:
    """The ranker over today's openings."""
    today = clock.local_date(now, zone())
    return matcher_on(session.get_bind(), on=today)


def _openings(session: Session, ids: Iterable[str]) -> dict[str, Opening]:
    """Openings by the ids that the ranker calls them by."""
    wanted = {UUID(id_) for id_ in ids}
    found = session.exec(select(Opening).where(col(Opening.id).in_(wanted)))
    return {str(opening.id): opening for opening in found}
