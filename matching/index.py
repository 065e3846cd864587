"""Vacancies as read: what a ranking needs of them, as numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from matching import columns
from matching.counted import Counted
from matching.facts import Vacancy
from matching.learnt import Learnt
from matching.notes import Notes
from matching.numbering import Numbers
from matching.rows import Rows
from matching.text import boilerplate
from matching.weighing import weigh_skills, weigh_texts


@dataclass(frozen=True, slots=True)
class Index:
    """n vacancies: their facts by number, shape (n, columns), their words and their skills."""

    facts: NDArray[np.int32]
    texts: Rows[np.uint8]
    skills: Rows[np.int16]
    headlines: tuple[frozenset[str], ...]

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """Put some after others."""
        return cls(
            np.concatenate([each.facts for each in parts]),
            Rows.joined([each.texts for each in parts]),
            Rows.joined([each.skills for each in parts]),
            tuple(words for each in parts for words in each.headlines),
        )

    def taken(self, order: NDArray[np.intp]) -> Self:
        """Take vacancies in another order."""
        return type(self)(
            self.facts[order],
            self.texts.taken(order),
            self.skills.taken(order),
            tuple(self.headlines[row] for row in order),
        )

    def only(self, row: int) -> Self:
        """Keep one vacancy."""
        return type(self)(
            self.facts[row : row + 1],
            self.texts.only(row),
            self.skills.only(row),
            self.headlines[row : row + 1],
        )


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads vacancies in the light of what was learnt, and numbers what it meets."""

    learnt: Learnt
    facts: columns.Registers = field(default_factory=columns.registers)
    skills: Numbers[str] = field(default_factory=Numbers)

    @classmethod
    def learning(cls, vacancies: Sequence[Vacancy]) -> tuple[Self, Index]:
        """Learn from vacancies, and read the same."""
        standing = boilerplate([vacancy.text for vacancy in vacancies])
        number_of: dict[str, int] = {}
        notes = Notes.take(
            vacancies,
            standing,
            lambda terms: [number_of.setdefault(term, len(number_of)) for term in terms],
        )
        terms = list(number_of)
        reader = cls(Learnt.of(notes, terms))
        counted = notes.counted
        numbers = reader.learnt.numbers_of(terms)[counted.numbers]
        return reader, reader._index(vacancies, notes, replace(counted, numbers=numbers))

    def read(self, vacancies: Sequence[Vacancy]) -> Index:
        """Read vacancies without learning from them."""
        learnt = self.learnt
        notes = Notes.take(vacancies, learnt.boilerplate, learnt.numbers_of)
        return self._index(vacancies, notes, notes.counted)

    def warm(self) -> None:
        """Do now what the first reading would have to wait for: compiled code."""
        Notes.take([Vacancy(id="", headline="värme")], frozenset(), self.learnt.numbers_of)

    def _index(self, vacancies: Sequence[Vacancy], notes: Notes, counted: Counted) -> Index:
        return Index(
            columns.read(vacancies, self.facts),
            weigh_texts(counted, self.learnt),
            weigh_skills(notes, self.learnt, self.skills),
            notes.headlines,
        )
