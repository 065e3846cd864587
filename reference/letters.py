"""Titles as letter sequences: stretches of letters within words, and words; rare ones weigh most.

Compounds meet through the parts that they share, inflected words through their stems, and
misspelt words through what is right in them. How a compound begins and ends says more than what
stands within it: the end names the kind of work, the beginning its field. A whole word says more
than its parts, and most where the title begins or ends with it, for there too stands the kind of
work. A sequence's weight is its number of occurrences, damped, times its inverse document
frequency (K. Spärck Jones, "A statistical interpretation of term specificity", Journal of
Documentation 28, 1972).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from reference.words import fold

LENGTHS = (3, 4, 5)
# How long a beginning or an end of a word may be the part of a compound.
PARTS = range(6, 10)
# A sequence that stands in one title alone says nothing of others.
FEWEST_TITLES = 2


class Spelt(NamedTuple):
    """A title's known sequences by number, their weights, and how much of it they are, 0 to 1."""

    places: NDArray[np.int32]
    weights: NDArray[np.float32]
    known: float


class Letters:
    """The sequences that more than one title has, numbered, and how rare each is."""

    def __init__(self, sequences: Sequence[str], rarity: NDArray[np.float32]) -> None:
        """Number the sequences in the order given."""
        self.sequences = sequences
        self.rarity = rarity
        self._places = {sequence: place for place, sequence in enumerate(sequences)}
        self._rarest = float(rarity.max(initial=1.0))

    @classmethod
    def of(cls, titles: Sequence[str]) -> "Letters":
        """Collect the sequences of the titles, in alphabetical order."""
        spread = Counter[str]()
        for title in titles:
            spread.update(set(_sequences(title)))
        common = sorted(each for each, among in spread.items() if among >= FEWEST_TITLES)
        among = np.array([spread[each] for each in common], dtype=np.float32)
        return cls(common, 1 + np.log((1 + len(titles)) / (1 + among), dtype=np.float32))

    def spell(self, title: str) -> Spelt:
        """Weigh a title's sequences; the weights are of length one together."""
        counted = Counter(_sequences(title))
        found = [(self._places[each], n) for each, n in counted.items() if each in self._places]
        places = np.array([place for place, _ in found], dtype=np.int32)
        often = np.array([times for _, times in found], dtype=np.float32)
        weights = (1 + np.log(often)) * self.rarity[places]
        square = float(weights @ weights)
        unknown = (len(counted) - len(found)) * self._rarest**2
        known = square / (square + unknown) if found else 0.0
        return Spelt(places, weights / np.float32(max(square, 1e-12) ** 0.5), known)

    def matrix(self, titles: Sequence[str]) -> sparse.csr_matrix:
        """Spell many titles, a row each."""
        spelt = [self.spell(title) for title in titles]
        starts = np.cumsum([0, *(len(each.places) for each in spelt)], dtype=np.int32)
        places = np.concatenate([each.places for each in spelt])
        weights = np.concatenate([each.weights for each in spelt])
        return sparse.csr_matrix((weights, places, starts), (len(titles), len(self.sequences)))


def _sequences(title: str) -> Iterator[str]:
    """List the stretches, parts and words of a title, and which word is its first and its last."""
    words = fold(title).split()
    for word in words:
        yield from _stretches(f" {word} ")
        yield from _parts(word)
        yield f"={word}"
    if words:
        yield f"<{words[0]}"
        yield f">{words[-1]}"


def _stretches(marked: str) -> Iterator[str]:
    """List the stretches of letters within a word, whose two ends are marked by a space."""
    for length in LENGTHS:
        if length >= len(marked):
            yield marked
            break
        for first in range(len(marked) - length + 1):
            yield marked[first : first + length]


def _parts(word: str) -> Iterator[str]:
    """List the beginnings and the ends of a word that may be parts of a compound."""
    for length in PARTS:
        if length < len(word):
            yield f"^{word[:length]}"
            yield f"{word[-length:]}$"
