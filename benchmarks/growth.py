"""Laws of growth, fitted to what was measured, and what they say of larger sizes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

import numpy as np
from scipy.optimize import nnls


class Size(NamedTuple):
    """How many profiles, and how many openings."""

    profiles: int
    openings: int


TERMS: Mapping[str, Callable[[Size], float]] = {
    "to begin with": lambda _size: 1.0,
    "a profile": lambda size: float(size.profiles),
    "an opening": lambda size: float(size.openings),
    "a pair": lambda size: float(size.profiles) * size.openings,
}


@dataclass(frozen=True, slots=True)
class Law:
    """So much to begin with, so much for each profile, each opening, each pair of the two.

    `off` is the largest error at what was measured, as a share of it.
    """

    factors: Mapping[str, float]
    off: float

    @classmethod
    def fitted(cls, measured: Mapping[Size, float], terms: Sequence[str]) -> Self:
        """Fit by least squares of relative errors. Nothing costs less than nothing.

        A power of the size would fit as well, but it lets what is slow at first, and soon
        outgrown, bend the curve for sizes far beyond.
        """
        values = np.array([*measured.values()])
        shares = np.array([[TERMS[term](size) for term in terms] for size in measured])
        shares /= values[:, None]
        scales = shares.max(axis=0)
        found, _rest = nnls(shares / scales, np.ones(len(values)))
        off = np.abs(shares / scales @ found - 1).max()
        return cls(dict(zip(terms, (found / scales).tolist(), strict=True)), float(off))

    def __call__(self, size: Size) -> float:
        """Return what is to be expected at a size."""
        return sum(factor * TERMS[term](size) for term, factor in self.factors.items())
