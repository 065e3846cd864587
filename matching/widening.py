"""One or two suggestions outside what the seeker asks for, chosen by what she can.

A ranking by wishes shows people what they knew already. These come from the same ranking with
the wishes left out, so that skills, experience and what she tells of herself decide; the
occupation then has to lie in another field than anything she has named.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from matching.explanation import Match
from matching.facts import Seeker
from matching.matcher import OpeningMatcher
from matching.profile import Profile
from reference.occupations import group

MOST_WIDENING = 2
LOOKED_THROUGH = 40
BY_ABILITY = frozenset({"skills", "experience", "experience_near"})
LEAST_BY_ABILITY = 0.03
"""The points that skills and experience must give; less is chance."""


def widening(
    matcher: OpeningMatcher,
    seeker: Seeker,
    occupation_of: Mapping[str, str | None],
    *,
    beside: Collection[str] = (),
) -> tuple[Match, ...]:
    """Return matches that fit what a seeker can, outside what she asks for, best first.

    `occupation_of` gives the group of each vacancy that may be chosen, and `beside` the ids of
    those that she is shown anyway. Each occupation comes once. Matches are scored as always, with
    her wishes. Nothing is widened for who has named no work, or nothing that she can.
    """
    fields = _fields(seeker)
    if not fields or not (seeker.skills or seeker.experience):
        return ()
    without_wishes = replace(seeker, wishes=(), occupations=())
    chosen: dict[str, Match] = {}
    for found in matcher.rank(without_wishes, limit=LOOKED_THROUGH):
        ssyk = occupation_of.get(found.vacancy_id)
        is_new = found.vacancy_id not in beside and ssyk not in chosen
        if ssyk and is_new and _field(ssyk) not in fields and _by_ability(found):
            match = matcher.explain(seeker, found.vacancy_id)
            if match:
                chosen[ssyk] = match
        if len(chosen) == MOST_WIDENING:
            break
    return tuple(chosen.values())


def _fields(seeker: Seeker) -> set[str]:
    """Return the occupation fields of all that the seeker aims at."""
    return {_field(aim.ssyk) for aim in Profile.of(seeker, None).aims} - {""}


def _field(ssyk: str) -> str:
    occupation = group(ssyk)
    return occupation.field if occupation else ""


def _by_ability(match: Match) -> bool:
    """Tell whether what she can gives enough of the points."""
    return sum(r.points for r in match.reasons if r.code in BY_ABILITY) >= LEAST_BY_ABILITY
