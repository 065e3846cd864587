"""What the ranker answers: the score taken apart, what is missing, and what to ask.

Everything is codes, numbers and names from the facts, never a sentence, so that an answer can
be translated, audited and compared. Points are exact: they are whole thousandths, and a
match's score is the sum of its reasons' points.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Fact = str | int | float | None | list[str]
Facts = Mapping[str, Fact]
Label = Literal["strong", "good", "possible"]

STRONG_FROM = 400
GOOD_FROM = 220


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an opening fits, and how many points that is worth (none for a requirement met)."""

    code: str
    points: float
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the employer asks for or would like, and the seeker is known not to have."""

    code: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """A fact that nobody has written down yet and that would settle a requirement."""

    code: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A hard rule that stands in the way."""

    code: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Match:
    """One seeker and one vacancy that no hard rule keeps apart."""

    seeker_id: str
    vacancy_id: str
    score: float
    label: Label
    reasons: tuple[Reason, ...] = ()
    gaps: tuple[Gap, ...] = ()
    questions: tuple[Question, ...] = ()


def points(thousandths: int) -> float:
    """Whole thousandths as the points that are shown: 335 is 0.335."""
    return round(thousandths / 1000, 3)


def total(reasons: Sequence[Reason]) -> float:
    """Sum reasons' points exactly, without the dust that adding floats leaves."""
    return points(sum(round(reason.points * 1000) for reason in reasons))


def label_for(thousandths: int) -> Label:
    """Name a score in a word.

    With the default weights everything but occupation, wish and experience adds up to less
    than `STRONG_FROM`: a strong match is always one where the work itself fits. `GOOD_FROM` is
    above what nearness, freshness and an easy start can reach on their own.
    """
    if thousandths >= STRONG_FROM:
        return "strong"
    return "good" if thousandths >= GOOD_FROM else "possible"
