"""Each seeker's winners as a binary heap with the worst on top; of equal scores the later id.

J. W. J. Williams, "Algorithm 232: Heapsort", Communications of the ACM 7 (1964).
"""

import numpy as np
from numpy.typing import NDArray

from reference.compiling import compiled, inlined

Row = NDArray[np.int32]


@inlined
def is_worse(rows: Row, scores: Row, order: Row, one: int, other: int) -> bool:
    """Tell whether one winner comes after another."""
    if scores[one] != scores[other]:
        return bool(scores[one] < scores[other])
    return bool(order[rows[one]] > order[rows[other]])


@inlined
def swap(rows: Row, scores: Row, one: int, other: int) -> None:
    """Let two winners change places."""
    rows[one], rows[other] = rows[other], rows[one]
    scores[one], scores[other] = scores[other], scores[one]


@compiled
def sink(rows: Row, scores: Row, order: Row, size: int) -> None:
    """Let the winner on top sink below those that are worse."""
    at = 0
    while True:
        worst = at
        for child in range(2 * at + 1, min(2 * at + 3, size)):
            if is_worse(rows, scores, order, child, worst):
                worst = child
        if worst == at:
            return
        swap(rows, scores, at, worst)
        at = worst


@compiled
def keep(rows: Row, scores: Row, order: Row, size: int, row: int, score: int) -> int:
    """Take a row in, for the worst where there is no room; return how many there are."""
    if size == len(rows):
        if score < scores[0] or (score == scores[0] and order[row] > order[rows[0]]):
            return size
        rows[0], scores[0] = row, score
        sink(rows, scores, order, size)
        return size
    rows[size], scores[size] = row, score
    at = size
    while at and is_worse(rows, scores, order, at, (at - 1) >> 1):
        swap(rows, scores, at, (at - 1) >> 1)
        at = (at - 1) >> 1
    return size + 1


@compiled
def sort(rows: Row, scores: Row, order: Row, size: int) -> None:
    """Put the winners in order, the best first."""
    for last in range(size - 1, 0, -1):
        swap(rows, scores, 0, last)
        sink(rows, scores, order, last)
