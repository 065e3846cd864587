"""From what people write to occupation groups: ad headlines, and words typed into a field."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from reference.known_titles import KnownTitle, by_spelling, telling_words, titles
from reference.nav_categories import likely_groups
from reference.occupations import groups
from reference.title_index import Scores, TitleIndex
from reference.type_ahead import Found, suggest
from reference.words import NOISE, bare, core, fold, uninflected

__all__ = ["Found", "Link", "link", "suggest"]

LONGEST_PHRASE = 4
# How sure a known title inside a longer headline makes us, at least; it rises to 1 with the
# share of the headline that the title covers.
SURE_BY_PHRASE = 0.5
# How sure likeness to known titles makes us, at most: a known title itself goes before it.
SURE_BY_LIKENESS = 0.98
# How much the part that names the work weighs beside the whole headline.
BY_CORE = 0.6
# How much a category weighs beside the headline.
BY_CATEGORY = 0.25
# A title of the neighbouring country's language is a little less sure.
NEIGHBOUR = 0.9
LANGUAGE_OF = {"SE": "sv", "NO": "nb"}


class Link(NamedTuple):
    """An occupation group that a title may stand for, and how surely, from 0 to 1."""

    ssyk: str
    score: float


def link(
    title: str, country: str = "SE", category: str | None = None, limit: int = 10
) -> list[Link]:
    """Link a free title or an ad's headline to occupation groups, the surest first.

    Known titles within it count, and likeness to known titles. `country` says which language
    goes first where a word is a title in both. `category` is NAV's own category of the ad and
    helps where the headline is vague. Groups without any likeness are left out; ties break on
    the code. The first call takes about a second, later ones some milliseconds.
    """
    scores = _with_category(_scores(title, country), category or "")
    best = np.argsort(-scores, kind="stable")[:limit]
    return [Link(_codes()[i], round(float(scores[i]), 4)) for i in best if scores[i] > 0]


def _with_category(scores: Scores, category: str) -> Scores:
    likely = likely_groups(category)
    if not likely:
        return scores
    lifted = (1 - BY_CATEGORY) * scores
    for ssyk, likelihood in likely.items():
        lifted[_places()[ssyk]] += BY_CATEGORY * likelihood
    return lifted


@lru_cache(maxsize=4096)
def _scores(headline: str, country: str) -> Scores:
    """Score every group by likeness, and by the known titles that stand in the headline."""
    whole, named = bare(headline), core(headline)
    scores = _index().scores(named)
    if named != whole:
        scores = BY_CORE * scores + (1 - BY_CORE) * _index().scores(whole)
    scores *= SURE_BY_LIKENESS
    for ssyk, sure in _by_phrase(fold(headline), len(named), country):
        place = _places()[ssyk]
        scores[place] = max(scores[place], sure)
    scores.flags.writeable = False
    return scores


def _by_phrase(headline: str, telling_length: int, country: str) -> Iterator[tuple[str, float]]:
    """Find the known titles within a headline, and how surely each speaks for its group."""
    for phrase, found in _longest_titles(headline.split()):
        share = min(1, len(phrase) / max(1, telling_length))
        sure = SURE_BY_PHRASE + (1 - SURE_BY_PHRASE) * share
        for known in found:
            foreign = known.language not in {LANGUAGE_OF.get(country), "en"}
            yield known.group.ssyk, sure * (NEIGHBOUR if foreign else 1)


def _longest_titles(words: list[str]) -> Iterator[tuple[str, tuple[KnownTitle, ...]]]:
    """Find the stretches of words that are titles; a title within a longer one is not one."""
    taken: set[int] = set()
    for length in range(min(LONGEST_PHRASE, len(words)), 0, -1):
        for first in range(len(words) - length + 1):
            stretch = range(first, first + length)
            phrase = " ".join(words[first : first + length])
            if taken.isdisjoint(stretch) and not NOISE.issuperset(phrase.split()):
                found = tuple(
                    known for form in uninflected(phrase) for known in _by_title().get(form, ())
                )
                if found:
                    taken.update(stretch)
                    yield phrase, found


@cache
def _index() -> TitleIndex:
    return TitleIndex(titles() + telling_words())


@cache
def _by_title() -> Mapping[str, tuple[KnownTitle, ...]]:
    return by_spelling(titles())


@cache
def _codes() -> tuple[str, ...]:
    return tuple(group.ssyk for group in groups())


@cache
def _places() -> Mapping[str, int]:
    return {ssyk: place for place, ssyk in enumerate(_codes())}
