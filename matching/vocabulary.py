"""The words of many headlines, and which of them a seeker's word may mean.

Nordic titles are compounds, so "lager" must find lagermedarbetare and "assistent" must find
elevassistent; and people misspell. Each kind of likeness has a fixed grade in thousandths.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from matching.strings import Strings
from matching.text import stem

SAME, SAME_STEM, BEGINS, ENDS, MISSPELT = 1000, 950, 850, 800, 700
SHORTEST_BEGINNING = 4
SHORTEST_END, SHORTEST_END_SAID = 6, 4
SHORTEST_MISSPELT = 5
LEAST_RATIO = 84.0


def likeness(word: str, other: str, *, said: bool = False) -> int:
    """Return the grade at which a word means another, 0 if it does not.

    A word that somebody said is taken as a shorter end of a compound than one from a list.
    """
    if other == word:
        return SAME
    if stem(other) == stem(word):
        return SAME_STEM
    if len(word) >= SHORTEST_BEGINNING and other.startswith(word):
        return BEGINS
    shortest = SHORTEST_END_SAID if said else SHORTEST_END
    return ENDS if len(word) >= shortest and other.endswith(word) else 0


def looks_like(word: str, other: str) -> int:
    """Return the grade at which a word is another one misspelt, 0 if it is not."""
    return MISSPELT if fuzz.ratio(word, other, score_cutoff=LEAST_RATIO) else 0


@dataclass(frozen=True)
class Vocabulary:
    """Sorted words; the same words backwards and sorted; sorted stems and the words of each.

    `forwards` leads from a backward word to its number, `stemmed` lists the words' numbers by
    stem, and `stem_starts` says where each stem's begin.
    """

    words: Strings
    backwards: Strings
    forwards: NDArray[np.int32]
    stems: Strings
    stem_starts: NDArray[np.int32]
    stemmed: NDArray[np.int32]

    @classmethod
    def of(cls, found: Iterable[str]) -> Self:
        """Arrange words for looking up by beginning, end and stem."""
        words = sorted(set(found))
        reversed_words = sorted((word[::-1], number) for number, word in enumerate(words))
        by_stem: dict[str, list[int]] = {}
        for number, word in enumerate(words):
            by_stem.setdefault(stem(word), []).append(number)
        stems = sorted(by_stem)
        return cls(
            Strings.of(words),
            Strings.of(word for word, _number in reversed_words),
            np.array([number for _word, number in reversed_words], dtype=np.int32),
            Strings.of(stems),
            np.cumsum([0, *(len(by_stem[each]) for each in stems)], dtype=np.int32),
            np.array([each for one in stems for each in by_stem[one]], dtype=np.int32),
        )

    @cached_property
    def all_words(self) -> list[str]:
        """Every word, for the search that must look at them all."""
        return list(self.words)

    def alike(self, word: str, *, said: bool = False) -> Mapping[int, int]:
        """Return the numbers of the words that a word means, each with its grade."""
        found: dict[int, int] = {}
        if len(word) >= (SHORTEST_END_SAID if said else SHORTEST_END):
            ends = self.backwards.beginning(word[::-1])
            found.update((int(self.forwards[at]), ENDS) for at in ends)
        if len(word) >= SHORTEST_BEGINNING:
            found.update((at, BEGINS) for at in self.words.beginning(word))
        if (at := self.stems.find(stem(word))) is not None:
            same = self.stemmed[self.stem_starts[at] : self.stem_starts[at + 1]]
            found.update((number, SAME_STEM) for number in same.tolist())
        if (at := self.words.find(word)) is not None:
            found[at] = SAME
        return found

    def misspelt(self, word: str) -> Mapping[int, int]:
        """Return the numbers of the words that a word is a misspelling of, with their grade."""
        if len(word) < SHORTEST_MISSPELT:
            return {}
        near = process.extract(
            word, self.all_words, scorer=fuzz.ratio, score_cutoff=LEAST_RATIO, limit=None
        )
        return {at: MISSPELT for _word, _ratio, at in near}
