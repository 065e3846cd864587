"""One seeker's judgement of every distinct fact, kept for the next seeker who is like her in it."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from matching.columns import Registers
from matching.comparisons import BY_FACT
from matching.comparisons.judging import ByFact
from matching.explanation import Exclusion
from matching.findings import Findings, Met
from matching.numbering import Numbers
from matching.profile import Profile
from matching.rules import RULES, Rule
from matching.weights import Weights

Cell = TypeVar("Cell", bound=np.generic)
ForAll = Callable[[Profile], NDArray[Cell]]

MOST_KEPT = 400
EXCLUDED = 1 << 30
ASKED_BITS = 12
"""A cell of a rule is `EXCLUDED`, or else what it asked for (from this bit) and what was met."""


class Table(Generic[Cell]):
    """For any seeker, an answer to every value of a column, shape (values,).

    `over` gives what answers for some values. Answers to values that appear later are added.
    """

    def __init__(
        self,
        facts: Numbers[Any],
        asks_of: Callable[[Profile], Hashable],
        over: Callable[[Sequence[Any]], ForAll[Cell]],
    ) -> None:
        self._facts, self._asks_of, self._over = facts, asks_of, over
        self._kept: dict[Hashable, NDArray[Cell]] = {}
        self._for_all: dict[tuple[int, int], ForAll[Cell]] = {}

    def __call__(self, profile: Profile) -> NDArray[Cell]:
        """Answer one seeker."""
        return self._answered(profile, self._asks_of(profile), len(self._facts))

    def each(self, profiles: Iterable[Profile]) -> tuple[list[NDArray[Cell]], list[int]]:
        """Answer many seekers: the answers, and for each seeker the place of hers among them."""
        places: dict[Hashable, int] = {}
        answers, whose = list[NDArray[Cell]](), list[int]()
        whole = len(self._facts)
        for profile in profiles:
            about = self._asks_of(profile)
            place = places.setdefault(about, len(answers))
            if place == len(answers):
                answers.append(self._answered(profile, about, whole))
            whose.append(place)
        return answers, whose

    def _answered(self, profile: Profile, about: Hashable, whole: int) -> NDArray[Cell]:
        """Answer so many values for all of whom the same is asked, as far as not done before."""
        kept = self._kept.get(about)
        if kept is not None and len(kept) >= whole:
            return kept[:whole]
        answered = 0 if kept is None else len(kept)
        answers = self._answers(answered, whole)(profile)
        if kept is not None:
            answers = np.concatenate([kept, answers])
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[about] = answers
        return answers

    def _answers(self, start: int, stop: int) -> ForAll[Cell]:
        """Prepare to answer for a stretch of the values, once."""
        if (start, stop) not in self._for_all:
            self._for_all[start, stop] = self._over(self._facts.values[start:stop])
        return self._for_all[start, stop]


class Tables:
    """A table of points for each comparison of facts, and a table of cells for each rule."""

    def __init__(self, facts: Registers, weights: Weights) -> None:
        self.points = {
            name: Table(
                facts[each.column.name],
                each.asks_of,
                _points(each, weights.thousandths(name)),
            )
            for name, each in BY_FACT.items()
        }
        self.rules = tuple(
            Table(facts[rule.column.name], rule.asks_of, _cells(rule)) for rule in RULES
        )


def _points(compared: ByFact[Any], most: int) -> Callable[[Sequence[Any]], ForAll[np.int16]]:
    """Turn a comparison's shares into points."""

    def over(values: Sequence[Any]) -> ForAll[np.int16]:
        shares = compared.over(values)
        return lambda profile: np.rint(shares(profile) * most).astype(np.int16)

    return over


def _cells(rule: Rule[Any]) -> Callable[[Sequence[Any]], ForAll[np.int32]]:
    """Turn a rule's findings into cells."""

    def over(values: Sequence[Any]) -> ForAll[np.int32]:
        if rule.excludes is not None:
            excludes = rule.excludes(values)
            return lambda profile: excludes(profile) * np.int32(EXCLUDED)
        return lambda profile: np.array(
            [cell(rule, rule.check(profile, each)) for each in values], dtype=np.int32
        )

    return over


def cell(rule: Rule[Any], findings: Findings) -> int:
    """Count what a requirement asked for and what was met, unless something excludes."""
    if any(isinstance(each, Exclusion) for each in findings):
        return EXCLUDED
    met = sum(isinstance(each, Met) for each in findings)
    return (len(findings) << ASKED_BITS) + met if rule.is_requirement else 0
