"""What is drawn by chance, from a fixed seed."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

SEED = 2026


def zipf(size: int, chance: np.random.Generator | None = None) -> NDArray[np.float64]:
    """Return chances by Zipf's law, in the order of rank, or mixed by a generator."""
    chances = 1 / np.arange(1, size + 1)
    if chance is not None:
        chance.shuffle(chances)
    shares: NDArray[np.float64] = chances / chances.sum()
    return shares


def one(chance: np.random.Generator, of: Sequence[Any]) -> Any:
    """Choose one of some things."""
    return of[int(chance.random() * len(of))]


def some(
    chance: np.random.Generator, of: Sequence[str], by_number: Sequence[float]
) -> tuple[str, ...]:
    """Choose none, one, two ... things, as likely as told."""
    number = int(np.searchsorted(np.cumsum(by_number), chance.random()))
    return tuple(dict.fromkeys(one(chance, of) for _time in range(number)))
