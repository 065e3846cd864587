"""Suggestions while somebody types an occupation: what has begun right goes before what is near.

The order of preference: the whole title, its beginning, the beginning of a later word in it, the
last part of a compound, a telling word, a title that is spelt nearly like it (the normalised
indel similarity of RapidFuzz, which counts letters to remove and to add), and any other part.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from reference.known_titles import KnownTitle, by_spelling, label_of, telling_words, titles
from reference.words import fold

WHOLE = 1.0
BEGINNING = 0.9
LATER_WORD = 0.8
LAST_PART = 0.7
TELLING = 0.65
NEARLY = 0.6
INSIDE = 0.45
# What a title gains at most by being usual and hardly longer than what is typed: no rank.
EASE = 0.09
# A title of another language is good if it is meant; its beginning may be chance.
FOREIGN_WHOLE = 0.95
FOREIGN = 0.55
SHORTEST_PART = 3
# Of 100. "kok" and "kock" have 86: six of their seven letters pair up.
LEAST_LIKENESS = 70
MOST_NEAR_TITLES = 60


class Found(NamedTuple):
    """A suggestion: a title, the group that it leads to, and how well it fits, from 0 to 1."""

    ssyk: str
    title: str
    score: float


def suggest(text: str, language: str = "sv", limit: int = 8) -> list[Found]:
    """Suggest occupations for what has been typed so far, the best first, each group once.

    Titles of all three languages are found, those of `language` first. Spelling is forgiven.
    The order is the same every time: by score, then by length of title, then by title and code.
    """
    typed = fold(text)
    if not typed:
        return []
    best = _best_of_each_group(_beginning_right(typed, language))
    if len(best) < limit and len(typed) >= SHORTEST_PART:
        best = _best_of_each_group([*best, *_spelt_nearly(typed, language)])
    return best[:limit]


def _best_of_each_group(found: Iterable[Found]) -> list[Found]:
    best: dict[str, Found] = {}
    for each in sorted(found, key=lambda each: (-each.score, len(each.title), each)):
        best.setdefault(each.ssyk, each)
    return list(best.values())


def _beginning_right(typed: str, language: str) -> Iterator[Found]:
    """Find the titles that hold the typed letters, and the groups that they are a word for."""
    for folded, known in _folded_titles():
        if typed in folded:
            rank = _rank(folded, typed)
            if rank:
                yield _found(known, rank + _ease(folded, known, typed), language)
    for known in _telling().get(typed, ()):
        yield Found(known.group.ssyk, label_of(known.group, language), TELLING)


def _spelt_nearly(typed: str, language: str) -> Iterator[Found]:
    """Find the titles whose beginning, about as long as what is typed, is spelt nearly like it."""
    beginnings = [folded[: len(typed) + 1] for folded, _ in _folded_titles()]
    near = process.extract(
        typed,
        beginnings,
        scorer=fuzz.ratio,
        score_cutoff=LEAST_LIKENESS,
        limit=MOST_NEAR_TITLES,
    )
    for _beginning, likeness, place in near:
        folded, known = _folded_titles()[place]
        yield _found(known, NEARLY * likeness / 100 + _ease(folded, known, typed) / 2, language)


def _found(known: KnownTitle, score: float, language: str) -> Found:
    sure = min(WHOLE, score)
    if known.language != language:
        sure *= FOREIGN_WHOLE if sure == WHOLE else FOREIGN
    return Found(known.group.ssyk, known.title, round(sure, 4))


def _rank(title: str, typed: str) -> float:
    if title == typed:
        return WHOLE
    if title.startswith(typed):
        return BEGINNING
    if f" {typed}" in title:
        return LATER_WORD
    if len(typed) < SHORTEST_PART:
        return 0
    return LAST_PART if f"{typed} " in f"{title} " else INSIDE


def _ease(title: str, known: KnownTitle, typed: str) -> float:
    usual = 1 / (1 + known.order)
    return EASE * (usual + min(1, len(typed) / len(title))) / 2


@cache
def _folded_titles() -> tuple[tuple[str, KnownTitle], ...]:
    return tuple((fold(known.title), known) for known in titles())


@cache
def _telling() -> Mapping[str, tuple[KnownTitle, ...]]:
    return by_spelling(telling_words())
