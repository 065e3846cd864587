"""Do the seeker's own words, or the usual titles of what she aims at, stand in the headline?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from matching.comparisons.judging import Judgement, Marks
from matching.comparisons.vocabulary import Vocabulary
from matching.explanation import Facts
from matching.facts import Vacancy
from matching.postings import NOWHERE, Postings
from matching.profile import Profile
from matching.terms import rarity
from matching.text import WORD, fold, words
from reference.occupations import group

OWN_WORDS = 1.0
USUAL_TITLE = 0.8
LEAST_CONFIDENCE = 0.6
LEAST_SAID, LEAST_USUAL = 0.4, 0.7


class Phrase(NamedTuple):
    """Words to look for, what finding them all is worth, and whether the seeker said them."""

    text: str
    words: tuple[str, ...]
    worth: float
    own: bool


class Hits(NamedTuple):
    """Where something is met: ascending rows of vacancies, and how well in each (0 to 1)."""

    rows: NDArray[np.intp]
    shares: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class HeadlineWords:
    """The headlines, which words they hold, and where each word stands."""

    headlines: tuple[str, ...]
    vocabulary: Vocabulary
    number_of: Mapping[str, int]
    where: Postings
    read: int

    @classmethod
    def fit(cls, vacancies: Sequence[Vacancy]) -> Self:
        """Read every headline, with the occupation's title beside it."""
        headlines = tuple(f"{v.headline} {v.occupation_title or ''}" for v in vacancies)
        told = [sorted(_all_words(headline)) for headline in headlines]
        vocabulary = Vocabulary.of(word for each in told for word in each)
        number_of = {word: number for number, word in enumerate(vocabulary.words)}
        numbers = [number_of[word] for each in told for word in each]
        columns = np.repeat(np.arange(len(told)), [len(each) for each in told])
        shape = (len(number_of), len(told))
        where = Postings.of(numbers, columns, np.ones(len(numbers)), shape)
        return cls(headlines, vocabulary, number_of, where, len(told))

    def only(self, row: int) -> Self:
        """Keep one vacancy; how rare each word is among them all stays."""
        return replace(self, headlines=(self.headlines[row],), where=self.where.only(row))

    def compare(self, profile: Profile) -> Marks:
        """Find the phrase that each headline answers best."""
        phrases, find = _phrases(profile), cache(self._word_hits)
        best = np.zeros(len(self.headlines))
        which = np.zeros(len(self.headlines), dtype=np.intp)
        for number, phrase in enumerate(phrases):
            hits = _phrase_hits(phrase, find)
            better = hits.shares > best[hits.rows]
            best[hits.rows[better]] = hits.shares[better]
            which[hits.rows[better]] = number
        return Marks(best, lambda row: self._because(row, best[row], phrases[which[row]]))

    def _word_hits(self, word: str, said: bool) -> tuple[Hits, float]:
        """Find the headlines that hold a word or one alike, and how rare that is."""
        alike = sorted(self.vocabulary.alike(word, said=said).items(), key=itemgetter(1))
        numbers = [self.number_of[other] for other, _grade in alike]
        where = [self.where.where(number)[0] for number in numbers]
        best = np.zeros(len(self.headlines))
        for rows, (_other, grade) in zip(where, alike, strict=True):
            best[rows] = grade
        frequency = min(self.read, sum(map(self.where.frequency, numbers)))
        rows = np.unique(np.concatenate([NOWHERE, *where]))
        return Hits(rows, best[rows]), rarity(self.read, frequency)

    def _because(self, row: int, share: float, phrase: Phrase) -> Judgement:
        """Name the phrase, and the words of the headline that answer it."""
        headline = Vocabulary.of(_all_words(self.headlines[row]))
        answers = {
            other for word in phrase.words for other in headline.alike(word, said=phrase.own)
        }
        facts: Facts = {"phrase": phrase.text, "words": sorted(answers)}
        return Judgement(share, "wish" if phrase.own else "usual_title", facts)


def _phrase_hits(phrase: Phrase, find: Callable[[str, bool], tuple[Hits, float]]) -> Hits:
    """Weigh a phrase's words by rarity: a headline's share is that of the words it answers."""
    found = [find(word, phrase.own) for word in phrase.words]
    whole = sum(weight for _hits, weight in found)
    rows = np.unique(np.concatenate([hits.rows for hits, _weight in found]))
    shares = np.zeros(len(rows))
    for hits, weight in found:
        shares[np.searchsorted(rows, hits.rows)] += hits.shares * (weight / whole)
    enough = shares >= (LEAST_SAID if phrase.own else LEAST_USUAL)
    return Hits(rows[enough], shares[enough] * phrase.worth)


def _phrases(profile: Profile) -> list[Phrase]:
    """List the seeker's own words first, then the usual titles of the groups she aims at."""
    told = [(wish, OWN_WORDS, True) for wish in profile.wishes]
    for aim in profile.aims:
        occupation = group(aim.ssyk)
        if occupation is not None and aim.confidence >= LEAST_CONFIDENCE:
            titles = occupation.titles_sv + occupation.titles_nb
            told += [(title, USUAL_TITLE * aim.confidence, False) for title in titles]
    phrases = (Phrase(text, tuple(words(text)), worth, own) for text, worth, own in told)
    return [each for each in phrases if each.words and (each.own or _says_it_all(each))]


def _says_it_all(phrase: Phrase) -> bool:
    """Tell whether a usual title kept its words: half of "sommarjobb industri" is no title."""
    return len(phrase.words) == len(WORD.findall(fold(phrase.text)))


def _all_words(headline: str) -> set[str]:
    """Split a headline into its folded words, small ones too."""
    return set(WORD.findall(fold(headline)))
