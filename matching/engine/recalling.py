"""Vacancies read back out of a segment, just as they were read from the ads, to explain them.

A block is read back at once: its postings lie side by side, and turning them around takes less
time than reading one of its ads again.
"""

from collections import defaultdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.columns import COLUMNS
from matching.comparisons.work import WORK
from matching.engine.headlines import Headlines
from matching.engine.layout import Segment
from matching.engine.segments import ASKED, COMMON_COLUMNS
from matching.index import Index
from matching.rows import Rows
from matching.rules.places import PLACE

ASKED_COLUMNS = tuple(rule.column.name for rule in ASKED)


def recalled(
    segment: Segment, common: NDArray[np.int32], headlines: Headlines, block: int
) -> Index:
    """Read back the vacancies of one block, in the order of their rows."""
    start, stop = segment.block_starts[block : block + 2].tolist()
    rows = slice(start, stop)
    facts = [_column(segment, common, name)[rows] for name in COLUMNS]
    return Index(
        np.stack(facts, axis=1).astype(np.int32),
        _texts(segment, block, stop - start),
        _skills(segment, start, stop),
        _headlines(headlines, start, stop),
    )


def _column(segment: Segment, common: NDArray[np.int32], name: str) -> NDArray[Any]:
    """Return the numbers of one column's facts, by row."""
    if name == WORK.name:
        return segment.works
    if name == PLACE.name:
        return segment.places
    if name in ASKED_COLUMNS:
        return segment.asked[:, ASKED_COLUMNS.index(name)]
    return common[:, COMMON_COLUMNS.index(name)]


def _texts(segment: Segment, block: int, n: int) -> Rows[np.uint8]:
    """Turn the postings of one block back into rows of terms."""
    lists = np.flatnonzero(segment.term_blocks == block)
    sizes = segment.posting_sizes[lists].astype(np.int64)
    first = int(segment.posting_starts[lists[0]]) if len(lists) else 0
    of_block = slice(first, first + int(sizes.sum()))
    terms = np.searchsorted(segment.term_starts, lists, side="right") - 1
    holders = segment.holders[of_block]
    order = np.argsort(holders, kind="stable")
    ends = np.cumsum(np.bincount(holders, minlength=n))
    keys = np.repeat(terms, sizes)[order].astype(np.int32)
    return Rows(_from_zero(ends), keys, segment.weights[of_block][order])


def _skills(segment: Segment, start: int, stop: int) -> Rows[np.int16]:
    """Turn rows by skill back into skills by row, for a stretch of rows."""
    at = np.flatnonzero((segment.skill_rows >= start) & (segment.skill_rows < stop))
    skills = np.searchsorted(segment.skill_starts, at, side="right") - 1
    values = np.stack([segment.needed[at], segment.spoken[at]], axis=1)
    return Rows.of(segment.skill_rows[at] - start, skills, values, stop - start)


def _headlines(headlines: Headlines, start: int, stop: int) -> tuple[frozenset[str], ...]:
    """Gather the words of a stretch of headlines."""
    at = np.flatnonzero((headlines.rows >= start) & (headlines.rows < stop))
    numbers = (np.searchsorted(headlines.starts, at, side="right") - 1).tolist()
    words = {number: headlines.words.words[number] for number in set(numbers)}
    found = defaultdict[int, list[str]](list)
    for row, number in zip((headlines.rows[at] - start).tolist(), numbers, strict=True):
        found[row].append(words[number])
    return tuple(frozenset(found[row]) for row in range(stop - start))


def _from_zero(ends: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([[0], ends]).astype(np.int64)
