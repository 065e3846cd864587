"""Many vacancies share few distinct facts, so each fact is judged once.

A rule or comparison that reads only a place, or only an occupation, gives the same answer to
every vacancy with that place or occupation. Sixty thousand vacancies have some hundreds of
places: the judgement stays plain Python, written once, and is as fast as array code.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

Value = TypeVar("Value", bound=Hashable)
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Distinct(Generic[Value]):
    """The distinct values among n facts, and which of them each row has (`where`, shape n)."""

    values: tuple[Value, ...]
    where: NDArray[np.intp]

    @classmethod
    def of(cls, facts: Iterable[Value]) -> Self:
        """Collect facts in the order of their first appearance."""
        places: dict[Value, int] = {}
        where = [places.setdefault(fact, len(places)) for fact in facts]
        return cls(tuple(places), np.array(where, dtype=np.intp))

    def only(self, row: int) -> Self:
        """Keep one row, as the whole of a new, smaller set."""
        return type(self)((self.at(row),), np.zeros(1, dtype=np.intp))

    def at(self, row: int) -> Value:
        """Return the fact of one row."""
        return self.values[int(self.where[row])]

    def map(self, judge: Callable[[Value], Answer]) -> tuple[Answer, ...]:
        """Judge each distinct value once; answer k belongs to the rows where `where` is k."""
        return tuple(judge(value) for value in self.values)

    def spread(self, numbers: Iterable[float]) -> NDArray[np.float64]:
        """Give each row the number of its value, shape (n,)."""
        return np.fromiter(numbers, dtype=np.float64, count=len(self.values))[self.where]
