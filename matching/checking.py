"""The hard rules applied to every vacancy at once, each distinct fact checked once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from matching.distinct import Distinct
from matching.explanation import Exclusion, Question
from matching.facts import Vacancy
from matching.findings import Finding, Findings, Met
from matching.profile import Profile
from matching.rules import RULES, Rule

REQUIREMENTS = tuple(rule for rule in RULES if rule.is_requirement)


@dataclass(frozen=True, slots=True)
class RuleIndex:
    """What each rule reads of n vacancies."""

    facts: tuple[Distinct[Any], ...]

    @classmethod
    def fit(cls, vacancies: Sequence[Vacancy]) -> Self:
        """Read every rule's facts."""
        return cls(tuple(Distinct.of(map(rule.reads, vacancies)) for rule in RULES))

    def only(self, row: int) -> Self:
        """Keep one vacancy."""
        return type(self)(tuple(facts.only(row) for facts in self.facts))

    def check(self, profile: Profile) -> "Checked":
        """Apply every rule for one seeker."""
        findings = tuple(
            facts.map(partial(rule.check, profile))
            for rule, facts in zip(RULES, self.facts, strict=True)
        )
        return Checked(self.facts, findings)


@dataclass(frozen=True, slots=True)
class Checked:
    """Every rule's findings for one seeker, by rule and distinct fact."""

    facts: tuple[Distinct[Any], ...]
    findings: tuple[tuple[Findings, ...], ...]

    def at(self, row: int) -> Findings:
        """List what the rules found at one vacancy, in the table's order."""
        pairs = zip(self.facts, self.findings, strict=True)
        return tuple(found for facts, by_fact in pairs for found in by_fact[facts.where[row]])

    def excluded(self) -> NDArray[np.bool_]:
        """Tell which vacancies some rule excludes, shape (n,)."""
        return self._count(RULES, Exclusion) > 0

    def each_met(self, most: int) -> NDArray[np.int64]:
        """Divide the thousandths for requirements over all that is asked: the worth of each."""
        asked = self._count(REQUIREMENTS, Met, Question, Exclusion)
        return most // np.maximum(asked, 1)

    def met(self) -> NDArray[np.int64]:
        """Count the requirements that are known to be met, shape (n,)."""
        return self._count(REQUIREMENTS, Met)

    def _count(self, rules: Sequence[Rule[Any]], *kinds: type[Finding]) -> NDArray[np.int64]:
        """Count the findings of some kinds that some rules made, shape (n,)."""
        counts = np.zeros(len(self.facts[0].where), dtype=np.int64)
        for rule, facts, by_fact in zip(RULES, self.facts, self.findings, strict=True):
            if rule in rules:
                found = [sum(isinstance(one, kinds) for one in findings) for findings in by_fact]
                counts += np.array(found, dtype=np.int64)[facts.where]
        return counts
