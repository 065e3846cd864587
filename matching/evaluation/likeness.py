"""How alike two rankings of the same things are."""

from collections.abc import Sequence

PERSISTENCE = 0.9
"""How likely a reader is to go on to the next place: then the first ten weigh about 86 %."""


def overlap_at(k: int, one: Sequence[str], other: Sequence[str]) -> float:
    """Return the share of the first k places that hold the same things, in whatever order.

    Of two short rankings the longer counts. Where both are empty, they are alike, and it is 1.
    Raises `ValueError` when k is below 1.
    """
    if k < 1:
        raise ValueError(f"k is {k}, and must be at least 1.")
    first, second = set(one[:k]), set(other[:k])
    return len(first & second) / max(len(first), len(second)) if first or second else 1.0


def rank_biased_overlap(one: Sequence[str], other: Sequence[str], p: float = PERSISTENCE) -> float:
    """Return how alike two rankings are, the first places weighing most: 1 if the same, 0 if apart.

    Unlike a correlation it needs neither the same things nor the same length in both. What is
    beyond the end is taken to agree as the last place does (RBO_EXT, equation 32). W. Webber,
    A. Moffat and J. Zobel, "A similarity measure for indefinite rankings", ACM Transactions on
    Information Systems 28 (2010). Raises `ValueError` when p is not between 0 and 1.
    """
    if not 0 < p < 1:
        raise ValueError(f"p is {p}, and must lie between 0 and 1.")
    short, long = sorted((one, other), key=len)
    if not short:
        return float(not long)
    common = _common(short, long)
    at_short, at_long = common[len(short) - 1], common[-1]
    agreed = sum(x / depth * p**depth for depth, x in enumerate(common, start=1))
    beyond = sum(
        at_short * (depth - len(short)) / (len(short) * depth) * p**depth
        for depth in range(len(short) + 1, len(long) + 1)
    )
    tail = (at_long - at_short) / len(long) + at_short / len(short)
    return (1 - p) / p * (agreed + beyond) + tail * p ** len(long)


def _common(short: Sequence[str], long: Sequence[str]) -> list[int]:
    """Count what both hold among their first 1, 2, … places, down to the end of the longer."""
    seen_short: set[str] = set()
    seen_long: set[str] = set()
    counts = []
    for place, each in enumerate(long):
        seen_short.update(short[place : place + 1])
        seen_long.add(each)
        counts.append(len(seen_short & seen_long))
    return counts
