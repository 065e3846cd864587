"""The terms of many texts, and how often each text holds each of them."""

from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from matching.text import terms_of


@dataclass(frozen=True, slots=True)
class Counted:
    """Terms in the order of first appearance, and n texts as stretches of (term, count)."""

    terms: tuple[str, ...]
    numbers: NDArray[np.int32]
    counts: NDArray[np.int32]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """Count every text's terms, in the order of their first appearance in it."""
        number_of: dict[str, int] = {}
        numbers, counts, starts = array("i"), array("i"), array("q", [0])
        for text in texts:
            counted = Counter(terms_of(text))
            numbers.extend([number_of.setdefault(term, len(number_of)) for term in counted])
            counts.extend(counted.values())
            starts.append(len(numbers))
        return cls(
            tuple(number_of),
            np.array(numbers, dtype=np.int32),
            np.array(counts, dtype=np.int32),
            np.array(starts, dtype=np.int64),
        )

    def frequencies(self) -> NDArray[np.int64]:
        """Return how many texts hold each term."""
        return np.bincount(self.numbers, minlength=len(self.terms))
