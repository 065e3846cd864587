"""Is it the work the seeker wants, or has done?

Occupation groups are compared by their distance in SSYK 2012 (`reference.occupations.proximity`).
"""

from functools import cache
from typing import NamedTuple

from matching.comparisons.beginning import LONG_EXPERIENCE_MONTHS, is_senior
from matching.comparisons.judging import NO_FIT, Judgement
from matching.explanation import Facts
from matching.facts import Vacancy
from matching.profile import Practice, Profile
from reference.occupations import proximity

GUESSED = 0.85
OUT_OF_REACH = 0.6
LEAST_PROXIMITY = 0.2
STEEPNESS = 1.5
RELEVANT_PROXIMITY = 0.7
SHORTEST_COUNTS = 0.5


class Work(NamedTuple):
    """A vacancy's occupation group, whether it was guessed from a title, and its seniority."""

    ssyk: str | None
    guessed: bool
    senior: bool

    @classmethod
    def of(cls, vacancy: Vacancy) -> "Work":
        """Read what work a vacancy is."""
        return cls(vacancy.occupation, vacancy.occupation_guessed, is_senior(vacancy))

    @property
    def certainty(self) -> float:
        """How much the group may be relied on."""
        return GUESSED if self.guessed else 1.0


def wanted_work(profile: Profile, work: Work) -> Judgement:
    """Judge the nearest group that the seeker aims at: full share for the group itself.

    Senior work is out of reach, and counts less, for who is not known to have done such work
    for two years.
    """
    best = NO_FIT
    reach = 1.0 if not work.senior or _is_experienced(profile, work) else OUT_OF_REACH
    for aim in profile.aims:
        share = _nearness(aim.ssyk, work.ssyk) * aim.confidence * work.certainty * reach
        if share > best.share:
            code = "occupation" if aim.ssyk == work.ssyk else "occupation_near"
            facts: Facts = {"ssyk": work.ssyk, "aim": aim.ssyk, "wish": aim.said}
            best = Judgement(share, code, facts)
    return best


def earlier_work(profile: Profile, work: Work) -> Judgement:
    """Judge earlier work in the group or near it: half for having done it, all for two years."""
    best = NO_FIT
    for practice in profile.practices:
        near = _nearness(practice.ssyk, work.ssyk)
        share = near * practice.confidence * work.certainty * _length(practice)
        if share > best.share:
            code = "experience" if practice.ssyk == work.ssyk else "experience_near"
            facts: Facts = {
                "title": practice.title,
                "months": practice.months,
                "ssyk": work.ssyk,
                "practised": practice.ssyk,
            }
            best = Judgement(share, code, facts)
    return best


def is_relevant(practice: Practice, occupation: str | None) -> bool:
    """Tell whether earlier work is near enough to an occupation to be experience of it."""
    return occupation is not None and proximity(practice.ssyk, occupation) >= RELEVANT_PROXIMITY


@cache
def _nearness(one: str, other: str | None) -> float:
    """Return how near two groups are: 1 for the same, falling steeply, 0 for mere kinship.

    The steepness is for groups side by side in SSYK that are far apart in life: cleaners
    stand beside nannies.
    """
    near = proximity(one, other) if other is not None else 0.0
    return float(near**STEEPNESS) if near >= LEAST_PROXIMITY else 0.0


def _is_experienced(profile: Profile, work: Work) -> bool:
    """Tell whether the seeker is known to have done such work for two years."""
    return any(
        is_relevant(practice, work.ssyk) and (practice.months or 0) >= LONG_EXPERIENCE_MONTHS
        for practice in profile.practices
    )


def _length(practice: Practice) -> float:
    """Return what a length of practice counts for; an unknown one counts as the shortest."""
    years = min((practice.months or 0) / LONG_EXPERIENCE_MONTHS, 1.0)
    return SHORTEST_COUNTS + (1 - SHORTEST_COUNTS) * years
