"""Where words that people say stand in the headlines of a segment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Self

import numpy as np
from numpy.typing import NDArray

from matching.comparisons.judging import WHOLE
from matching.comparisons.wish import LEAST_SAID
from matching.query import Phrase, Sought
from matching.rows import Rows
from matching.vocabulary import Vocabulary

MOST_KEPT = 20_000
Hits = tuple[NDArray[np.int32], NDArray[np.int16]]
NOWHERE, NOTHING = np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int64)


@dataclass(frozen=True)
class Headlines:
    """The vocabulary of n headlines, and the rows that hold each word."""

    words: Vocabulary
    starts: NDArray[np.int64]
    rows: NDArray[np.int32]

    @classmethod
    def of(cls, headlines: Sequence[frozenset[str]]) -> Self:
        """Read headlines."""
        vocabulary = Vocabulary.of(word for each in headlines for word in each)
        number_of = {word: number for number, word in enumerate(vocabulary.words)}
        numbers = np.array([number_of[word] for each in headlines for word in each], dtype=np.int64)
        rows = np.repeat(np.arange(len(headlines)), [len(each) for each in headlines])
        by_word = Rows.of(numbers, rows, np.zeros(len(rows), dtype=np.int8), len(number_of))
        return cls(vocabulary, by_word.starts, by_word.keys)

    @cached_property
    def hits(self) -> Callable[[Phrase], Hits]:
        """Find the rows that hold enough of a phrase, ascending, and how much of it each holds."""
        return lru_cache(MOST_KEPT)(self._hits)

    def _hits(self, phrase: Phrase) -> Hits:
        found = [self._grades(sought) for sought in phrase.words]
        rows = np.unique(np.concatenate([held for held, _grades in found]))
        shares = np.zeros(len(rows), dtype=np.int64)
        for sought, (held, grades) in zip(phrase.words, found, strict=True):
            shares[np.searchsorted(rows, held)] += grades * sought.weight // WHOLE
        enough = shares >= LEAST_SAID
        return rows[enough], np.minimum(WHOLE, shares[enough]).astype(np.int16)

    def _grades(self, sought: Sought) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Find the rows that answer a word, ascending, and the best grade of each."""
        if sought.misspelt:
            alike = self.words.misspelt(sought.word)
        else:
            alike = self.words.alike(sought.word, said=True)
        held = [self.rows[self.starts[word] : self.starts[word + 1]] for word in alike]
        if not held:
            return NOWHERE, NOTHING
        rows = np.concatenate(held)
        grades = np.repeat(list(alike.values()), [len(each) for each in held])
        best_first = np.lexsort((-grades, rows))
        rows, at = np.unique(rows[best_first], return_index=True)
        return rows, grades[best_first[at]]
