"""What many ads together teach: which words and skills are rare, and which lines say nothing.

It is learnt once and then held: vacancies that come later are judged by it and change nothing
in it, so nobody's ranking moves because of an ad that has nothing to do with her.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log
from typing import Self

import numpy as np
from numpy.typing import NDArray

from matching.notes import Notes
from matching.strings import Strings
from matching.usual import meant_by
from matching.vocabulary import Vocabulary

MOST_KEPT = 50_000


def rarity(read: int, frequency: int) -> float:
    """Return the smoothed inverse document frequency, ln((1 + n) / (1 + df)) + 1.

    K. Spärck Jones, "A statistical interpretation of term specificity", Journal of
    Documentation 28 (1972), smoothed as if one more text held every term.
    """
    return log((1 + read) / (1 + frequency)) + 1


@dataclass(frozen=True)
class Learnt:
    """How many of the `read` ads hold each term, headline word and skill, asked or spoken of.

    Terms are sorted, and a term's place among them is its number. `title_words` counts the
    headlines that answer each word of the usual titles.
    """

    read: int
    terms: Strings
    term_frequencies: NDArray[np.int32]
    words: Vocabulary
    word_frequencies: NDArray[np.int32]
    asked: Mapping[str, int]
    spoken: Mapping[str, int]
    title_words: Mapping[str, int]
    boilerplate: frozenset[str]

    @classmethod
    def of(cls, notes: Notes, terms: Sequence[str]) -> Self:
        """Learn from the notes on many ads, given the terms by their numbers in the notes."""
        frequencies = np.bincount(notes.counted.numbers, minlength=len(terms))
        by_term = sorted(range(len(terms)), key=terms.__getitem__)
        words = Counter(word for each in notes.headlines for word in each)
        return cls(
            read=len(notes.headlines),
            terms=Strings.of(terms[at] for at in by_term),
            term_frequencies=frequencies[by_term].astype(np.int32),
            words=Vocabulary.of(words),
            word_frequencies=np.array([words[each] for each in sorted(words)], dtype=np.int32),
            asked=Counter(skill for each in notes.asked for skill in each),
            spoken=Counter(skill for each in notes.spoken for skill in each),
            title_words=_met_in_titles(words),
            boilerplate=notes.boilerplate,
        )

    @cached_property
    def rarities(self) -> NDArray[np.float64]:
        """How rare each term is; the last one is a term that was never met."""
        return np.array([*map(self.rarity, self.term_frequencies.tolist()), self.rarity(0)])

    def numbers_of(self, terms: Sequence[str]) -> NDArray[np.int32]:
        """Find the numbers of many terms; one that was never met has the number after the last."""
        found = self.terms.find_all(terms)
        found[found < 0] = len(self.terms)
        return found

    @cached_property
    def number_of(self) -> Callable[[str], int | None]:
        """Find one term, `None` if it was never met, remembering those asked for lately."""
        return lru_cache(MOST_KEPT)(self.terms.find)

    def rarity(self, frequency: int) -> float:
        """Return how rare it is to be held by some of the ads."""
        return rarity(self.read, min(frequency, self.read))


def _met_in_titles(words: Mapping[str, int]) -> Mapping[str, int]:
    """Count for each word of a usual title the headlines with words that answer it."""
    met: Counter[str] = Counter()
    for word, held in words.items():
        for other in {other for other, _grade in meant_by(word)}:
            met[other] += held
    return met
