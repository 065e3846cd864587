"""Whether anything was shown that a hard rule excludes: there must be nothing.

The rules are applied to each shown pair by itself, one by one, on another way than the engine
goes, so that a mistake in the engine's tables would come to light.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from matching.evaluation.figures import Rankings
from matching.explanation import Exclusion
from matching.facts import Seeker, Vacancy
from matching.profile import Profile
from matching.rules import findings_for


@dataclass(frozen=True, slots=True)
class Violation:
    """An opening that was shown to a seeker whom these rules keep from it."""

    seeker_id: str
    vacancy_id: str
    codes: tuple[str, ...]


def violations(
    seekers: Iterable[Seeker],
    vacancies: Iterable[Vacancy],
    rankings: Rankings,
    *,
    as_of: date | None = None,
) -> tuple[Violation, ...]:
    """Apply every rule to everything that was shown, for the day it was ranked for.

    Raises `KeyError` for a seeker or an opening that is ranked but not given.
    """
    known = {seeker.id: seeker for seeker in seekers}
    offered = {vacancy.id: vacancy for vacancy in vacancies}
    return tuple(
        violation
        for seeker_id, ranked in rankings.items()
        for violation in _of_one(known[seeker_id], [offered[each] for each in ranked], as_of)
    )


def _of_one(seeker: Seeker, shown: Iterable[Vacancy], as_of: date | None) -> Iterator[Violation]:
    """Find what one seeker should not have been shown."""
    profile = Profile.of(seeker, as_of)
    for vacancy in shown:
        findings = findings_for(profile, vacancy)
        if codes := tuple(each.code for each in findings if isinstance(each, Exclusion)):
            yield Violation(seeker.id, vacancy.id, codes)
