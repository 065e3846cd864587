"""Would-be winners, the highest totals first: rules are asked, and the best are kept."""

import numpy as np
from numpy.typing import NDArray

from matching import points
from matching.engine.heap import keep
from matching.engine.layout import Most, Seekers, Segment, Winners
from matching.tables import ASKED_BITS, EXCLUDED
from reference.compiling import compiled, inlined

for_each_met = inlined(points.for_each_met)

Sums = NDArray[np.int32]
MET = (1 << ASKED_BITS) - 1
BAND = 64


@inlined
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


@inlined
def highest(totals: Sums) -> int:
    """Return the highest total; numpy's own maximum takes longer to compile than all of this."""
    found = int(totals[0])
    for at in range(1, len(totals)):
        found = max(found, int(totals[at]))
    return found


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
    high = highest(totals)
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
