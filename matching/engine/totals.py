"""The sums of points for the rows of one block, but for what rules take away."""

import numpy as np
from numpy.typing import NDArray

from matching import points
from matching.engine.layout import Most, Seekers, Segment, Today
from reference.compiling import compiled, inlined

for_text = inlined(points.for_text)

Sums = NDArray[np.int32]
NOTHING = -1


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
