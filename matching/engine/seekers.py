"""From profiles to the arrays that the kernel reads."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.engine.headlines import Headlines
from matching.engine.layout import OUT, Hits, Most, Seekers
from matching.engine.segments import ASKED, BY_PLACE, GROUP_NUMBER
from matching.profile import Profile
from matching.query import Phrase, Query
from matching.rules import RULES
from matching.tables import EXCLUDED, Table, Tables

OF_PLACE = [RULES.index(rule) for rule in BY_PLACE]
OF_ASKED = [RULES.index(rule) for rule in ASKED]


def seekers_of(
    pairs: Sequence[tuple[Profile, Query]],
    tables: Tables,
    regions: NDArray[np.int32],
    most: Most,
) -> Seekers:
    """Arrange seekers; `regions` has the region of each number of a place."""
    profiles, queries = [profile for profile, _query in pairs], [query for _profile, query in pairs]
    works, places = _work_points(profiles, tables), _place_points(profiles, tables)
    return Seekers(
        _allowed(places, regions),
        np.maximum(0, places.max(axis=1, initial=0)) + _bests(queries, most),
        np.arange(len(pairs)) * works.shape[1],
        works.ravel(),
        np.arange(len(pairs)) * places.shape[1],
        places.ravel(),
        *_cells(profiles, tables),
        *_words(queries),
    )


def hits_of(queries: Iterable[Query], headlines: Headlines) -> Hits:
    """Find seekers' phrases in the headlines of a segment, each phrase once."""
    numbers: dict[Phrase, int] = {}
    told = [[numbers.setdefault(each, len(numbers)) for each in query.phrases] for query in queries]
    hits = [headlines.hits(phrase) for phrase in numbers]
    return Hits(
        _starts(map(len, told)),
        np.array([*chain.from_iterable(told)], dtype=np.int32),
        _starts(len(rows) for rows, _shares in hits),
        _laid((rows for rows, _shares in hits), np.int32),
        _laid((shares for _rows, shares in hits), np.int16),
    )


def _rows(table: Table[Any], profiles: Sequence[Profile]) -> NDArray[Any]:
    """Ask for every seeker's answers, a row each."""
    answers, whose = table.each(profiles)
    if len(answers) == 1 == len(profiles):
        return answers[0][np.newaxis]
    return np.concatenate(answers).reshape(len(answers), -1)[whose]


def _work_points(profiles: Sequence[Profile], tables: Tables) -> NDArray[np.int32]:
    """Add up what the work gives, shape (p, works)."""
    wanted = _rows(tables.points["occupation"], profiles)
    points: NDArray[np.int32] = wanted.astype(np.int32)
    points += _rows(tables.points["experience"], profiles)
    return points


def _place_points(profiles: Sequence[Profile], tables: Tables) -> NDArray[np.int32]:
    """Give the points of places, `OUT` where a rule excludes them; shape (p, places)."""
    points = _rows(tables.points["distance"], profiles).astype(np.int32)
    for at in OF_PLACE:
        np.copyto(points, OUT, where=_rows(tables.rules[at], profiles) == EXCLUDED)
    return points


def _allowed(places: NDArray[np.int32], regions: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Tell in which regions each seeker has a place that no rule excludes, shape (p, regions)."""
    allowed = np.zeros((len(places), int(regions.max(initial=-1)) + 1), dtype=bool)
    seekers, there = np.nonzero(places[:, : len(regions)] >= 0)
    allowed[seekers, regions[there]] = True
    return allowed


def _cells(profiles: Sequence[Profile], tables: Tables) -> tuple[NDArray[Any], ...]:
    """Lay out the cells of all other rules, and tell where each seeker's begin."""
    cells, size = list[NDArray[np.int32]](), 0
    starts = np.empty((len(profiles), len(OF_ASKED)), dtype=np.int64)
    for column, at in enumerate(OF_ASKED):
        answers, whose = tables.rules[at].each(profiles)
        starts[:, column] = [size + len(answers[0]) * place for place in whose]
        size += len(answers[0]) * len(answers)
        cells += answers
    return starts, np.concatenate(cells)


def _bests(queries: Sequence[Query], most: Most) -> NDArray[np.int32]:
    """Bound what words and skills may give each seeker together."""
    bests = [
        most.text * bool(len(query.terms))
        + most.skills * bool(len(query.skills))
        + most.wish * bool(query.phrases or query.titles)
        for query in queries
    ]
    return np.array(bests, dtype=np.int32)


def _words(queries: Sequence[Query]) -> tuple[NDArray[Any], ...]:
    """Lay out terms, skills and usual titles."""
    return (
        _starts(len(query.terms) for query in queries),
        _laid((query.terms for query in queries), np.int32),
        _laid((query.weights for query in queries), np.int32),
        _starts(len(query.skills) for query in queries),
        _laid((query.skills for query in queries), np.int32),
        _starts(len(query.titles) for query in queries),
        np.array([GROUP_NUMBER[ssyk] for query in queries for ssyk in query.titles], np.int32),
        np.array([worth for query in queries for worth in query.titles.values()], np.int32),
    )


def _starts(sizes: Iterable[int]) -> NDArray[np.int64]:
    return np.cumsum([0, *sizes], dtype=np.int64)


def _laid(arrays: Iterable[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    return np.concatenate([*arrays, np.empty(0, dtype=kind)], dtype=kind, casting="same_kind")
