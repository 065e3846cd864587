"""Sparse numbers by row: for each vacancy, the terms or skills that it holds, and how much."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

KEY_BITS = 32

Number = TypeVar("Number", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Rows(Generic[Number]):
    """For row k the keys and values from `starts[k]` up to `starts[k + 1]`."""

    starts: NDArray[np.int64]
    keys: NDArray[np.int32]
    values: NDArray[Number]

    @classmethod
    def of(cls, row_of: NDArray[Any], keys: NDArray[Any], values: NDArray[Number], n: int) -> Self:
        """Arrange (row, key, value) by row and key, of which no two are the same."""
        order = np.argsort((row_of.astype(np.int64) << KEY_BITS) | keys)
        sizes = np.bincount(row_of, minlength=n)
        starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
        return cls(starts, keys[order].astype(np.int32), values[order])

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """Put rows after rows."""
        sizes = np.concatenate([np.diff(each.starts) for each in parts])
        return cls(
            np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
            np.concatenate([each.keys for each in parts]),
            np.concatenate([each.values for each in parts]),
        )

    @property
    def row_of(self) -> NDArray[np.intp]:
        """The row of each key."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))

    def taken(self, order: NDArray[np.intp]) -> Self:
        """Take rows in another order."""
        sizes = np.diff(self.starts)[order]
        starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
        at = np.arange(starts[-1]) + np.repeat(self.starts[order] - starts[:-1], sizes)
        return type(self)(starts, self.keys[at], self.values[at])

    def only(self, row: int) -> Self:
        """Keep one row."""
        kept = slice(self.starts[row], self.starts[row + 1])
        values = self.values[kept]
        return type(self)(np.array([0, len(values)], dtype=np.int64), self.keys[kept], values)

    def sums(self, query: NDArray[np.int32], weights: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return each row's sum of value times weight over a query's keys, ascending; shape (n,).

        With values of shape (m, k) the sums are of shape (n, k).
        """
        shape = (len(self.starts) - 1, *self.values.shape[1:])
        sums = np.zeros(shape, dtype=np.int64)
        if len(query):
            at = np.minimum(np.searchsorted(query, self.keys), len(query) - 1)
            held = np.flatnonzero(query[at] == self.keys)
            products = (self.values[held].astype(np.int64).T * weights[at[held]]).T
            np.add.at(sums, self.row_of[held], products)
        return sums
