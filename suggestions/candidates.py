"""The other way round: which of a person's youths an opening fits, and what hinders the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from accounts.models import User
from foundation import clock
from foundation.translating import zone
from matching.explanation import Exclusion, Match
from openings.models import Opening
from suggestions.facts import seeker_of
from suggestions.models import Suggestion
from suggestions.queries import of_opening
from suggestions.ranking import has_read, matcher_on
from youths.models import Youth
from youths.queries import Filters, listed


@dataclass(frozen=True, slots=True)
class Candidate:
    """A youth beside an opening: a match or what hinders it, and the suggestion if one is kept."""

    youth: Youth
    match: Match | None
    hindered_by: tuple[Exclusion, ...]
    suggestion: Suggestion | None


def candidates(session: Session, opening: Opening, user: User, *, now: datetime) -> list[Candidate]:
    """The active youths that a person may see, best first, then those whom something hinders.

    An opening that cannot be applied for now has no candidates.
    """
    people = session.exec(listed(user, Filters())).all()
    return _beside(session, opening, people, of_opening(session, opening.id, user), now)


def candidate(
    session: Session, youth: Youth, opening: Opening, user: User, *, now: datetime
) -> Candidate | None:
    """One youth beside one opening; None where it cannot be applied for now."""
    kept = of_opening(session, opening.id, user)
    return next(iter(_beside(session, opening, [youth], kept, now)), None)


def _beside(
    session: Session,
    opening: Opening,
    people: Sequence[Youth],
    kept: Mapping[UUID, Suggestion],
    now: datetime,
) -> list[Candidate]:
    today = clock.local_date(now, zone())
    matcher = matcher_on(session.get_bind(), on=today)
    if not has_read(matcher, opening):
        return []
    vacancy = str(opening.id)
    seekers = {youth.id: seeker_of(youth) for youth in people}
    found = matcher.rank_seekers(vacancy, seekers.values(), limit=len(seekers))
    matches = {UUID(match.seeker_id): match for match in found}
    best_first = sorted(people, key=lambda youth: _place(matches.get(youth.id), youth))
    return [
        Candidate(
            youth,
            match := matches.get(youth.id),
            () if match else matcher.why_not(seekers[youth.id], vacancy),
            kept.get(youth.id),
        )
        for youth in best_first
    ]


def _place(match: Match | None, youth: Youth) -> tuple[float, str]:
    return (-match.score if match else 1.0, str(youth.id))
