"""What a block may hold for a seeker, before anything in it is looked at: bounds of the points."""

from matching.engine.layout import Seekers, Segment, Today, Winners
from reference.compiling import inlined


@inlined
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


@inlined
def missing_without_work(
    today: Today, seekers: Seekers, winners: Winners, block: int, seeker: int
) -> int:
    """Return what is missing to win, even with the most that anything but the work may give."""
    full = winners.found[seeker] == winners.rows.shape[1]
    floor = int(winners.scores[seeker, 0]) if full else 0
    return floor - int(today.block_bests[block] + seekers.bests[seeker])


@inlined
def may_win(segment: Segment, seekers: Seekers, block: int, seeker: int, missing: int) -> bool:
    """Tell whether the best work in a block could be enough."""
    at = seekers.work_at[seeker]
    for run in range(segment.block_runs[block], segment.block_runs[block + 1]):
        if seekers.work_points[at + segment.run_works[run]] >= missing:
            return True
    return False
