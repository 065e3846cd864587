"""What is noted of ads while reading them: words, and skills asked for or only spoken of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from matching.counted import Counted
from matching.facts import Vacancy
from matching.stated_skills import skill_of
from matching.text import WORD, fold, without
from reference.skills import found_in

MOST_LETTERS = 2500
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
    def take(cls, vacancies: Sequence[Vacancy], boilerplate: frozenset[str]) -> Self:
        """Read ads, leaving out lines that are known to stand in many."""
        texts = [without(boilerplate, each.text)[:MOST_LETTERS] for each in vacancies]
        both = list(zip(vacancies, texts, strict=True))
        asked = tuple(map(_asked, vacancies))
        spoken = (found_in(f"{vacancy.headline}\n{text}") for vacancy, text in both)
        return cls(
            Counted.of(f"{each.headline}\n{each.headline}\n{text}" for each, text in both),
            tuple(map(headline_words, vacancies)),
            asked,
            tuple(
                tuple(skill.code for skill in found if skill.code not in also)
                for found, also in zip(spoken, asked, strict=True)
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
