"""Does the seeker have the skills that are asked for, or that the ad speaks of?

A rare skill says more than a common one, so each is weighed by its inverse document frequency.
Adding a skill never lowers the share.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Self

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from matching.comparisons.judging import Judgement, Marks, Shares
from matching.facts import Vacancy
from matching.postings import Postings
from matching.profile import Profile
from matching.terms import TermIndex, rarity
from matching.text import Terms, fold

ESSENTIAL, USEFUL = 1.0, 0.5
LEAST_RATIO = 87.0
SHORTEST_PART = 5
MENTION = 0.25
MOST_BY_MENTION = 0.6
COMMON = 3.0


def same_skills(skill: str, names: Sequence[str]) -> list[int]:
    """Find the names that mean a skill: in other order, misspelt, or one within the other.

    "MS Excel" holds "Excel", and "truckkort" begins with "truck". Both sides are folded;
    the answer is places among the names, ascending.
    """
    near = process.extract(
        skill, names, scorer=fuzz.token_sort_ratio, score_cutoff=LEAST_RATIO, limit=None
    )
    found = {at for _name, _score, at in near}
    for at, name in enumerate(names):
        shorter, longer = (skill, name) if len(skill) <= len(name) else (name, skill)
        if len(shorter) >= SHORTEST_PART and f" {shorter}" in f" {longer}":
            found.add(at)
    return sorted(found)


def has_skill(asked: str, skills: Iterable[str]) -> bool:
    """Tell whether one of a seeker's skills is the one asked for."""
    name = [fold(asked)]
    return any(same_skills(fold(skill), name) for skill in skills)


@dataclass(frozen=True, slots=True)
class Skills:
    """What each vacancy asks for (each skill's share of it all), and the words of each ad."""

    asked: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    shares: Postings
    words: TermIndex

    @classmethod
    def fit(cls, vacancies: Sequence[Vacancy], words: TermIndex) -> Self:
        """Read every vacancy's skills, and learn how rare each is."""
        wanted = [_wanted(vacancy) for vacancy in vacancies]
        frequency = Counter(name for each in wanted for name in each)
        names = tuple(sorted(frequency))
        number_of = {name: number for number, name in enumerate(names)}
        rare = {name: rarity(len(wanted), held) for name, held in frequency.items()}
        worth = np.array([need * rare[name] for each in wanted for name, need in each.items()])
        columns = np.repeat(np.arange(len(wanted)), [len(each) for each in wanted])
        whole = np.bincount(columns, worth, minlength=len(wanted))
        numbers = [number_of[name] for each in wanted for name in each]
        shares = Postings.of(numbers, columns, worth / whole[columns], (len(names), len(wanted)))
        return cls(tuple(map(tuple, wanted)), names, shares, words)

    def only(self, row: int) -> Self:
        """Keep one vacancy; how rare each skill is among them all stays."""
        return replace(
            self,
            asked=(self.asked[row],),
            shares=self.shares.only(row),
            words=self.words.only(row),
        )

    def compare(self, profile: Profile) -> Marks:
        """Join what is covered of the asked and what the ad mentions, as independent signs."""
        skills = tuple(dict.fromkeys(profile.seeker.skills or ()))
        covered, mentioned = self._covered(skills), self._mentioned(skills)
        shares = 1 - (1 - covered) * (1 - mentioned)
        return Marks(shares, lambda row: self._because(row, shares[row], skills))

    def _covered(self, skills: Sequence[str]) -> Shares:
        """Return how much of what is asked for the seeker has, by weight."""
        had = {number for skill in skills for number in same_skills(fold(skill), self.names)}
        covered = np.zeros(len(self.asked))
        for number in sorted(had):
            columns, shares = self.shares.where(number)
            covered[columns] += shares
        return np.minimum(1.0, covered)

    def _mentioned(self, skills: Sequence[str]) -> Shares:
        """Return how much the ads' texts speak of the seeker's skills, at most 0.6."""
        sums = np.zeros(len(self.asked))
        for skill in skills:
            terms = sorted(set(Terms().of(skill)))
            if terms:
                rare = sum(map(self.words.rarity, terms)) / len(terms)
                sums[self._texts_with_all(terms)] += MENTION * min(1.0, rare / COMMON)
        return np.minimum(sums, MOST_BY_MENTION)

    def _texts_with_all(self, terms: Sequence[str]) -> NDArray[np.intp]:
        """Return the vacancies whose text holds every term."""
        return reduce(np.intersect1d, map(self.words.texts_with, terms))

    def _because(self, row: int, share: float, skills: Sequence[str]) -> Judgement:
        """Name the skills that are asked for and had, and those that the ad only speaks of."""
        asked = [skill for skill in skills if same_skills(fold(skill), self.asked[row])]
        spoken = [skill for skill in skills if skill not in asked and self._speaks_of(skill, row)]
        return Judgement(share, "skills", {"asked": asked, "mentioned": spoken})

    def _speaks_of(self, skill: str, row: int) -> bool:
        """Tell whether one ad's text holds every word of a skill."""
        terms = set(Terms().of(skill))
        return bool(terms) and all(row in self.words.texts_with(term) for term in terms)


def _wanted(vacancy: Vacancy) -> Mapping[str, float]:
    """Return the folded skills that a vacancy asks for, with their weight before rarity."""
    useful = dict.fromkeys(map(fold, vacancy.nice_to_have.skills), USEFUL)
    return useful | dict.fromkeys(map(fold, vacancy.must_have.skills), ESSENTIAL)
