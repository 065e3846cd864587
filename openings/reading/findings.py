"""What is read out of a text: a requirement, its value, its weight, and the words it rests on."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple

from openings.reading.statements import Statement, Weight


class Requirement(StrEnum):
    """What an ad may ask of somebody."""

    DRIVING_LICENCE = "driving_licence"
    LANGUAGE = "language"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    AUTHORISATION = "authorisation"
    AGE = "age"
    OWN_CAR = "own_car"


class Finding(NamedTuple):
    """One requirement read in a statement.

    `value` is a licence class, a language ("sv" or "sv B2"), months of experience, a level of
    education or years of age, and empty where there is nothing more to say.
    """

    requirement: Requirement
    value: str
    weight: Weight
    evidence: str


Reader = Callable[[Statement], Iterable[Finding]]
"""Reads one kind of requirement in a statement."""

NUMBERS = {
    "ett": 1, "en": 1, "et": 1, "one": 1, "två": 2, "to": 2, "two": 2, "tre": 3, "three": 3,
    "fyra": 4, "fire": 4, "four": 4, "fem": 5, "five": 5,
}  # fmt: skip


def number(word: str) -> int:
    """The number that digits or a word stand for. Raises `KeyError` for another word."""
    return int(word) if word.isdigit() else NUMBERS[word.casefold()]
