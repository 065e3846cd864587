"""Is it the work the seeker wants, or has done?

Occupation groups are compared by their distance in SSYK 2012 (`reference.occupations.proximity`).
"""

from collections.abc import Callable, Hashable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.comparisons.beginning import LONG_EXPERIENCE_MONTHS, is_senior
from matching.comparisons.judging import NO_FIT, Judgement, Shares
from matching.explanation import Facts
from matching.facts import Vacancy
from matching.numbering import Column
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


WORK = Column("work", Work.of)


def wanted_work(profile: Profile, work: Work) -> Judgement:
    """Judge the nearest group that the seeker aims at: full share for the group itself.

    Senior work is out of reach, and counts less, for who is not known to have done such work
    for two years.
    """
    best = NO_FIT
    reach = 1.0 if not work.senior or _is_experienced(profile, work) else OUT_OF_REACH
    for aim in profile.aims:
        share = _nearness(aim.ssyk, work.ssyk) * work.certainty * aim.confidence * reach
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
        share = near * work.certainty * practice.confidence * _length(practice)
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
    return occupation is not None and is_near(practice.ssyk, occupation)


@cache
def is_near(one: str, other: str) -> bool:
    """Tell whether work in one group is experience of another."""
    return proximity(one, other) >= RELEVANT_PROXIMITY


@cache
def _nearness(one: str, other: str | None) -> float:
    """Return how near two groups are: 1 for the same, falling steeply, 0 for mere kinship.

    The steepness is for groups side by side in SSYK that are far apart in life: cleaners
    stand beside nannies.
    """
    near = proximity(one, other) if other is not None else 0.0
    return float(near**STEEPNESS) if near >= LEAST_PROXIMITY else 0.0


class Works:
    """Some works as arrays of shape (n,), to be judged at once just as one by one above."""

    def __init__(self, works: Sequence[Work]) -> None:
        self._certainty: Shares = np.array([work.certainty for work in works])
        self._senior = np.array([work.senior for work in works], dtype=bool)
        self._groups = [work.ssyk for work in works]
        self.nearness = cache(self._nearness)
        self.relevant = cache(self._relevant)

    def _nearness(self, ssyk: str) -> Shares:
        """Return how near each is to a group, by how much its own may be relied on."""
        near: Shares = np.array([_nearness(ssyk, other) for other in self._groups])
        return near * self._certainty

    def _relevant(self, ssyk: str) -> NDArray[np.bool_]:
        near = [other is not None and is_near(ssyk, other) for other in self._groups]
        return np.array(near, dtype=bool)

    def reach(self, profile: Profile) -> Shares:
        """Return what seniority leaves of each."""
        long = {each.ssyk for each in profile.practices if _is_long(each)}
        experienced = np.zeros(len(self._groups), dtype=bool)
        for ssyk in long:
            experienced |= self.relevant(ssyk)
        return np.where(self._senior & ~experienced, OUT_OF_REACH, 1.0)


def wanted_works(works: Sequence[Work]) -> Callable[[Profile], Shares]:
    """Be `wanted_work` for many at once."""
    known = Works(works)

    def shares(profile: Profile) -> Shares:
        best = np.zeros(len(works))
        for aim in profile.aims:
            np.maximum(best, known.nearness(aim.ssyk) * aim.confidence, out=best)
        return best * known.reach(profile)

    return shares


def earlier_works(works: Sequence[Work]) -> Callable[[Profile], Shares]:
    """Be `earlier_work` for many at once."""
    known = Works(works)

    def shares(profile: Profile) -> Shares:
        best = np.zeros(len(works))
        for done in profile.practices:
            share = known.nearness(done.ssyk) * done.confidence * _length(done)
            np.maximum(best, share, out=best)
        return best

    return shares


def aims_and_practice(profile: Profile) -> Hashable:
    """Return what `wanted_work` knows of a seeker."""
    long = frozenset(each.ssyk for each in profile.practices if _is_long(each))
    return tuple((aim.ssyk, aim.confidence) for aim in profile.aims), long


def practice(profile: Profile) -> Hashable:
    """Return what `earlier_work` knows of a seeker."""
    return tuple((each.ssyk, each.confidence, each.months) for each in profile.practices)


def _is_experienced(profile: Profile, work: Work) -> bool:
    """Tell whether the seeker is known to have done such work for two years."""
    return any(is_relevant(each, work.ssyk) and _is_long(each) for each in profile.practices)


def _is_long(practice: Practice) -> bool:
    """Tell whether a practice is long enough for senior work."""
    return (practice.months or 0) >= LONG_EXPERIENCE_MONTHS


def _length(practice: Practice) -> float:
    """Return what a length of practice counts for; an unknown one counts as the shortest."""
    years = min((practice.months or 0) / LONG_EXPERIENCE_MONTHS, 1.0)
    return SHORTEST_COUNTS + (1 - SHORTEST_COUNTS) * years
