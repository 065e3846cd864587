"""The phrases of `longest_phrases` in many texts at once: numbers for words, a compiled pass."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from reference.compiling import compiled, inlined
from reference.longest_phrases import Phrases
from reference.pieces import Stretches

Meaning = TypeVar("Meaning")
Numbers = NDArray[np.int32]
Starts = NDArray[np.int64]

NO_PHRASES_WORD = 0


class PhrasesInMany(Generic[Meaning]):
    """Finds in many texts what `Phrases` finds in one."""

    def __init__(self, phrases: Phrases[Meaning]) -> None:
        """Number the words of the phrases; all others are one number."""
        by_first = dict(phrases.by_first)
        all_words = {word for each in by_first.values() for phrase, _ in each for word in phrase}
        firsts_first = dict.fromkeys([*sorted(by_first), *sorted(all_words)])
        self._number_of = {word: number for number, word in enumerate(firsts_first, start=1)}
        in_order = [pair for first in sorted(by_first) for pair in by_first[first]]
        self._meanings = [meaning for _phrase, meaning in in_order]
        self._phrases = Stretches.of([self.numbers_of(phrase) for phrase, _meaning in in_order])
        sizes = [0, 0, *(len(by_first[first]) for first in sorted(by_first))]
        self._starts = np.cumsum(sizes, dtype=np.int64)

    def found_in(self, texts: Stretches) -> list[list[Meaning]]:
        """Return for each text, as numbers, what the phrases in it mean, from left to right."""
        found, ends = _found(*texts, *self._phrases, self._starts)
        means = [self._meanings[phrase] for phrase in found.tolist()]
        edges = [0, *ends.tolist()]
        return [means[one:other] for one, other in pairwise(edges)]

    def numbers_of(self, words: Iterable[str]) -> Sequence[int]:
        """Return the numbers of words."""
        return tuple(self._number_of.get(word, NO_PHRASES_WORD) for word in words)


@compiled
def _found(
    words: Numbers, edges: Starts, phrases: Numbers, phrase_starts: Starts, starts: Starts
) -> tuple[Numbers, Starts]:
    """Find phrases: the numbers of those that stand in the texts, and where each text's end.

    The phrases with first word w are those from `starts[w]` up to `starts[w + 1]`, the longest
    first; words that begin none have higher numbers than those that do.
    """
    found, ends = np.empty(len(words), np.int32), np.empty(len(edges) - 1, np.int64)
    count = 0
    for text in range(len(ends)):
        at, stop = edges[text], edges[text + 1]
        while at < stop:
            phrase = _longest(words, at, stop, phrases, phrase_starts, starts)
            if phrase < 0:
                at += 1
                continue
            found[count] = phrase
            count += 1
            at += phrase_starts[phrase + 1] - phrase_starts[phrase]
        ends[text] = count
    return found[:count].copy(), ends


@inlined
def _longest(
    words: Numbers,
    at: int,
    stop: int,
    phrases: Numbers,
    phrase_starts: Starts,
    starts: Starts,
) -> int:
    """Return the longest phrase that begins at a word, -1 where none does."""
    word = words[at]
    if word + 1 >= len(starts):
        return -1
    for phrase in range(starts[word], starts[word + 1]):
        first, size = phrase_starts[phrase], phrase_starts[phrase + 1] - phrase_starts[phrase]
        same = 0
        while same < size and at + same < stop and words[at + same] == phrases[first + same]:
            same += 1
        if same == size:
            return phrase
    return -1
