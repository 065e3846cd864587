"""A seeker made into what is looked for in vacancies: terms, skills, her phrases, usual titles."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import ceil
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.comparisons.judging import WHOLE
from matching.index import Reader
from matching.learnt import Learnt
from matching.profile import Profile
from matching.stated_skills import skill_of
from matching.text import WORD, fold, term_of, terms_of, words
from matching.titles import UsualTitles
from matching.weighing import weigh_query
from reference.occupations import group

WISHES_COUNT = 3
TITLES_EACH = 6
MOST_AIMS = 4
LEAST_CONFIDENCE = 0.6
USUAL_TITLE = 800
MOST_KEPT = 20_000


class Sought(NamedTuple):
    """A word to look for: its weight in its phrase, in thousandths, and whether it is misspelt."""

    word: str
    weight: int
    misspelt: bool


class Phrase(NamedTuple):
    """A wish in the seeker's own words."""

    text: str
    words: tuple[Sought, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Query:
    """What is looked for: terms ascending with weights, skills ascending, phrases and titles.

    `stated` holds the seeker's own words for each skill. `titles` gives, for each group that she
    aims at surely enough, what a usual title of it is worth, in thousandths.
    """

    terms: NDArray[np.int32]
    weights: NDArray[np.int64]
    skills: NDArray[np.int32]
    stated: Mapping[int, Sequence[str]]
    phrases: tuple[Phrase, ...]
    titles: Mapping[str, int]


class Interpreter:
    """Makes profiles into queries, and remembers what it has made of words before."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._phrase = lru_cache(MOST_KEPT)(self._make_phrase)
        self._counted = lru_cache(MOST_KEPT)(self._count)

    @cached_property
    def usual(self) -> UsualTitles:
        """The usual titles, weighed by what was learnt."""
        return UsualTitles(self.reader.learnt)

    def query(self, profile: Profile) -> Query:
        """Prepare one seeker."""
        counted: Counter[int] = Counter()
        for text, times in told(profile):
            for term, held in self._counted(text):
                counted[term] += held * times
        in_order = dict(sorted(counted.items()))
        stated = self._stated(profile)
        phrases = (self._phrase(wish) for wish in profile.wishes)
        return Query(
            terms=np.fromiter(in_order, dtype=np.int32, count=len(in_order)),
            weights=weigh_query(in_order, self.reader.learnt),
            skills=np.array(sorted(stated), dtype=np.int32),
            stated=stated,
            phrases=tuple(phrase for phrase in phrases if phrase.words),
            titles={
                aim.ssyk: round(USUAL_TITLE * aim.confidence)
                for aim in profile.aims
                if aim.confidence >= LEAST_CONFIDENCE and group(aim.ssyk)
            },
        )

    def _count(self, text: str) -> tuple[tuple[int, int], ...]:
        """Count a text's terms by number; terms that were never learnt are left out."""
        held = Counter(terms_of(text))
        numbers = map(self.reader.learnt.number_of, held)
        pairs = zip(numbers, held.values(), strict=True)
        return tuple((number, times) for number, times in pairs if number is not None)

    def _stated(self, profile: Profile) -> dict[int, list[str]]:
        """Number the seeker's skills; one that no vacancy has is left out."""
        stated: dict[int, list[str]] = {}
        for skill in dict.fromkeys(profile.seeker.skills or ()):
            number = self.reader.skills.known(skill_of(skill))
            if number is not None:
                stated.setdefault(number, []).append(skill)
        return stated

    def _make_phrase(self, text: str) -> Phrase:
        """Weigh a phrase's words by rarity. A word like none that was learnt may be misspelt."""
        learnt = self.reader.learnt
        found = [(word, *_met(word, learnt)) for word in words(text)]
        whole = sum(learnt.rarity(met) for _word, met, _misspelt in found)
        return Phrase(
            text,
            tuple(
                Sought(word, ceil(WHOLE * learnt.rarity(met) / whole), misspelt)
                for word, met, misspelt in found
            ),
        )


def _met(word: str, learnt: Learnt) -> tuple[int, bool]:
    """Count the headlines with words like one that was said, and tell if only misspelt ones are."""
    alike = learnt.words.alike(word, said=True)
    numbers = list(alike or learnt.words.misspelt(word))
    return int(learnt.word_frequencies[numbers].sum()), not alike


def told(profile: Profile) -> list[tuple[str, int]]:
    """List the texts that describe the work wanted, and how many times each counts.

    The seeker's wishes count most; then the usual titles of what she aims at, in both
    countries' languages, and what she tells of herself.
    """
    texts = [(wish, WISHES_COUNT) for wish in profile.wishes]
    texts += [(_titles_of(aim.ssyk), 1) for aim in profile.aims[:MOST_AIMS]]
    return [*texts, (profile.seeker.about, 1)]


def written(profile: Profile) -> dict[str, str]:
    """Lead from each term that a profile tells to the word as it was first written."""
    found: dict[str, str] = {}
    for text, _times in told(profile):
        for term, word in _written_in(text):
            found.setdefault(term, word)
    return found


@lru_cache(MOST_KEPT)
def _written_in(text: str) -> tuple[tuple[str, str], ...]:
    """List the terms of a text, each with the word that it comes from."""
    told = ((term_of(fold(word)), word) for word in WORD.findall(text.casefold()))
    return tuple((term, word) for term, word in told if term)


@lru_cache
def _titles_of(ssyk: str) -> str:
    """Write out the most usual titles of a group."""
    occupation = group(ssyk)
    if occupation is None:
        return ""
    return " ".join((*occupation.titles_sv[:TITLES_EACH], *occupation.titles_nb[:TITLES_EACH]))
