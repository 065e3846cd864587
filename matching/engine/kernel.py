"""One pass over blocks and seekers: add up points, and keep each seeker's best.

The outer loop goes over blocks, so that one block's postings stay near while all seekers are
taken through it. Rules of the seeker's own are asked only about would-be winners. What is
written here with loops is `matching.answers`; the formulas of points are the same functions.
"""

import numpy as np
from numpy.typing import NDArray

from matching import points
from matching.engine.adding import add_phrases, add_skills, add_texts
from matching.engine.heap import keep, sort
from matching.engine.layout import LARGEST, Most, Seekers, Segment, Today, Winners
from matching.tables import ASKED_BITS, EXCLUDED
from reference.compiling import compiled

for_text = compiled(points.for_text)
for_each_met = compiled(points.for_each_met)

Sums = NDArray[np.int32]
MET = (1 << ASKED_BITS) - 1
NOTHING = -1
BAND = 64


@compiled
def rank(
    segment: Segment,
    today: Today,
    seekers: Seekers,
    most: Most,
    winners: Winners,
    part: int,
    parts: int,
) -> None:
    """Find the winners of every `parts`th seeker from `part` on.

    Each seeker begins with her most promising block: it raises the floor for all others.
    """
    room = np.zeros((5, LARGEST), np.int32)
    firsts = np.empty(len(seekers.work_at), np.int32)
    for seeker in range(part, len(seekers.work_at), parts):
        firsts[seeker] = promising(segment, seekers, seeker)
    for turn in range(2):
        for block in range(len(segment.block_regions)):
            region = segment.block_regions[block]
            for seeker in range(part, len(seekers.work_at), parts):
                if seekers.allowed[seeker, region] and (firsts[seeker] == block) == (turn == 0):
                    rank_block(segment, today, seekers, most, winners, block, seeker, room)
    for seeker in range(part, len(seekers.work_at), parts):
        size = winners.found[seeker]
        sort(winners.rows[seeker], winners.scores[seeker], segment.order, size)


@compiled
def promising(segment: Segment, seekers: Seekers, seeker: int) -> int:
    """Return the block with the most work that the seeker wants, weighed by how much she does."""
    best, block_of_best = 0, -1
    at = seekers.work_at[seeker]
    for block in range(len(segment.block_regions)):
        if seekers.allowed[seeker, segment.block_regions[block]]:
            promise = 0
            for run in range(segment.block_runs[block], segment.block_runs[block + 1]):
                points = seekers.work_points[at + segment.run_works[run]]
                rows = segment.run_starts[run + 1] - segment.run_starts[run]
                promise += rows * points * points
            if promise > best:
                best, block_of_best = promise, block
    return block_of_best


@compiled
def rank_block(
    segment: Segment,
    today: Today,
    seekers: Seekers,
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
    add_phrases(segment, seekers, most, block, seeker, others)
    add_skills(segment, seekers, most, block, seeker, room[3], room[4], others)
    add_up(segment, today, seekers, most, block, seeker, missing, totals, likeness, others)
    collect(segment, seekers, most, winners, block, seeker, totals)


@compiled
def missing_without_work(
    today: Today, seekers: Seekers, winners: Winners, block: int, seeker: int
) -> int:
    """Return what is missing to win, even with the most that anything but the work may give."""
    full = winners.found[seeker] == winners.rows.shape[1]
    floor = int(winners.scores[seeker, 0]) if full else 0
    return floor - int(today.block_bests[block] + seekers.bests[seeker])


@compiled
def may_win(segment: Segment, seekers: Seekers, block: int, seeker: int, missing: int) -> bool:
    """Tell whether the best work in a block could be enough."""
    at = seekers.work_at[seeker]
    for run in range(segment.block_runs[block], segment.block_runs[block + 1]):
        if seekers.work_points[at + segment.run_works[run]] >= missing:
            return True
    return False


@compiled
def add_up(
    segment: Segment,
    today: Today,
    seekers: Seekers,
    most: Most,
    block: int,
    seeker: int,
    missing: int,
    totals: Sums,
    likeness: Sums,
    others: Sums,
) -> None:
    """Add up the rows of a block whose work may be enough, in stretches as long as can be."""
    start, last = segment.block_starts[block], segment.block_runs[block + 1]
    work_at, place_at = seekers.work_at[seeker], seekers.place_at[seeker]
    run = segment.block_runs[block]
    while run < last:
        first = run
        while run < last and seekers.work_points[work_at + segment.run_works[run]] >= missing:
            run += 1
        if run > first:
            one, other = segment.run_starts[first], segment.run_starts[run]
            add_stretch(
                totals[one - start : other - start],
                likeness[one - start : other - start],
                others[one - start : other - start],
                today.points[one:other],
                segment.works[one:other],
                seekers.work_points[work_at:],
                segment.places[one:other],
                seekers.place_points[place_at:],
                most.text,
            )
        run += 1


@compiled
def add_stretch(
    totals: Sums,
    likeness: Sums,
    others: Sums,
    common: NDArray[np.int16],
    works: NDArray[np.uint16],
    work_points: NDArray[np.int32],
    places: NDArray[np.uint16],
    place_points: NDArray[np.int32],
    most: int,
) -> None:
    """Add up some rows: a loop without branches, which the machine takes many rows at a time."""
    for row in range(len(works)):
        total = common[row] + others[row] + for_text(likeness[row], most)
        totals[row] = total + work_points[works[row]] + place_points[places[row]]


@compiled
def collect(
    segment: Segment,
    seekers: Seekers,
    most: Most,
    winners: Winners,
    block: int,
    seeker: int,
    totals: Sums,
) -> None:
    """Ask the rules about each row that may win, and keep it if it wins.

    The highest totals are taken first, a band at a time: they raise the floor for all others.
    """
    start = segment.block_starts[block]
    rows, scores = winners.rows[seeker], winners.scores[seeker]
    size = winners.found[seeker]
    floor = scores[0] if size == len(rows) else 0
    high = totals.max()
    while high >= floor:
        low = max(floor, high - BAND + 1)
        for at in range(len(totals)):
            if low <= totals[at] <= high:
                row = start + at
                score = ask_rules(segment, seekers, most.requirements, row, seeker, totals[at])
                if score >= floor:
                    size = keep(rows, scores, segment.order, size, row, score)
                    if size == len(rows):
                        floor = scores[0]
        high = low - 1
    winners.found[seeker] = size


@compiled
def ask_rules(
    segment: Segment, seekers: Seekers, most: int, row: int, seeker: int, score: int
) -> int:
    """Return the score with what was met in place of what might be, or -1 where a rule excludes."""
    found = 0
    for rule in range(segment.asked.shape[1]):
        cell = seekers.cells[seekers.cells_at[seeker, rule] + segment.asked[row, rule]]
        if cell == EXCLUDED:
            return -1
        found += cell
    asked, met = found >> ASKED_BITS, found & MET
    return score - most * (asked > 0) + for_each_met(asked, most) * met
