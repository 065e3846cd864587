"""The words of all vacancies' headlines, and which of them a seeker's word may mean.

Nordic titles are compounds, so "lager" must find lagermedarbetare and "assistent" must find
elevassistent; and people misspell. Each kind of likeness has a fixed grade from 0 to 1.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from rapidfuzz import fuzz, process

from matching.text import stem

SAME, SAME_STEM, BEGINS, ENDS, MISSPELT = 1.0, 0.95, 0.85, 0.8, 0.7
SHORTEST_BEGINNING = 4
SHORTEST_END, SHORTEST_END_SAID = 6, 4
SHORTEST_MISSPELT = 5
LEAST_RATIO = 84.0


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Sorted words, the same words reversed and sorted, and the words of each stem."""

    words: Sequence[str]
    reversed_words: Sequence[str]
    by_stem: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, found: Iterable[str]) -> Self:
        """Arrange words for looking up by beginning, end and stem."""
        words = sorted(set(found))
        by_stem: dict[str, list[str]] = {}
        for word in words:
            by_stem.setdefault(stem(word), []).append(word)
        return cls(words, sorted(word[::-1] for word in words), by_stem)

    def alike(self, word: str, *, said: bool = False) -> dict[str, float]:
        """Return the vocabulary's words that a word may mean, each with its grade.

        A word that somebody said is taken more widely than one from a list: as a shorter end of
        a compound, and, where nothing else is found, as a misspelling.
        """
        found: dict[str, float] = {}
        if len(word) >= (SHORTEST_END_SAID if said else SHORTEST_END):
            found.update((each[::-1], ENDS) for each in _beginning(self.reversed_words, word[::-1]))
        if len(word) >= SHORTEST_BEGINNING:
            found.update(dict.fromkeys(_beginning(self.words, word), BEGINS))
        found.update(dict.fromkeys(self.by_stem.get(stem(word), ()), SAME_STEM))
        if word in found:
            found[word] = SAME
        if not found and said and len(word) >= SHORTEST_MISSPELT:
            near = process.extract(
                word, self.words, scorer=fuzz.ratio, score_cutoff=LEAST_RATIO, limit=None
            )
            found.update((each, MISSPELT) for each, _score, _at in near)
        return found


def _beginning(words: Sequence[str], beginning: str) -> Iterator[str]:
    """Yield the words of a sorted list that begin with some letters."""
    for at in range(bisect_left(words, beginning), len(words)):
        if not words[at].startswith(beginning):
            return
        yield words[at]
