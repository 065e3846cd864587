"""Where a team's job-search trip could go: counties with strong matches far from home.

What a youth would accept is what the stored suggestions say: strong ones within what she asks for.
What she could ("skulle kunna") is what would be strong if she looked everywhere in both countries,
which one pass of the ranking over the team tells. What is near her home needs no trip, and what
somebody has turned down for her is left out.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from accounts.models import Team, User
from foundation import clock
from foundation.errors import NotFound
from foundation.translating import zone
from matching.explanation import STRONG_FROM
from matching.facts import SearchArea, Seeker
from openings.models import Opening, OpeningState
from reference import places
from suggestions.facts import seeker_of
from suggestions.models import Suggestion
from suggestions.queries import is_turned_down
from suggestions.ranking import matcher_on
from suggestions.regions import Region, region_of
from youths.models import Youth
from youths.queries import Filters, listed

MOST_DESTINATIONS = 8
MOST_VISITS = 8
FURTHER = 100
"""Of so many that are best for a youth who looks everywhere, the strong ones are taken."""

_READ = ("id", "country", "county", "municipality", "employer_id", "employer_name")
"""What a trip needs to know of an opening."""


class Destination(NamedTuple):
    """A county of Sweden or a region of Norway."""

    country: str
    county: str


@dataclass(slots=True)
class Visit:
    """Somebody to visit: an employer of ours, or one that is known by name from feeds."""

    name: str
    country: str
    municipality: str
    employer_id: UUID | None
    openings: set[UUID] = field(default_factory=set)
    youths: set[UUID] = field(default_factory=set)


@dataclass(slots=True)
class Proposal:
    """A destination: who has strong matches there, and whom one would visit, the best first.

    `accepts` would take work there; `could` would have to look further than they do.
    """

    to: Destination
    accepts: list[Youth]
    could: list[Youth]
    visits: list[Visit]
    openings: int

    @property
    def youths(self) -> list[Youth]:
        """Everybody whom the trip is for."""
        return [*self.accepts, *self.could]


class _Match(NamedTuple):
    youth_id: UUID
    is_further: bool
    opening: Opening


def proposals(session: Session, team: Team, user: User, *, now: datetime) -> list[Proposal]:
    """The destinations that most of the team's youths would gain from, at most eight.

    Of the youths those count whom the person may see. Three questions, however many there are.
    """
    people = _people(session, team, user)
    by_place: dict[Destination, list[_Match]] = defaultdict(list)
    for match in _strong(session, people, now):
        by_place[Destination(match.opening.country, str(match.opening.county))].append(match)
    found = [_proposal(to, matches, people) for to, matches in by_place.items()]
    return sorted(found, key=_place)[:MOST_DESTINATIONS]


def proposal_to(
    session: Session, to: Destination, team: Team, user: User, *, now: datetime
) -> Proposal:
    """The proposal for one destination. Raises NotFound where nobody has a strong match there."""
    people = _people(session, team, user)
    matches = [
        each
        for each in _strong(session, people, now)
        if (each.opening.country, each.opening.county) == to
    ]
    if not matches:
        raise NotFound
    return _proposal(to, matches, people)


def county_name(to: Destination) -> str:
    """What the destination is called."""
    found = places.county(*to)
    return found.name if found else to.county


def _people(session: Session, team: Team, user: User) -> dict[UUID, Youth]:
    rows = listed(user, Filters()).where(Youth.team_id == team.id)
    return {youth.id: youth for youth in session.exec(rows)}


def _place(proposal: Proposal) -> tuple[Any, ...]:
    """More youths first, then more who would accept, then more openings."""
    counted = (len(proposal.youths), len(proposal.accepts), proposal.openings)
    return (*(-each for each in counted), proposal.to)


def _strong(session: Session, people: Mapping[UUID, Youth], now: datetime) -> Iterator[_Match]:
    """Each youth's strong matches that need a journey: those suggested, then those further away."""
    counts = sa.and_(
        col(Suggestion.label) == "strong", col(Suggestion.is_current), ~is_turned_down()
    )
    pair: list[Any] = [col(Suggestion.youth_id), col(Suggestion.opening_id)]
    columns = [*pair, counts, col(Suggestion.is_widening)]
    of_hers = sa.select(*columns).where(col(Suggestion.youth_id).in_(people))
    stored = {(row[0], row[1]): (row[2], row[3]) for row in session.execute(of_hers)}
    wanted = {two: is_widening for two, (is_strong, is_widening) in stored.items() if is_strong}
    for two in _further(session, people, now):
        if two not in stored:
            wanted[two] = True
    openings = _openings(session, {opening_id for _youth, opening_id in wanted})
    for (youth_id, opening_id), is_further in sorted(wanted.items()):
        opening = openings.get(opening_id)
        if opening and region_of(people[youth_id], opening) is not Region.NEAR:
            yield _Match(youth_id, is_further, opening)


