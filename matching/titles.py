"""Where a usual title of an occupation group stands in a headline, and how much of it.

Each title's words are weighed by rarity among the headlines, in thousandths; a headline's share
of a title is that of the words it answers, and what is too little of it is none.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import ceil
from typing import NamedTuple, Self

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
    """For each word of a title, the titles that hold it and its weight in each, thousandths."""

    weights: Mapping[str, tuple[tuple[int, int], ...]]

    @classmethod
    def of(cls, learnt: Learnt) -> Self:
        """Weigh every title's words by how rare the headlines are that answer them."""
        weights = defaultdict[str, list[tuple[int, int]]](list)
        for number, title in enumerate(usual_titles()):
            rare = [learnt.rarity(learnt.title_words.get(word, 0)) for word in title.words]
            for word, part in zip(title.words, rare, strict=True):
                weights[word].append((number, ceil(WHOLE * part / sum(rare))))
        return cls({word: tuple(found) for word, found in weights.items()})

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
            for number, weight in self.weights[word]:
                sums[number] += grade * weight // WHOLE
        best: dict[str, Share] = {}
        for number in sorted(number for number, share in sums.items() if share >= LEAST):
            share, title = min(WHOLE, sums[number]), usual_titles()[number]
            if title.ssyk not in best or share > best[title.ssyk].share:
                best[title.ssyk] = Share(share, title)
        return best
