"""From vacancies as read to a segment as the kernel wants it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.columns import PLACE_OF, Registers
from matching.comparisons import BY_FACT
from matching.comparisons.work import WORK
from matching.engine.layout import LARGEST, Segment
from matching.index import Index
from matching.profile import nothing, the_day
from matching.query import Interpreter
from matching.rows import Rows
from matching.rules import RULES
from matching.rules.places import PLACE
from matching.titles import UsualTitles
from reference.occupations import groups

Order = NDArray[np.intp]

FOR_ALL = tuple(rule for rule in RULES if rule.asks_of in {nothing, the_day})
BY_PLACE = tuple(rule for rule in RULES if rule.column is PLACE)
ASKED = tuple(rule for rule in RULES if rule not in FOR_ALL + BY_PLACE)
"""Rules that say the same to everybody, those about the place, and all others."""

COMMON = tuple(name for name, each in BY_FACT.items() if each.asks_of in {nothing, the_day})
"""The comparisons that say the same of everybody."""

COMMON_COLUMNS = tuple(
    dict.fromkeys(
        [BY_FACT[name].column.name for name in COMMON] + [rule.column.name for rule in FOR_ALL]
    )
)
ROW, BLOCK = LARGEST.bit_length(), 44
"""From which bit on the term, and the block, stand in the number that postings are sorted by."""

GROUP_NUMBER = {group.ssyk: number for number, group in enumerate(groups())}


def in_order(
    index: Index, ids: Sequence[str], known: Registers, regions: NDArray[np.int32]
) -> Order:
    """Order rows by region, then work, place and id, whatever order they came in."""
    works = index.facts[:, PLACE_OF[WORK.name]]
    places = index.facts[:, PLACE_OF[PLACE.name]]
    keys = (
        id_ranks(ids),
        _ranks(known[PLACE.name].values)[places],
        _ranks(known[WORK.name].values)[works],
        regions[places],
    )
    return np.lexsort(keys)


def segment_of(
    index: Index, ids: Sequence[str], regions: NDArray[np.int32], interpreter: Interpreter
) -> Segment:
    """Arrange vacancies that are in order; `regions` has the region of each number of a place."""
    works = index.facts[:, PLACE_OF[WORK.name]].astype(np.uint16)
    places = index.facts[:, PLACE_OF[PLACE.name]].astype(np.uint16)
    blocks = _block_starts(regions[places])
    runs = np.union1d(blocks, 1 + np.flatnonzero(works[1:] != works[:-1])).astype(np.int32)
    asked = [PLACE_OF[rule.column.name] for rule in ASKED]
    segment = Segment(
        id_ranks(ids),
        works,
        places,
        np.ascontiguousarray(index.facts[:, asked]),
        blocks,
        regions[places[blocks[:-1]]],
        np.searchsorted(runs, blocks).astype(np.int32),
        runs,
        works[runs[:-1]].astype(np.int32),
        *_postings(index.texts, blocks, len(interpreter.reader.learnt.terms)),
        *_skills(index.skills),
        *_titles(index.headlines, interpreter.usual),
    )
    for array in segment:
        array.flags.writeable = False  # as in a file: the kernel is compiled once for both
    return segment


def id_ranks(ids: Sequence[str]) -> NDArray[np.int32]:
    """Return the place of each id among them all in order."""
    ranks = np.empty(len(ids), dtype=np.int32)
    ranks[sorted(range(len(ids)), key=ids.__getitem__)] = np.arange(len(ids))
    return ranks


def _block_starts(regions: NDArray[np.int32]) -> NDArray[np.int32]:
    """Divide rows where the region changes, and where a block would be too large."""
    edges = [0, *(1 + np.flatnonzero(np.diff(regions))).tolist(), len(regions)]
    starts = [at for one, other in pairwise(edges) for at in range(one, other, LARGEST)]
    return np.array([*starts, len(regions)], dtype=np.int32)


def _ranks(values: Sequence[Any]) -> NDArray[np.int32]:
    """Rank facts that may hold nothing in places, which goes first."""
    keys = [tuple((part is not None, str(part)) for part in value) for value in values]
    ranks = np.empty(len(values), dtype=np.int32)
    ranks[sorted(range(len(values)), key=keys.__getitem__)] = np.arange(len(values))
    return ranks


def _postings(
    texts: Rows[np.uint8], blocks: NDArray[np.int32], terms: int
) -> tuple[NDArray[Any], ...]:
    """Turn rows of terms into postings, block after block, and tell where each term's are."""
    rows = texts.row_of
    block_of = np.repeat(np.arange(len(blocks) - 1), np.diff(blocks))[rows]
    rows_within = rows - blocks[block_of]
    order = np.argsort((block_of << BLOCK) | (texts.keys.astype(np.int64) << ROW) | rows_within)
    of_block, of_term = block_of[order], texts.keys[order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (of_block[1:] != of_block[:-1]) | (of_term[1:] != of_term[:-1])
    firsts = np.flatnonzero(new)
    by_term = np.argsort(of_term[firsts], kind="stable")
    sizes = np.diff(np.append(firsts, len(order)))
    return (
        np.searchsorted(of_term[firsts][by_term], np.arange(terms + 1)).astype(np.int32),
        of_block[firsts][by_term].astype(np.uint16),
        firsts[by_term].astype(np.uint32),
        sizes[by_term].astype(np.uint16),
        rows_within[order].astype(np.uint16),
        texts.values[order],
    )


def _skills(skills: Rows[np.int16]) -> tuple[NDArray[Any], ...]:
    """Turn rows of skills into rows by skill."""
    rows = skills.row_of
    by_skill = Rows.of(skills.keys, rows, skills.values, int(skills.keys.max(initial=-1)) + 1)
    needed, spoken = by_skill.values.T
    return by_skill.starts, by_skill.keys, needed.copy(), spoken.copy()


def _titles(headlines: Sequence[frozenset[str]], usual: UsualTitles) -> tuple[NDArray[Any], ...]:
    """List the headlines that hold a usual title of each group, and how much of it."""
    found = [
        (GROUP_NUMBER[ssyk], row, answer.share)
        for row, words in enumerate(headlines)
        for ssyk, answer in usual.within(words).items()
    ]
    numbers, rows, shares = np.array(found, dtype=np.int64).reshape(-1, 3).T
    by_group = Rows.of(numbers, rows, shares.astype(np.int16), len(GROUP_NUMBER))
    return by_group.starts, by_group.keys, by_group.values
