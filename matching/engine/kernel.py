"""One pass over blocks and seekers: add up points, and keep each seeker's best.

The outer loop goes over blocks, so that one block's postings stay near while all seekers are
taken through it. Rules of the seeker's own are asked only about would-be winners. What is
written here with loops is `matching.answers`; the formulas of points are the same functions.
"""

import numpy as np
from numpy.typing import NDArray

from matching.engine.adding import add_phrases, add_skills, add_texts
from matching.engine.collecting import collect
from matching.engine.heap import sort
from matching.engine.layout import LARGEST, Hits, Most, Seekers, Segment, Today, Winners
from matching.engine.promise import may_win, missing_without_work, promising
from matching.engine.totals import NOTHING, add_up
from reference.compiling import compiled


@compiled
def rank(
    segment: Segment,
    today: Today,
    seekers: Seekers,
    hits: Hits,
    most: Most,
    winners: Winners,
) -> None:
    """Find the winners of every seeker.

    Each seeker begins with her most promising block: it raises the floor for all others.
    """
    room = np.zeros((5, LARGEST), np.int32)
    firsts = np.empty(len(seekers.work_at), np.int32)
    for seeker in range(len(seekers.work_at)):
        firsts[seeker] = promising(segment, seekers, seeker)
    for turn in range(2):
        for block in range(len(segment.block_regions)):
            region = segment.block_regions[block]
            for seeker in range(len(seekers.work_at)):
                if seekers.allowed[seeker, region] and (firsts[seeker] == block) == (turn == 0):
                    rank_block(segment, today, seekers, hits, most, winners, block, seeker, room)
    for seeker in range(len(seekers.work_at)):
        size = winners.found[seeker]
        sort(winners.rows[seeker], winners.scores[seeker], segment.order, size)


@compiled
def rank_block(
    segment: Segment,
    today: Today,
    seekers: Seekers,
    hits: Hits,
    most: Most,
    winners: Winners,
    block: int,
    seeker: int,
    room: NDArray[np.int32],
) -> None:
    """Take one seeker through one block, unless nothing there can win."""
    missing = missing_without_work(today, seekers, winners, block, seeker)
    if not may_win(segment, seekers, block, seeker, missing):
        return
    size = segment.block_starts[block + 1] - segment.block_starts[block]
    totals, likeness, others = room[0, :size], room[1, :size], room[2, :size]
    likeness[:] = 0
    others[:] = 0
    totals[:] = NOTHING
    add_texts(segment, seekers, block, seeker, likeness)
    add_phrases(segment, seekers, hits, most, block, seeker, others)
    add_skills(segment, seekers, most, block, seeker, room[3], room[4], others)
    add_up(segment, today, seekers, most, block, seeker, missing, totals, likeness, others)
    collect(segment, seekers, most, winners, block, seeker, totals)
