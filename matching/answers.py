"""One seeker's points for every vacancy, and what they are made of.

There is one sum, not two: the score that ranks is added up from the very numbers that the
reasons show.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from matching.checking import Checked
from matching.comparisons.judging import Marks
from matching.explanation import Reason, points
from matching.findings import Met
from matching.index import Index
from matching.profile import Profile
from matching.weights import Weights

Thousandths = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Answers:
    """What the rules found and the comparisons marked, with every mark as whole thousandths."""

    checked: Checked
    marks: Mapping[str, Marks]
    thousandths: Mapping[str, Thousandths]
    each_met: Thousandths
    scores: Thousandths

    @classmethod
    def of(cls, index: Index, profile: Profile, weights: Weights) -> Self:
        """Ask every rule and comparison for one seeker, and add up."""
        checked = index.rules.check(profile)
        marks = {name: each.compare(profile) for name, each in index.comparisons.items()}
        thousandths = {
            name: np.rint(mark.shares * weights.thousandths(name)).astype(np.int64)
            for name, mark in marks.items()
        }
        each_met = checked.each_met(weights.thousandths("requirements"))
        scores = sum(thousandths.values(), start=each_met * checked.met())
        return cls(checked, marks, thousandths, each_met, scores)

    def eligible(self) -> NDArray[np.intp]:
        """Return the rows that no rule excludes."""
        return np.flatnonzero(~self.checked.excluded())

    def reasons(self, row: int) -> tuple[Reason, ...]:
        """Take one score apart, the weightiest reason first."""
        reasons = [*self._comparisons(row), *self._requirements(row)]
        return tuple(sorted(reasons, key=lambda reason: -reason.points))

    def _comparisons(self, row: int) -> Iterator[Reason]:
        """Give a reason for every comparison that gave points."""
        for name, thousandths in self.thousandths.items():
            if thousandths[row]:
                because = self.marks[name].because(row)
                yield Reason(because.code, points(int(thousandths[row])), because.facts)

    def _requirements(self, row: int) -> Iterator[Reason]:
        """Give a reason for every requirement that is known to be met."""
        for finding in self.checked.at(row):
            if isinstance(finding, Met):
                yield Reason(finding.code, points(int(self.each_met[row])), finding.facts)
