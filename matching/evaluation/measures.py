"""How good a ranking is, judged against what is known to be relevant.

Each function takes the ranked ids, best first and each once, and what is relevant. Textbook
definitions: C. D. Manning, P. Raghavan and H. Schütze, "Introduction to Information Retrieval"
(2008), chapter 8.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from math import log2


def precision_at(k: int, ranked: Sequence[str], relevant: Collection[str]) -> float:
    """Return the share of the first k places that hold something relevant.

    Places that the ranking left empty count as misses.
    """
    return _hits(_first(k, ranked), relevant) / k


def hit_at(k: int, ranked: Sequence[str], relevant: Collection[str]) -> float:
    """Return 1 where something relevant stands among the first k, else 0.

    The mean over many seekers is the hit rate.
    """
    return float(_hits(_first(k, ranked), relevant) > 0)


def recall_at(k: int, ranked: Sequence[str], relevant: Collection[str]) -> float:
    """Return the share of all that is relevant that stands among the first k.

    Where nothing is relevant, nothing was missed, and the recall is 1.
    """
    wanted = set(relevant)
    return _hits(_first(k, ranked), wanted) / len(wanted) if wanted else 1.0


def reciprocal_rank(ranked: Sequence[str], relevant: Collection[str]) -> float:
    """Return one over the place of the first relevant id, 0 if there is none.

    The mean over many seekers is MRR: E. M. Voorhees, "The TREC-8 Question Answering Track
    Report" (1999).
    """
    places = (place for place, each in enumerate(ranked, start=1) if each in relevant)
    return 1 / next(places, float("inf"))


def ndcg_at(k: int, ranked: Sequence[str], gains: Mapping[str, float]) -> float:
    """Return the discounted cumulative gain of the first k, as a share of the best possible.

    Gains are graded relevance, none for an id without one; the discount is log2(1 + place).
    K. Järvelin and J. Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM
    Transactions on Information Systems 20 (2002). Where nothing can be gained, 1.
    """
    ideal = _discounted(sorted(gains.values(), reverse=True)[: _positive(k)])
    reached = _discounted([gains.get(each, 0.0) for each in _first(k, ranked)])
    return reached / ideal if ideal else 1.0


def discount(place: int) -> float:
    """Return how much attention a place gets, counted from 1: 1 at the first, 0.5 at the third."""
    return 1 / log2(1 + place)


def coverage_at(k: int, rankings: Iterable[Sequence[str]], offered: Set[str]) -> float:
    """Return the share of all that is offered that stands among anybody's first k.

    M. Ge, C. Delgado-Battenfeld and D. Jannach, "Beyond accuracy: evaluating recommender systems
    by coverage and serendipity", RecSys (2010). Where nothing is offered, nothing was passed
    over, and the coverage is 1.
    """
    shown = {each for ranked in rankings for each in _first(k, ranked)}
    return len(shown & offered) / len(offered) if offered else 1.0


def mean(values: Collection[float]) -> float:
    """Return the mean over seekers. Raises `ValueError` when there are none."""
    if not values:
        raise ValueError("There is no mean of nothing.")
    return sum(values) / len(values)


def _first(k: int, ranked: Sequence[str]) -> Sequence[str]:
    """Return the first k places. Raises `ValueError` when an id stands twice."""
    if len(set(ranked)) != len(ranked):
        raise ValueError("An id stands twice in the ranking.")
    return ranked[: _positive(k)]


def _positive(k: int) -> int:
    """Return k. Raises `ValueError` below 1."""
    if k < 1:
        raise ValueError(f"k is {k}, and must be at least 1.")
    return k


def _hits(ranked: Sequence[str], relevant: Collection[str]) -> int:
    """Count the relevant ids."""
    return sum(each in relevant for each in ranked)


def _discounted(gains: Sequence[float]) -> float:
    """Sum gains, each discounted by its place."""
    return float(sum(gain * discount(place) for place, gain in enumerate(gains, start=1)))
