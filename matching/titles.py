"""Where a usual title of an occupation group stands in a headline, and how much of it.

Each title's words are weighed by rarity among the headlines, in thousandths; a headline's share
of a title is that of the words it answers, and what is too little of it is none.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from math import ceil
from typing import NamedTuple

from matching.comparisons.judging import WHOLE
from matching.learnt import Learnt
from matching.usual import Title, meant_by, usual_titles

LEAST = 700
MOST_KEPT = 20_000


class Share(NamedTuple):
    """How much of a title a headline holds, in thousandths; what shares it best goes first."""

    share: int
    title: Title


@dataclass(frozen=True, eq=False)
class UsualTitles:
    """What each word of a usual title is worth in it, by how rare the headlines with it are."""

    learnt: Learnt

    def within(self, headline: Iterable[str]) -> Mapping[str, Share]:
        """Return, for each group with a title in a headline, the one that it holds most of."""
        return self._within(frozenset(filter(meant_by, headline)))

    @cached_property
    def _within(self) -> Callable[[frozenset[str]], Mapping[str, Share]]:
        """Look in words that mean something in titles: other headlines hold the same ones."""
        return lru_cache(MOST_KEPT)(self._look_within)

    def _look_within(self, headline: frozenset[str]) -> Mapping[str, Share]:
        grades: dict[str, int] = {}
        for word in headline:
            for other, grade in meant_by(word):
                grades[other] = max(grade, grades.get(other, 0))
        sums: dict[int, int] = defaultdict(int)
        for word, grade in grades.items():
            for number, weight in self.weights_of(word):
                sums[number] += grade * weight // WHOLE
        best: dict[str, Share] = {}
        for number in sorted(number for number, share in sums.items() if share >= LEAST):
            share, title = min(WHOLE, sums[number]), usual_titles()[number]
            if title.ssyk not in best or share > best[title.ssyk].share:
                best[title.ssyk] = Share(share, title)
        return best

    @cached_property
    def weights_of(self) -> Callable[[str], tuple[tuple[int, int], ...]]:
        """Give the titles that hold a word, and its weight in each, in thousandths.

        Headlines hold few of all the words there are, so each is weighed when it is met.
        """
        return cache(self._weigh)

    def _weigh(self, word: str) -> tuple[tuple[int, int], ...]:
        part = self._rarity(word)
        whole = ((number, usual_titles()[number].words) for number in holding()[word])
        return tuple(
            (number, ceil(WHOLE * part / sum(map(self._rarity, words)))) for number, words in whole
        )

    def _rarity(self, word: str) -> float:
        return self.learnt.rarity(self.learnt.title_words.get(word, 0))


@cache
def holding() -> Mapping[str, Sequence[int]]:
    """For each word of a usual title, the numbers of the titles that hold it."""
    numbers = defaultdict[str, list[int]](list)
    for number, title in enumerate(usual_titles()):
        for word in title.words:
            numbers[word].append(number)
    return dict(numbers)
