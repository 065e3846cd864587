"""The known titles that a text is: word for word, inflected, or with a letter wrong."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from reference.known_titles import KnownTitle, by_spelling, registered, titles
from reference.words import core, fold, uninflected

LANGUAGES = {"SE": ("sv", "en"), "NO": ("nb", "en")}
# How sure we are of a known title that is all of a headline that tells the occupation; beside
# it stand the workplace and the conditions.
BY_CORE = 0.9
# A title of the neighbouring country's language is a little less sure.
NEIGHBOUR = 0.9
# A title that hardly anybody uses may mean something else in everyday speech.
SELDOM = 0.98
# Of 100: one letter in seven may be missing or too many.
LEAST_LIKENESS = 86
SHORTEST_MISSPELT = 4


class Named(NamedTuple):
    """A known title found, and how surely it is meant, from 0 to 1."""

    known: KnownTitle
    sure: float


def named_by(text: str, country: str) -> Iterator[Named]:
    """Find the known titles that a text is, or else that the telling part of it is."""
    whole = fold(text)
    for known in _titles_of(whole):
        yield Named(known, _usualness(known, country))
    telling = core(text)
    if telling != whole:
        for known in _titles_of(telling):
            yield Named(known, BY_CORE * _usualness(known, country))


def nearly_named_by(text: str, country: str) -> Iterator[Named]:
    """Find the usual titles that a text may be a misspelling of, as sure as they are alike."""
    typed = core(text)
    if len(typed) >= SHORTEST_MISSPELT:
        near = process.extract(
            typed, _usual().keys(), scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS
        )
        for title, likeness, _place in near:
            for known in _usual()[title]:
                yield Named(known, likeness / 100 * _usualness(known, country))


def _titles_of(text: str) -> tuple[KnownTitle, ...]:
    """List the titles that a text is a form of; the seldom ones as they stand."""
    usual = tuple(known for form in uninflected(text) for known in _usual().get(form, ()))
    return usual + _seldom().get(text, ())


def _usualness(known: KnownTitle, country: str) -> float:
    foreign = known.language not in LANGUAGES[country]
    return NEIGHBOUR if foreign else SELDOM if known.is_seldom else 1.0


@cache
def _usual() -> Mapping[str, tuple[KnownTitle, ...]]:
    return by_spelling(titles())


@cache
def _seldom() -> Mapping[str, tuple[KnownTitle, ...]]:
    return by_spelling(registered())
