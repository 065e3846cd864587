"""A sparse matrix read by its rows: for a term, the vacancies that hold it, and how much."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import coo_array

NOWHERE = np.empty(0, dtype=np.intp)


@dataclass(frozen=True, slots=True)
class Postings:
    """For each of m terms the columns that hold it, ascending, and a value for each.

    With `kept`, only that column is seen, as column 0. How many hold a term (`frequency`) is
    always told of them all, so one vacancy alone is judged just as among the others.
    """

    starts: NDArray[np.intp]
    columns: NDArray[np.intp]
    values: NDArray[np.float32]
    size: int
    kept: int | None = None

    @classmethod
    def of(
        cls, terms: ArrayLike, columns: ArrayLike, values: ArrayLike, shape: tuple[int, int]
    ) -> Self:
        """Arrange (term, column, value) by term."""
        coordinates = (np.asarray(terms, dtype=np.intp), np.asarray(columns, dtype=np.intp))
        data = np.asarray(values, dtype=np.float32)
        matrix = coo_array((data, coordinates), shape=shape).tocsr()
        return cls(matrix.indptr, matrix.indices, matrix.data, shape[1])

    def only(self, column: int) -> Self:
        """See one column."""
        return replace(self, size=1, kept=column)

    def frequency(self, term: int) -> int:
        """Return how many columns, of all that were read, hold a term."""
        return int(self.starts[term + 1] - self.starts[term])

    def where(self, term: int) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """Return the columns that hold a term, and its value in each."""
        columns = self.columns[self.starts[term] : self.starts[term + 1]]
        values = self.values[self.starts[term] : self.starts[term + 1]]
        if self.kept is None:
            return columns, values
        at = int(np.searchsorted(columns, self.kept))
        found = at < len(columns) and columns[at] == self.kept
        return (np.zeros(int(found), dtype=np.intp), values[at : at + int(found)])
