"""From profiles to the arrays that the kernel reads."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.engine.headlines import Headlines
from matching.engine.layout import OUT, Most, Seekers
from matching.engine.segments import ASKED, BY_PLACE, GROUP_NUMBER
from matching.profile import Profile
from matching.query import Query
from matching.rules import RULES
from matching.tables import EXCLUDED, Tables

OF_PLACE = [RULES.index(rule) for rule in BY_PLACE]
OF_ASKED = [RULES.index(rule) for rule in ASKED]


class Arena:
    """Arrays end to end, each laid down once however often it is asked for."""

    def __init__(self) -> None:
        self._at: dict[int, int] = {}
        self._size = 0
        self.arrays: list[NDArray[Any]] = []

    def place(self, array: NDArray[Any]) -> int:
        """Return where an array begins."""
        at = self._at.get(id(array))
        if at is None:
            at = self._at[id(array)] = self._size
            self._size += len(array)
            self.arrays.append(array)
        return at

    def laid(self, kind: type[np.generic]) -> NDArray[Any]:
        """Return all of them in one piece."""
        return np.concatenate([*self.arrays, np.empty(0, dtype=kind)], dtype=kind)


def seekers_of(
    pairs: Sequence[tuple[Profile, Query]],
    headlines: Headlines,
    tables: Tables,
    regions: NDArray[np.int32],
    most: Most,
) -> Seekers:
    """Arrange seekers for a segment; `regions` has the region of each number of a place."""
    profiles, queries = [profile for profile, _query in pairs], [query for _profile, query in pairs]
    works = _in_rows(partial(_work_points, tables=tables), profiles)
    places = _in_rows(partial(_place_points, tables=tables), profiles)
    cells = Arena()
    cells_at = [[cells.place(tables.rules[at](each)) for at in OF_ASKED] for each in profiles]
    allowed = np.zeros((len(pairs), int(regions.max(initial=-1)) + 1), dtype=bool)
    for seeker, at_place in enumerate(places):
        allowed[seeker, regions[at_place >= 0]] = True
    return Seekers(
        allowed,
        _bests(queries, places, most),
        np.arange(len(pairs)) * works.shape[1],
        works.ravel(),
        np.arange(len(pairs)) * places.shape[1],
        places.ravel(),
        np.array(cells_at, dtype=np.int64).reshape(len(pairs), len(OF_ASKED)),
        cells.laid(np.int32),
        *_words(queries),
        *_phrases(queries, headlines),
    )


def _in_rows(
    points_for: Callable[[Profile], NDArray[np.int16]], profiles: Sequence[Profile]
) -> NDArray[np.int32]:
    """Ask for every seeker's points and write them down at once, a row each: none lie twice."""
    width = len(points_for(profiles[0])) if profiles else 0
    rows = np.empty((len(profiles), width), dtype=np.int32)
    for row, profile in zip(rows, profiles, strict=True):
        row[:] = points_for(profile)
    return rows


def _work_points(profile: Profile, tables: Tables) -> NDArray[np.int16]:
    """Add up what the work gives."""
    return tables.points["occupation"](profile) + tables.points["experience"](profile)


def _place_points(profile: Profile, tables: Tables) -> NDArray[np.int16]:
    """Give the points of places, and `OUT` where a rule excludes them."""
    outside = np.logical_or(*(tables.rules[at](profile) == EXCLUDED for at in OF_PLACE))
    return np.where(outside, np.int16(OUT), tables.points["distance"](profile))


def _bests(queries: Sequence[Query], by_place: NDArray[np.int32], most: Most) -> Any:
    """Bound what place, words and skills may give each seeker together."""
    bests = [
        max(0, int(at_place.max(initial=0)))
        + most.text * bool(len(query.terms))
        + most.skills * bool(len(query.skills))
        + most.wish * bool(query.phrases or query.titles)
        for query, at_place in zip(queries, by_place, strict=True)
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


def _phrases(queries: Sequence[Query], headlines: Headlines) -> tuple[NDArray[Any], ...]:
    """Lay out the phrases' hits, each phrase's once."""
    numbers: dict[Any, int] = {}
    told = [numbers.setdefault(each, len(numbers)) for query in queries for each in query.phrases]
    hits = [headlines.hits(phrase) for phrase in numbers]
    return (
        _starts(len(query.phrases) for query in queries),
        np.array(told, dtype=np.int32),
        _starts(len(rows) for rows, _shares in hits),
        _laid((rows for rows, _shares in hits), np.int32),
        _laid((shares for _rows, shares in hits), np.int16),
    )


def _starts(sizes: Iterable[int]) -> NDArray[np.int64]:
    return np.cumsum([0, *sizes], dtype=np.int64)


def _laid(arrays: Iterable[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    return np.concatenate([*arrays, np.empty(0, dtype=kind)], dtype=kind, casting="same_kind")
