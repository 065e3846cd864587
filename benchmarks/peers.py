"""Other ways to the same ranking, and to its text part alone, each as good as it plainly gets.

All of them use the same whole numbers as the engine: sums of products below 2²⁴ are exact in
float32 too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from sklearn.metrics.pairwise import linear_kernel

from matching import points
from matching.answers import MET
from matching.columns import PLACE_OF
from matching.comparisons import BY_FACT
from matching.comparisons.wish import OWN_WORDS
from matching.engine.engine import Engine, Pairs
from matching.engine.held import Held
from matching.engine.segments import GROUP_NUMBER, id_ranks
from matching.index import Index
from matching.profile import Profile
from matching.query import Query
from matching.rows import Rows
from matching.rules import RULES
from matching.tables import ASKED_BITS, EXCLUDED

Floats = NDArray[np.float32]
Ranks = tuple[list[int], list[int]]

TOGETHER = 100


@dataclass(frozen=True, slots=True)
class Board:
    """All openings in the engine's order, as plain arrays and scipy's matrices."""

    columns: dict[str, NDArray[np.int32]]
    texts: csr_array
    needed: csr_array
    spoken: csr_array
    held: Held
    engine: Engine

    @classmethod
    def of(cls, engine: Engine, index: Index, ids: Sequence[str]) -> Self:
        """Lay out what the engine has taken in."""
        [held] = engine.held
        order = np.argsort(held.rows[id_ranks(ids)])
        index = index.taken(order)
        reader = engine.interpreter.reader
        columns = {name: np.ascontiguousarray(index.facts[:, at]) for name, at in PLACE_OF.items()}
        skills = len(reader.skills)
        return cls(
            columns,
            _matrix(index.texts, index.texts.values, len(reader.learnt.terms)),
            _matrix(index.skills, index.skills.values[:, 0], skills),
            _matrix(index.skills, index.skills.values[:, 1], skills),
            held,
            engine,
        )


def naive(board: Board, pairs: Pairs, limit: int) -> list[Ranks]:
    """Rank all openings for chunks of seekers: scikit-learn's products, filters by numpy."""
    ranked: list[Ranks] = []
    for at in range(0, len(pairs), TOGETHER):
        some = pairs[at : at + TOGETHER]
        queries = [query for _profile, query in some]
        likeness = linear_kernel(text_matrix(board, queries), board.texts)
        skills = skill_matrix(board, queries)
        needed = linear_kernel(skills, board.needed)
        spoken = linear_kernel(skills, board.spoken)
        for row, (profile, query) in enumerate(some):
            words = (likeness[row], needed[row], spoken[row])
            ranked.append(_ranked(board, profile, query, words, limit))
    return ranked


def _ranked(
    board: Board, profile: Profile, query: Query, words: tuple[Floats, ...], limit: int
) -> Ranks:
    """Add up all points of one seeker, leave out what is excluded, and take the best."""
    most, tables = board.engine.most, board.engine.tables
    likeness, needed, spoken = (each.astype(np.int64) for each in words)
    scores = points.for_text(likeness, most.text) + points.for_skills(needed, spoken, most.skills)
    scores += wishes(board, query, 0, len(scores))
    for name, each in BY_FACT.items():
        scores += tables.points[name](profile)[board.columns[each.column.name]]
    excluded, cells = np.zeros(len(scores), dtype=bool), np.zeros(len(scores), dtype=np.int64)
    for rule, table in zip(RULES, tables.rules, strict=True):
        found = table(profile)[board.columns[rule.column.name]]
        excluded |= found == EXCLUDED
        cells += found
    scores += points.for_each_met(cells >> ASKED_BITS, most.requirements) * (cells & MET)
    rows = np.flatnonzero(~excluded)
    return best(rows, scores[rows], board.held.segment.order, limit)


def best(rows: NDArray[Any], scores: NDArray[Any], order: NDArray[Any], limit: int) -> Ranks:
    """Take the best of some rows, equal ones by id."""
    if len(rows) > limit:
        least = np.partition(scores, len(scores) - limit)[len(scores) - limit]
        good = np.flatnonzero(scores >= least)
        rows, scores = rows[good], scores[good]
    first = np.lexsort((order[rows], -scores))[:limit]
    return rows[first].tolist(), scores[first].tolist()


def wishes(board: Board, query: Query, start: int, stop: int) -> NDArray[np.int64]:
    """Give a stretch of headlines the points of the phrase that each answers best."""
    found = np.zeros(stop - start, dtype=np.int64)
    for rows, shares, worth in _hits(board, query):
        one, other = np.searchsorted(rows, (start, stop))
        given: NDArray[np.int64] = points.for_phrase(
            shares[one:other].astype(np.int64), worth, board.engine.most.wish
        )
        there = rows[one:other] - start
        found[there] = np.maximum(found[there], given)
    return found


def _hits(board: Board, query: Query) -> Iterator[tuple[NDArray[Any], NDArray[Any], int]]:
    """Yield the headlines that hold each phrase, how much of it, and what it is worth."""
    segment = board.held.segment
    for phrase in query.phrases:
        yield *board.held.headlines.hits(phrase), OWN_WORDS
    for ssyk, worth in query.titles.items():
        group = GROUP_NUMBER[ssyk]
        held = slice(segment.title_starts[group], segment.title_starts[group + 1])
        yield segment.title_rows[held], segment.title_shares[held], worth


def text_matrix(board: Board, queries: Sequence[Query]) -> csr_array:
    """Make a matrix of seekers by terms."""
    starts = np.cumsum([0, *(len(query.terms) for query in queries)])
    terms = np.concatenate([query.terms for query in queries])
    weights = np.concatenate([query.weights for query in queries]).astype(np.float32)
    return csr_array((weights, terms, starts), shape=(len(queries), board.texts.shape[1]))


def skill_matrix(board: Board, queries: Sequence[Query]) -> csr_array:
    starts = np.cumsum([0, *(len(query.skills) for query in queries)])
    skills = np.concatenate([query.skills for query in queries])
    ones = np.ones(len(skills), dtype=np.float32)
    return csr_array((ones, skills, starts), shape=(len(queries), board.needed.shape[1]))


def _matrix(rows: Rows[Any], values: NDArray[Any], width: int) -> csr_array:
    shape = (len(rows.starts) - 1, width)
    return csr_array((values.astype(np.float32), rows.keys, rows.starts), shape=shape)
