"""What a comparison answers: how well something fits, in whole numbers, and why."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from matching.explanation import Facts
from matching.numbering import Column
from matching.profile import Profile

Shares = NDArray[np.float64]
Points = NDArray[np.int64]
Read = TypeVar("Read", bound=Hashable)

WHOLE = 1000
"""Shares and grades that are summed are whole thousandths, so that no order of summing matters."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How well one thing fits, as a share (0 to 1) of what it may weigh, and why."""

    share: float
    code: str
    facts: Facts = field(default_factory=dict)


NO_FIT = Judgement(0.0, "")


@dataclass(frozen=True, slots=True)
class ByFact(Generic[Read]):
    """A comparison of a seeker with a few facts of a vacancy.

    `asks_of` returns all that it knows of the seeker. `at_once` gives the same shares for many
    facts together, where that pays.
    """

    column: Column[Read]
    judge: Callable[[Profile, Read], Judgement]
    asks_of: Callable[[Profile], Hashable]
    at_once: Callable[[Sequence[Read]], Callable[[Profile], Shares]] | None = None

    def over(self, values: Sequence[Read]) -> Callable[[Profile], Shares]:
        """Return what gives any seeker's share for each of some values."""
        if self.at_once is not None:
            return self.at_once(values)
        return lambda profile: np.array([self.judge(profile, each).share for each in values])
