"""Reads out of an ad's running text what it asks for, in Swedish and Norwegian.

What an ad says in its own fields goes before what is read here. Every finding keeps the sentence
that it rests on, so that a person can see whether it was read right. Measured on ads labelled by
hand: `python -m benchmarks.reading`.
"""

from collections.abc import Iterable, Iterator

from openings.reading.age import AGE
from openings.reading.authorisation import AUTHORISATION
from openings.reading.driving import DRIVING_LICENCES, OWN_CAR
from openings.reading.education import EDUCATION
from openings.reading.experience import EXPERIENCE
from openings.reading.findings import Finding, Reader, Requirement
from openings.reading.languages import LANGUAGES
from openings.reading.patterns import plain
from openings.reading.skills import SKILLS
from openings.reading.statements import Statement, statements
from openings.reading.weights import Weight

__all__ = ["Finding", "Requirement", "Weight", "read"]

OF_HEADLINES = (
    DRIVING_LICENCES,
    OWN_CAR,
    LANGUAGES,
    EXPERIENCE,
    EDUCATION,
    AUTHORISATION,
    AGE,
)
"""The skills that a headline names are the occupation rather than something asked for."""

READERS = (*OF_HEADLINES, SKILLS)
MANIFOLD = frozenset({Requirement.EXPERIENCE, Requirement.EDUCATION})
"""Of these, one kind may be demanded and another useful: "erfarenhet, gärna av butik"."""


def read(text: str, headline: str = "") -> tuple[Finding, ...]:
    """Read what a text demands and what it calls useful: first the one, then the other.

    Each requirement and value comes once. What a `headline` names is demanded.
    """
    found = list(_findings(text, headline))
    best: dict[tuple[object, ...], Finding] = {}
    for weight in (Weight.DEMANDED, Weight.USEFUL):
        for each in found:
            if each.weight is weight:
                kind = weight if each.requirement in MANIFOLD else None
                best.setdefault((each.requirement, each.value.partition(" ")[0], kind), each)
    return tuple(best.values())


def _findings(text: str, headline: str) -> Iterator[Finding]:
    yield from _read([Statement.of(headline, Weight.DEMANDED)], plain(headline), OF_HEADLINES)
    yield from _read(statements(text), plain(text), READERS)


def _read(found: Iterable[Statement], whole: str, readers: Iterable[Reader]) -> Iterator[Finding]:
    """Read statements with those readers only that have a sign in the whole text."""
    needed = [reader for reader in (each.for_text(whole) for each in readers) if reader.signs]
    for statement in found:
        for reader in needed:
            yield from reader.findings(statement)
