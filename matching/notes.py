"""What is noted of ads while reading them: words, and skills asked for or only spoken of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Self

from matching.counted import Counted, Counting, Numbering
from matching.facts import Vacancy
from matching.stated_skills import skill_of
from matching.text import WORD, fold, without
from reference.pieces import pieces
from reference.skills import found_in_many

MOST_LETTERS = 2500
TOGETHER = 1_000
HEADLINE, TEXT = 2, 1
ESSENTIAL, USEFUL = 2, 1


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes on n ads: their counted terms, the words of their headlines, and their skills.

    `asked` tells how much each skill is needed, `spoken` names those that are only in the text.
    """

    counted: Counted
    headlines: tuple[frozenset[str], ...]
    asked: tuple[Mapping[str, int], ...]
    spoken: tuple[tuple[str, ...], ...]
    boilerplate: frozenset[str]

    @classmethod
    def take(
        cls, vacancies: Sequence[Vacancy], boilerplate: frozenset[str], numbering: Numbering
    ) -> Self:
        """Read ads, leaving out lines that are known to stand in many."""
        counting, asked = Counting(numbering), tuple(map(_asked, vacancies))
        spoken: list[Iterator[str]] = []
        for at in range(0, len(vacancies), TOGETHER):
            some = vacancies[at : at + TOGETHER]
            texts = (without(boilerplate, each.text)[:MOST_LETTERS] for each in some)
            known = pieces()
            cut = known.cut(chain((each.headline for each in some), texts))
            counting.count(known, cut, (HEADLINE, TEXT))
            found = found_in_many(known, cut)
            spoken += map(chain, found[: len(some)], found[len(some) :])
        return cls(
            counting.counted(),
            tuple(map(headline_words, vacancies)),
            asked,
            tuple(
                tuple(dict.fromkeys(skill for skill in skills if skill not in also))
                for skills, also in zip(spoken, asked, strict=True)
            ),
            boilerplate,
        )


def headline_words(vacancy: Vacancy) -> frozenset[str]:
    """Split a headline and the occupation's title into folded words, small ones too."""
    return frozenset(WORD.findall(fold(f"{vacancy.headline} {vacancy.occupation_title or ''}")))


def _asked(vacancy: Vacancy) -> Mapping[str, int]:
    """Return the skills that a vacancy asks for, with how much each is needed."""
    useful = dict.fromkeys(map(skill_of, vacancy.nice_to_have.skills), USEFUL)
    return useful | dict.fromkeys(map(skill_of, vacancy.must_have.skills), ESSENTIAL)
