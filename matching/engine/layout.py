"""How a segment lies in memory or in a file, and how seekers are handed to the kernel: arrays only.

Rows are vacancies in the order of region, then work. A block is a stretch of at most `LARGEST`
rows of one region, a run a stretch of rows of one work within a block.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

LARGEST = 4096
OUT = -20_000
"""Points that no sum of others makes up for: what is excluded for everybody, or by its place."""


class Segment(NamedTuple):
    """Some vacancies. Where something lies for k is from `…_starts[k]` up to `…_starts[k + 1]`.

    `works`, `places` and the columns of `asked` are numbers of facts; `order` ranks the ids.
    A term has postings in some blocks (`term_blocks`): where they start and how many there are;
    `holders` are rows within the block. `needed` and `spoken` belong to `skill_rows`.
    """

    order: NDArray[np.int32]
    works: NDArray[np.uint16]
    places: NDArray[np.uint16]
    asked: NDArray[np.int32]
    block_starts: NDArray[np.int32]
    block_regions: NDArray[np.int32]
    block_runs: NDArray[np.int32]
    run_starts: NDArray[np.int32]
    run_works: NDArray[np.int32]
    term_starts: NDArray[np.int32]
    term_blocks: NDArray[np.uint16]
    posting_starts: NDArray[np.uint32]
    posting_sizes: NDArray[np.uint16]
    holders: NDArray[np.uint16]
    weights: NDArray[np.uint8]
    skill_starts: NDArray[np.int64]
    skill_rows: NDArray[np.int32]
    needed: NDArray[np.int16]
    spoken: NDArray[np.int16]
    title_starts: NDArray[np.int64]
    title_rows: NDArray[np.int32]
    title_shares: NDArray[np.int16]


class Today(NamedTuple):
    """What is the same for everybody on one day: points of each row (`OUT` if excluded).

    They hold the most that requirements can give, where any are asked. `block_bests` are the
    highest in each block.
    """

    points: NDArray[np.int16]
    block_bests: NDArray[np.int32]


class Seekers(NamedTuple):
    """p seekers: where their tables begin, and what they look for, in stretches.

    `allowed` has a flag for each seeker and region; `bests` the most that a place, and that
    words and skills, may give each.
    """

    allowed: NDArray[np.bool_]
    bests: NDArray[np.int32]
    work_at: NDArray[np.int64]
    work_points: NDArray[np.int32]
    place_at: NDArray[np.int64]
    place_points: NDArray[np.int32]
    cells_at: NDArray[np.int64]
    cells: NDArray[np.int32]
    term_starts: NDArray[np.int64]
    terms: NDArray[np.int32]
    weights: NDArray[np.int32]
    skill_starts: NDArray[np.int64]
    skills: NDArray[np.int32]
    title_starts: NDArray[np.int64]
    titles: NDArray[np.int32]
    title_worth: NDArray[np.int32]


class Hits(NamedTuple):
    """Each seeker's phrases by number, and the rows of a segment that hold enough of a phrase."""

    phrase_starts: NDArray[np.int64]
    phrases: NDArray[np.int32]
    hit_starts: NDArray[np.int64]
    hit_rows: NDArray[np.int32]
    hit_shares: NDArray[np.int16]


class Most(NamedTuple):
    """The most points that each of these may give."""

    text: int
    skills: int
    wish: int
    requirements: int


class Winners(NamedTuple):
    """The best rows for each of p seekers and their scores, shape (p, k), and how many."""

    rows: NDArray[np.int32]
    scores: NDArray[np.int32]
    found: NDArray[np.int64]
