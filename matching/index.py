"""Vacancies read once, for any number of seekers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from matching import comparisons
from matching.checking import RuleIndex
from matching.comparisons.judging import Comparison
from matching.facts import Vacancy


@dataclass(frozen=True, slots=True)
class Index:
    """What the rules and the comparisons have read of n vacancies."""

    vacancies: tuple[Vacancy, ...]
    rules: RuleIndex
    comparisons: Mapping[str, Comparison]

    @classmethod
    def fit(cls, vacancies: Sequence[Vacancy]) -> Self:
        """Read the vacancies."""
        return cls(tuple(vacancies), RuleIndex.fit(vacancies), comparisons.fit(vacancies))

    def only(self, row: int) -> Self:
        """Keep one vacancy; what was learnt of them all stays, so its points are the same."""
        kept = {name: comparison.only(row) for name, comparison in self.comparisons.items()}
        return type(self)((self.vacancies[row],), self.rules.only(row), kept)
