"""What is read out of a text: a requirement, its value, its weight, and the words it rests on."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple, Self

from openings.reading.statements import Statement
from openings.reading.weights import Weight


class Requirement(StrEnum):
    """What an ad may ask of somebody."""

    DRIVING_LICENCE = "driving_licence"
    LANGUAGE = "language"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    AUTHORISATION = "authorisation"
    AGE = "age"
    OWN_CAR = "own_car"
    SKILL = "skill"


class Finding(NamedTuple):
    """One requirement read in a statement.

    `value` is a licence class, a language ("sv" or "sv B2"), months of experience, a level of
    education, years of age or the code of a skill, and empty where there is no more to say.
    """

    requirement: Requirement
    value: str
    weight: Weight
    evidence: str


class Reader(NamedTuple):
    """Reads one kind of requirement, in the statements where at least one of its signs stands.

    A sign is a piece of text in lower case. Most statements have none, and cost next to nothing.
    """

    signs: tuple[str, ...]
    read: Callable[[Statement], Iterable[Finding]]

    def for_text(self, plain: str) -> Self:
        """The same reader with those signs only that stand in a whole text."""
        return self._replace(signs=tuple(sign for sign in self.signs if sign in plain))

    def findings(self, statement: Statement) -> Iterable[Finding]:
        """Read a statement, if a sign stands in it."""
        for sign in self.signs:
            if sign in statement.plain:
                return self.read(statement)
        return ()
