"""One score taken apart: a reason for everything that gave points."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from matching.answers import Answers
from matching.columns import PLACE_OF
from matching.comparisons import BY_FACT
from matching.comparisons.judging import Judgement
from matching.explanation import Reason, points
from matching.findings import Findings, Met
from matching.index import Index
from matching.profile import Profile
from matching.query import Interpreter, Query, written
from matching.rules import RULES, Rule

MOST_WORDS = 5


@dataclass(frozen=True)
class Accounts:
    """Answers about some vacancies, and all that is needed to say what they rest on.

    What is judged by facts alone is judged once for all vacancies that are alike in them.
    """

    index: Index
    profile: Profile
    query: Query
    answers: Answers
    interpreter: Interpreter
    _judged: dict[tuple[str, int], Judgement] = field(default_factory=dict)
    _found: dict[tuple[int, int], Findings] = field(default_factory=dict)
    _words: dict[int, str] = field(default_factory=dict)

    def findings(self, row: int) -> Findings:
        """Apply every rule to one vacancy, in the table's order."""
        numbers = self._numbers[row]
        return tuple(
            finding
            for at, rule in enumerate(RULES)
            for finding in self._finding(at, rule, numbers[PLACE_OF[rule.column.name]])
        )

    def _finding(self, at: int, rule: Rule[Any], number: int) -> Findings:
        """Apply a rule to one fact."""
        if (at, number) not in self._found:
            values = self.interpreter.reader.facts[rule.column.name].values
            self._found[at, number] = rule.check(self.profile, values[number])
        return self._found[at, number]

    def reasons(self, row: int, findings: Findings) -> tuple[Reason, ...]:
        """Take one score apart, the weightiest reason first."""
        reasons = [*self._comparisons(row), *self._requirements(row, findings)]
        return tuple(sorted(reasons, key=lambda reason: -reason.points))

    def _comparisons(self, row: int) -> Iterator[Reason]:
        """Give a reason for every comparison that gave points."""
        for name, given in self._points.items():
            if thousandths := given[row]:
                because = self._because(name, row)
                yield Reason(because.code, points(thousandths), because.facts)

    def _requirements(self, row: int, findings: Findings) -> Iterator[Reason]:
        """Give a reason for every requirement that is known to be met."""
        each = int(self.answers.requirements.each[row])
        for finding in findings:
            if isinstance(finding, Met):
                yield Reason(finding.code, points(each), finding.facts)

    def _because(self, name: str, row: int) -> Judgement:
        """Say what one comparison rests on."""
        if name in BY_FACT:
            return self._by_fact(name, row)
        if name == "wish":
            return self.answers.phrases[row].judgement(self.index.headlines[row])
        return self._skills(row) if name == "skills" else self._text(row)

    def _by_fact(self, name: str, row: int) -> Judgement:
        """Judge one fact."""
        compared = BY_FACT[name]
        number = self._numbers[row][PLACE_OF[compared.column.name]]
        if (name, number) not in self._judged:
            values = self.interpreter.reader.facts[compared.column.name].values
            self._judged[name, number] = compared.judge(self.profile, values[number])
        return self._judged[name, number]

    @cached_property
    def _numbers(self) -> list[list[int]]:
        """The numbers of every vacancy's facts, as plain ones, which are read faster."""
        return [*map(list, self.index.facts.tolist())]

    @cached_property
    def _points(self) -> dict[str, list[int]]:
        """The points by comparison and vacancy, likewise."""
        return {name: given.tolist() for name, given in self.answers.points.items()}

    @cached_property
    def _written(self) -> dict[str, str]:
        """The seeker's side's words as they were written, by term."""
        return written(self.profile)

    def _word(self, number: int) -> str:
        """Write a term as the seeker's side writes it."""
        if number not in self._words:
            self._words[number] = self._written[self.interpreter.reader.learnt.terms[number]]
        return self._words[number]

    def _skills(self, row: int) -> Judgement:
        """Name the skills that are asked for and had, and those that the ad only speaks of."""
        one = self.index.skills.only(row)
        held = dict(zip(one.keys.tolist(), one.values.tolist(), strict=True))
        asked: list[str] = []
        mentioned: list[str] = []
        for number, words in self.query.stated.items():
            if number in held:
                (asked if held[number][0] else mentioned).extend(words)
        return Judgement(0.0, "skills", {"asked": asked, "mentioned": mentioned})

    def _text(self, row: int) -> Judgement:
        """Name the words that the likeness rests on most, as the seeker's side writes them."""
        one, query = self.index.texts.only(row), self.query
        places = np.minimum(np.searchsorted(one.keys, query.terms), len(one.keys) - 1)
        at = np.flatnonzero(one.keys[places] == query.terms)
        products = query.weights[at] * one.values[places[at]]
        adds = dict(zip(query.terms[at].tolist(), products.tolist(), strict=True))
        heaviest = sorted(adds, key=lambda number: (-adds[number], number))[:MOST_WORDS]
        words = [self._word(number) for number in heaviest]
        return Judgement(0.0, "text", {"words": words})
