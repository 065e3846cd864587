"""How sure a mean is: percentile bootstrap over seekers.

Seekers are drawn anew, with replacement, as many as there are; the interval holds the middle
share of the means so found. B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap"
(1993), chapter 13; for comparing rankers, T. Sakai, "Evaluating evaluation metrics based on the
bootstrap", SIGIR (2006).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

DRAWS = 10_000
SEED = 2026
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean, and between what it may be expected to lie."""

    mean: float
    low: float
    high: float


def interval_of(
    values: Sequence[float], *, level: float = LEVEL, draws: int = DRAWS, seed: int = SEED
) -> Interval:
    """Return the mean over seekers with its interval; the same seed gives the same answer.

    Raises `ValueError` when there are no values, or `level` is not between 0 and 1.
    """
    if not values:
        raise ValueError("There is no mean of nothing.")
    if not 0 < level < 1:
        raise ValueError(f"The level is {level}, and must lie between 0 and 1.")
    drawn = np.random.default_rng(seed).integers(len(values), size=(draws, len(values)))
    means = np.asarray(values, dtype=np.float64)[drawn].mean(axis=1)
    low, high = np.quantile(means, [(1 - level) / 2, (1 + level) / 2])
    return Interval(float(np.mean(values)), float(low), float(high))


def interval_of_difference(
    one: Sequence[float],
    other: Sequence[float],
    *,
    level: float = LEVEL,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Interval:
    """Return the mean of `one` less `other`, paired by seeker, with its interval.

    Pairing leaves out how hard the seekers are, which both rankers share. Raises `ValueError`
    when the two are not as many.
    """
    pairs = zip(one, other, strict=True)
    return interval_of([a - b for a, b in pairs], level=level, draws=draws, seed=seed)
