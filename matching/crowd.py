"""Many seekers beside one vacancy: how many of them no hard rule excludes.

The other way round than a ranking, and without scores. Each rule knows little of a seeker
(`Rule.asks_of`), so seekers who are equal in that are asked about once: some thousands of
questions for ten thousand seekers. Answers are kept while nobody is added or removed, so a vacancy
that is being written is asked about only where it has changed.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.explanation import Exclusion
from matching.facts import Seeker, Vacancy
from matching.profile import Profile
from matching.rules import RULES, Rule

Flags = NDArray[np.bool_]
MOST_KEPT = 200
"""The most answers of a rule that are kept; each is a flag a seeker."""


@dataclass(slots=True)
class _Judge:
    """One rule: which seekers know the same of it, by number, and one seeker for each number."""

    rule: Rule[Any]
    numbers: dict[Hashable, int] = field(default_factory=dict)
    examples: list[Profile] = field(default_factory=list)
    of_rows: list[int] = field(default_factory=list)
    kept: dict[Hashable, Flags] = field(default_factory=dict)

    def number(self, profile: Profile) -> int:
        asked = self.rule.asks_of(profile)
        if asked not in self.numbers:
            self.numbers[asked] = len(self.examples)
            self.examples.append(profile)
        return self.numbers[asked]

    def excluded(self, asked: Hashable) -> Flags:
        """Tell which rows the rule excludes from a vacancy of which this is asked."""
        if asked not in self.kept:
            if len(self.kept) >= MOST_KEPT:
                self.kept.clear()
            verdicts = np.array([_excludes(self.rule, each, asked) for each in self.examples], bool)
            self.kept[asked] = verdicts[np.array(self.of_rows, dtype=np.intp)]
        return self.kept[asked]


def _excludes(rule: Rule[Any], profile: Profile, asked: Any) -> bool:
    return any(isinstance(found, Exclusion) for found in rule.check(profile, asked))


class Crowd:
    """Seekers who can be counted for a vacancy on one day."""

    def __init__(self, seekers: Iterable[Seeker] = (), *, as_of: date | None = None) -> None:
        self.as_of = as_of
        self._judges = [_Judge(rule) for rule in RULES]
        self._rows: dict[str, int] = {}
        self._present: list[bool] = []
        self.put(seekers)

    def __len__(self) -> int:
        """Count the seekers."""
        return len(self._rows)

    def put(self, seekers: Iterable[Seeker]) -> None:
        """Add seekers; one with a known id replaces what was known of her."""
        for seeker in seekers:
            self.remove(seeker.id)
            self._rows[seeker.id] = len(self._present)
            self._present.append(True)
            profile = Profile(seeker, self.as_of, wishes=(), aims=(), practices=())
            for judge in self._judges:
                judge.of_rows.append(judge.number(profile))
                judge.kept.clear()

    def remove(self, seeker_id: str) -> None:
        """Forget a seeker, if she is there."""
        row = self._rows.pop(seeker_id, None)
        if row is not None:
            self._present[row] = False

    def count(self, vacancies: Sequence[Vacancy]) -> list[int]:
        """Count for each vacancy the seekers whom no hard rule excludes."""
        return [int(self._passing(vacancy).sum()) for vacancy in vacancies]

    def _passing(self, vacancy: Vacancy) -> Flags:
        passing = np.array(self._present, bool)
        for judge in self._judges:
            passing &= ~judge.excluded(judge.rule.column.of(vacancy))
        return passing


def question(vacancy: Vacancy) -> Hashable:
    """Return all that the hard rules ask of a vacancy: equal questions have equal answers."""
    return tuple(rule.column.of(vacancy) for rule in RULES)
