"""Reads of search areas: a youth's history, and how many of a team's youths look further."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, select

from accounts.models import Team
from foundation.translating import FEWEST_SHOWN
from youths.models import Youth
from youths.search_areas.extent import Extent, Gain, is_limited
from youths.search_areas.models import BASELINES, SearchArea

NOW: tuple[Any, ...] = tuple(
    col(each)
    for each in (
        Youth.id,
        Youth.team_id,
        Youth.protected_identity,
        Youth.max_commute_km,
        Youth.counties,
        Youth.countries,
    )
)
"""The columns that tell where a youth looks now."""


@dataclass(frozen=True, slots=True)
class Widened:
    """How many of a team's youths look further than at registration, and out of how many.

    `far` is the whole country or Norway. A count is None where it, or what is left of `far`
    beside it, is one to four people.
    """

    team: Team
    youths: int | None
    far: int | None
    whole_country: int | None
    norway: int | None
    county: int | None

    @property
    def share(self) -> int | None:
        """Whole per cent who look in the whole country or Norway and did not before."""
        if not self.youths or self.far is None:
            return None
        return round(100 * self.far / self.youths)


def history(session: Session, youth: Youth) -> list[SearchArea]:
    """Every area that she has had, the first one first, with who set it."""
    by = joinedload(cast("QueryableAttribute[Any]", SearchArea.by))
    rows = select(SearchArea).where(SearchArea.youth_id == youth.id).options(by)
    return list(session.exec(rows.order_by(col(SearchArea.from_at), col(SearchArea.id))))


def widened(session: Session, teams: Collection[UUID] | None = None) -> list[Widened]:
    """The figure for every team, or for some, by name.

    All who were ever registered count, the archived ones too, each once; what counts is where
    she looks now, or looked last, beside her baseline. That kilometres are let go for a youth
    with protected identity widens nothing. Two queries, and one for the teams.
    """
    gains = defaultdict[UUID, list[Gain]](list)
    before = _baselines(session, teams)
    for row in session.execute(_of(sa.select(*NOW), teams)):
        now = Extent.of(row, limited=row.protected_identity or is_limited(row))
        gains[row.team_id].append(Gain.between(before.get(row.id, now), now))
    named = select(Team).order_by(Team.name)
    if teams is not None:
        named = named.where(col(Team.id).in_(teams))
    return [_counted(team, gains[team.id]) for team in session.exec(named)]


def _baselines(session: Session, teams: Collection[UUID] | None) -> dict[UUID, Extent]:
    """What each youth's areas at registration took in; more than one where rows were merged."""
    rows = select(SearchArea).join(Youth).where(col(SearchArea.origin).in_(BASELINES))
    found = defaultdict[UUID, list[SearchArea]](list)
    for row in session.exec(_of(rows, teams)):
        found[row.youth_id].append(row)
    return {youth: Extent.together(each) for youth, each in found.items()}


def _of(rows: Any, teams: Collection[UUID] | None) -> Any:
    counted = rows.where(col(Youth.merged_into_id).is_(None))
    return counted if teams is None else counted.where(col(Youth.team_id).in_(teams))


def _counted(team: Team, gains: Iterable[Gain]) -> Widened:
    each = list(gains)
    far = sum(gain.is_far for gain in each)

    def part(count: int) -> int | None:
        return None if _is_few(count) or _is_few(far - count) else count

    county = sum(gain.county for gain in each)
    return Widened(
        team=team,
        youths=None if _is_few(len(each)) else len(each),
        far=None if _is_few(far) else far,
        whole_country=part(sum(gain.whole_country for gain in each)),
        norway=part(sum(gain.norway for gain in each)),
        county=None if _is_few(county) else county,
    )


def _is_few(count: int) -> bool:
    return 0 < count < FEWEST_SHOWN
