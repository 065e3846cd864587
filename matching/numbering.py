"""Many vacancies share few distinct facts, so each fact has a number and is judged once.

A rule or comparison that reads only a place, or only an occupation, gives the same answer to
every vacancy with that place or occupation. A hundred thousand vacancies have some hundreds of
places: the judgement stays plain Python, written once, and is as fast as array code.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Generic, TypeVar

from matching.facts import Vacancy

Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Column(Generic[Value]):
    """A fact, or a few that belong together, which rules and comparisons read of a vacancy."""

    name: str
    of: Callable[[Vacancy], Value]


class Numbers(Generic[Value]):
    """Distinct values in the order of their first appearance; more may come, none ever goes.

    `load` gives the values that appeared before, and is called when they are first needed.
    """

    def __init__(self, load: Callable[[], Iterable[Value]] = tuple) -> None:
        self._load = load
        self._growing = Lock()

    @cached_property
    def values(self) -> list[Value]:
        """The values by number."""
        return list(self._load())

    @cached_property
    def _number_of(self) -> dict[Value, int]:
        return {value: number for number, value in enumerate(self.values)}

    def __len__(self) -> int:
        return len(self.values)

    def of(self, value: Value) -> int:
        """Return a value's number, a new one at its first appearance."""
        number = self._number_of.get(value)
        return self._new(value) if number is None else number

    def known(self, value: Value) -> int | None:
        """Return the number of a value that has appeared."""
        return self._number_of.get(value)

    def _new(self, value: Value) -> int:
        with self._growing:
            if value not in self._number_of:
                self.values.append(value)
                self._number_of[value] = len(self.values) - 1
            return self._number_of[value]
