"""Is the ad about the same things as the seeker's wishes and what she tells of herself?

The cosine of TF-IDF weights over the words of the whole ad, and over neighbouring letters of
the headline, which sees through compounds and spelling.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from matching.comparisons.judging import Judgement, Marks
from matching.facts import Vacancy
from matching.profile import Profile
from matching.terms import TermIndex
from matching.text import WORD, Terms, character_grams, fold
from reference.occupations import group

WORDS_SHARE, LETTERS_SHARE = 0.6, 0.4
FULL_LIKENESS = 0.25
WISHES_COUNT = 3
TITLES_EACH = 6
MOST_AIMS = 4
MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Meaning:
    """The ads' words and the headlines' letters."""

    words: TermIndex
    letters: TermIndex

    @classmethod
    def fit(cls, vacancies: Sequence[Vacancy], words: TermIndex) -> Self:
        """Read the headlines' letters beside the words, which other comparisons share."""
        headlines = [vacancy.headline for vacancy in vacancies]
        return cls(words, TermIndex.fit(headlines, character_grams))

    def only(self, row: int) -> Self:
        """Keep one vacancy."""
        return type(self)(self.words.only(row), self.letters.only(row))

    def compare(self, profile: Profile) -> Marks:
        """Take both cosines; an ordinary ad about just the right thing reaches about 0.25."""
        told = list(_told(profile))
        query = self.words.weigh(term for term, _word in told)
        letters = self.letters.weigh(self.letters.analyze(" ".join(profile.wishes)))
        likeness = WORDS_SHARE * self.words.cosines(query)
        likeness += LETTERS_SHARE * self.letters.cosines(letters)
        shares = np.minimum(1.0, likeness / FULL_LIKENESS)
        written = dict(reversed(told))
        return Marks(shares, lambda row: self._because(row, shares[row], query, written))

    def _because(
        self, row: int, share: float, query: Mapping[str, float], written: Mapping[str, str]
    ) -> Judgement:
        """Name the words that the likeness rests on most, as the seeker's side writes them."""
        adds = self.words.shared(query, row)
        heaviest = sorted(adds, key=lambda term: (-adds[term], term))[:MOST_WORDS]
        return Judgement(share, "text", {"words": [written[term] for term in heaviest]})


def _told(profile: Profile) -> Iterator[tuple[str, str]]:
    """Yield each term that describes the work wanted, with the word as it was written.

    The seeker's wishes count most; then the usual titles of what she aims at, in both
    countries' languages, and what she tells of herself.
    """
    terms = Terms()
    for text in _texts(profile):
        for word in WORD.findall(text.casefold()):
            if term := terms[fold(word)]:
                yield term, word


def _texts(profile: Profile) -> Iterator[str]:
    """Yield the texts that describe the work wanted."""
    for _time in range(WISHES_COUNT):
        yield from profile.wishes
    for aim in profile.aims[:MOST_AIMS]:
        occupation = group(aim.ssyk)
        if occupation is not None:
            yield from occupation.titles_sv[:TITLES_EACH]
            yield from occupation.titles_nb[:TITLES_EACH]
    yield profile.seeker.about
