"""What a comparison answers, and the simple kind that judges one fact at a time."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Generic, Protocol, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from matching.distinct import Distinct
from matching.explanation import Facts
from matching.facts import Vacancy
from matching.profile import Profile

Shares = NDArray[np.float64]
Read = TypeVar("Read", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Judgement:
    """How well one thing fits, as a share (0 to 1) of what it may weigh, and why."""

    share: float
    code: str
    facts: Facts = field(default_factory=dict)


NO_FIT = Judgement(0.0, "")


@dataclass(frozen=True, slots=True)
class Marks:
    """A comparison's answer for n vacancies: `shares`, shape (n,), and the judgement of a row.

    `because(row)` is asked only of rows that are shown.
    """

    shares: Shares
    because: Callable[[int], Judgement]


class Comparison(Protocol):
    """A comparison that has read n vacancies and can now be asked by any seeker."""

    def compare(self, profile: Profile) -> Marks:
        """Compare one seeker with every vacancy."""

    def only(self, row: int) -> Self:
        """Keep one vacancy; what was learnt of them all (how rare a word is) stays."""


@dataclass(frozen=True, slots=True)
class ByFact(Generic[Read]):
    """A comparison that reads a few facts of a vacancy and judges each distinct reading once."""

    facts: Distinct[Read]
    judge: Callable[[Profile, Read], Judgement]

    def only(self, row: int) -> Self:
        """Keep one vacancy."""
        return type(self)(self.facts.only(row), self.judge)

    def compare(self, profile: Profile) -> Marks:
        """Judge each distinct reading for one seeker."""
        judgements = self.facts.map(partial(self.judge, profile))
        shares = self.facts.spread(judgement.share for judgement in judgements)
        return Marks(shares, lambda row: judgements[int(self.facts.where[row])])


def by_fact(
    vacancies: Iterable[Vacancy],
    reads: Callable[[Vacancy], Read],
    judge: Callable[[Profile, Read], Judgement],
) -> Comparison:
    """Read the facts of every vacancy that a comparison judges."""
    return ByFact(Distinct.of(map(reads, vacancies)), judge)
