"""Counts for the steering group: how many, never who.

A count of one to four people could point somebody out, so it is not given, and neither is a sum
from which it could be worked out.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from accounts.models import Team
from foundation.translating import FEWEST_SHOWN
from openings.models import Opening, OpeningState, Source
from suggestions.models import Suggestion, SuggestionState
from youths.models import Youth


@dataclass(frozen=True, slots=True)
class TeamNumbers:
    """How a team stands. None for a count that is not shown because it is small."""

    name: str
    municipality: str
    youths: int | None
    with_accepted: int | None


@dataclass(frozen=True, slots=True)
class OpeningNumbers:
    """What may be applied for right now, by where it was published."""

    here: int
    elsewhere: int


def of_teams(session: Session) -> list[TeamNumbers]:
    """Every team's active youths, and how many of them have an accepted suggestion, by name."""
    accepted = select(Suggestion.youth_id).where(Suggestion.state == SuggestionState.ACCEPTED)
    youths = _youths_by_team(session)
    with_accepted = _youths_by_team(session, col(Youth.id).in_(accepted))
    return [
        TeamNumbers(
            name=team.name,
            municipality=team.municipality,
            youths=_shown(youths.get(team.id, 0)),
            with_accepted=_shown(with_accepted.get(team.id, 0)),
        )
        for team in session.exec(select(Team).order_by(Team.name))
    ]


def of_openings(session: Session) -> OpeningNumbers:
    """How many openings are published, here in the portal and by feeds from elsewhere."""
    published = (
        select(Opening.source, func.count())
        .where(Opening.state == OpeningState.PUBLISHED)
        .group_by(col(Opening.source))
    )
    counts = dict(session.exec(published).all())
    here = counts.pop(Source.PORTAL, 0)
    return OpeningNumbers(here, sum(counts.values()))


def _youths_by_team(session: Session, *conditions: ColumnElement[bool]) -> dict[UUID, int]:
    counted = (
        select(Youth.team_id, func.count())
        .where(col(Youth.archived_at).is_(None), *conditions)
        .group_by(col(Youth.team_id))
    )
    return dict(session.exec(counted).all())


def _shown(count: int) -> int | None:
    return None if 0 < count < FEWEST_SHOWN else count
