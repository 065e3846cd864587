"""The terms of many texts, and how often each text holds each of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.text import terms_of
from reference.pieces import Pieces, Stretches

ROW = 32
"""A row and a term are counted together as one number: the row stands from this bit on."""

Numbering = Callable[[Sequence[str]], NDArray[np.int32] | Sequence[int]]


class Terms:
    """Reads pieces of text as the numbers of terms, in the order of their first appearance."""

    def __init__(self) -> None:
        self.terms: list[str] = []
        self._number_of: dict[str, int] = {}

    def __call__(self, piece: str) -> Sequence[int]:
        """Read one piece."""
        return tuple(map(self._number, terms_of(piece)))

    def _number(self, term: str) -> int:
        number = self._number_of.setdefault(term, len(self.terms))
        if number == len(self.terms):
            self.terms.append(term)
        return number


@dataclass(frozen=True, slots=True)
class Counted:
    """n texts as stretches of (number of a term, count)."""

    numbers: NDArray[np.int32]
    counts: NDArray[np.int32]
    starts: NDArray[np.int64]


class Counting:
    """Counts the terms of texts that come some at a time, as `numbering` numbers them."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._numbers: list[NDArray[np.int32]] = []
        self._counts: list[NDArray[np.int32]] = []
        self._sizes: list[NDArray[np.int64]] = []

    def count(self, pieces: Pieces, cut: Stretches, times: Sequence[int]) -> None:
        """Count n texts that come in m parts, the first parts of all before the second ones.

        `times` tells how many times each part counts, shape (m,).
        """
        read, rows = pieces.read(Terms, cut), (len(cut.starts) - 1) // len(times)
        row = np.tile(np.arange(rows), len(times))
        held = np.diff(read.starts)
        together = (np.repeat(row, held) << ROW) | read.numbers
        often = np.repeat(np.repeat(times, rows), held)
        found, counts = np.unique(np.repeat(together, often), return_counts=True)
        numbers = found.astype(np.int32)  # the lower half: the term
        self._numbers.append(self._renumbered(numbers, pieces.reader(Terms).terms))
        self._counts.append(counts.astype(np.int32))
        self._sizes.append(np.bincount(found >> ROW, minlength=rows))

    def counted(self) -> Counted:
        """Return what was counted."""
        nothing = np.empty(0, dtype=np.int32)
        return Counted(
            np.concatenate([nothing, *self._numbers]),
            np.concatenate([nothing, *self._counts]),
            np.cumsum(np.concatenate([np.zeros(1, dtype=np.int64), *self._sizes])),
        )

    def _renumbered(self, numbers: NDArray[np.int32], terms: Sequence[str]) -> NDArray[np.int32]:
        """Number only the terms that are met here."""
        met = np.flatnonzero(np.bincount(numbers, minlength=len(terms)))
        renumbered = np.empty(len(terms), dtype=np.int32)
        renumbered[met] = self._numbering([terms[at] for at in met.tolist()])
        return renumbered[numbers]