def _further(
    session: Session, people: Mapping[UUID, Youth], now: datetime
) -> Iterator[tuple[UUID, UUID]]:
    """The openings that would be strong for each if she looked everywhere, in one pass."""
    matcher = matcher_on(session.get_bind(), on=clock.local_date(now, zone()))
    seekers = [_looking_everywhere(seeker_of(youth)) for youth in people.values()]
    if not seekers:
        return
    for seeker, best in zip(seekers, matcher.best(seekers, limit=FURTHER), strict=True):
        for opening_id, score in best:
            if score >= STRONG_FROM:
                yield UUID(seeker.id), UUID(opening_id)


def _looking_everywhere(seeker: Seeker) -> Seeker:
    counties = tuple(each.code for each in places.counties("SE"))
    area = SearchArea(seeker.search_area.max_commute_km, counties, ("SE", "NO"))
    return replace(seeker, search_area=area)


def _openings(session: Session, ids: Collection[UUID]) -> dict[UUID, Opening]:
    """Those that can be applied for and lie somewhere known, with what a trip needs to know."""
    columns: list[Any] = [getattr(Opening, name) for name in _READ]
    rows = sa.select(*columns).where(
        col(Opening.id).in_(ids),
        col(Opening.state) == OpeningState.PUBLISHED,
        col(Opening.county).is_not(None),
        col(Opening.municipality).is_not(None),
    )
    found = (Opening(**dict(zip(_READ, row, strict=True))) for row in session.execute(rows))
    return {opening.id: opening for opening in found}


def _proposal(to: Destination, matches: Sequence[_Match], people: Mapping[UUID, Youth]) -> Proposal:
    accepts = {each.youth_id for each in matches if not each.is_further}
    could = {each.youth_id for each in matches} - accepts
    return Proposal(
        to=to,
        accepts=_by_alias(accepts, people),
        could=_by_alias(could, people),
        visits=_visits(matches)[:MOST_VISITS],
        openings=len({each.opening.id for each in matches}),
    )


def _by_alias(ids: Collection[UUID], people: Mapping[UUID, Youth]) -> list[Youth]:
    return sorted((people[id_] for id_ in ids), key=lambda each: (each.alias.casefold(), each.id))


def _visits(matches: Sequence[_Match]) -> list[Visit]:
    """Whom to visit: those who have something for most of the youths first."""
    visits: dict[tuple[str, str], Visit] = {}
    for match in matches:
        opening = match.opening
        key = (str(opening.employer_id or opening.employer_name), str(opening.municipality))
        seen = Visit(opening.employer_name, opening.country, key[1], opening.employer_id)
        visit = visits.setdefault(key, seen)
        visit.openings.add(opening.id)
        visit.youths.add(match.youth_id)
    return sorted(
        visits.values(), key=lambda each: (-len(each.youths), -len(each.openings), each.name)
    )
