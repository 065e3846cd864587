"""Shares suggestions out, so that no few seekers or openings take them all.

Ranked one by one, everybody's list begins with the same few openings, which then get more
introductions than they can answer while others get none. Here every seeker is given her best
opening for which there is room, all seekers at once, before anybody is given a second one: in each
round the assignment with the highest sum of scores (R. Jonker and A. Volgenant, "A shortest
augmenting path algorithm for dense and sparse linear assignment problems", Computing 38, 1987).
What that costs against everybody's own best is told as the price.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

Score = int
"""Whole thousandths, from 1 to 1,000."""

_NOTHING = 1_000_000
"""What it costs to give somebody nothing: more than any difference between scores."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An opening that fits a seeker, and how well."""

    seeker: str
    vacancy: str
    score: Score


@dataclass(frozen=True, slots=True)
class Allocation:
    """What each seeker was given, her best first, and the sums of scores to tell the price by."""

    given: Mapping[str, tuple[Offer, ...]]
    reached: int
    unhindered: int

    @property
    def price(self) -> float:
        """The share of the scores that was given up for fair shares, from 0 to 1."""
        return 1 - self.reached / self.unhindered if self.unhindered else 0.0

    @property
    def overlooked(self) -> tuple[str, ...]:
        """The seekers who were given nothing."""
        return tuple(seeker for seeker, offers in self.given.items() if not offers)


def allocate(
    seekers: Iterable[str], offers: Sequence[Offer], room: Mapping[str, int], *, each: int
) -> Allocation:
    """Give every seeker at most `each` of her offers, and every vacancy to at most its `room`.

    A vacancy without a room stated has none. The same however the offers are ordered.
    """
    given: dict[str, list[Offer]] = {seeker: [] for seeker in sorted(set(seekers))}
    left = dict(room)
    open_offers = sorted(offers, key=lambda offer: (offer.seeker, -offer.score, offer.vacancy))
    unhindered = _best_without_hindrance(open_offers, given, each)
    for _round in range(each):
        open_offers = [o for o in open_offers if left.get(o.vacancy, 0) > 0 and o.seeker in given]
        chosen = _assign(open_offers, left)
        for offer in chosen:
            given[offer.seeker].append(offer)
            left[offer.vacancy] -= 1
        taken = set(chosen)
        open_offers = [offer for offer in open_offers if offer not in taken]
    reached = sum(offer.score for offers_of_one in given.values() for offer in offers_of_one)
    in_order = {
        seeker: tuple(sorted(found, key=lambda offer: (-offer.score, offer.vacancy)))
        for seeker, found in given.items()
    }
    return Allocation(in_order, reached, unhindered)


def _best_without_hindrance(
    best_first: Sequence[Offer], seekers: Mapping[str, object], each: int
) -> int:
    """Sum everybody's own best, as if there were room for all everywhere."""
    counted = dict.fromkeys(seekers, 0)
    whole = 0
    for offer in best_first:
        if counted.get(offer.seeker, each) < each:
            counted[offer.seeker] += 1
            whole += offer.score
    return whole


def _assign(offers: Sequence[Offer], room: Mapping[str, int]) -> list[Offer]:
    """Give each seeker one offer or none, with the highest sum of scores that the room allows.

    A vacancy with room for three is three columns; "nothing" is a column of each seeker's own.
    """
    if not offers:
        return []
    row_of = {seeker: row for row, seeker in enumerate(dict.fromkeys(o.seeker for o in offers))}
    wanted = np.unique(np.array([offer.vacancy for offer in offers]), return_counts=True)
    places = {
        str(vacancy): min(room[str(vacancy)], int(count))
        for vacancy, count in zip(*wanted, strict=True)
    }
    first = dict(zip(places, np.cumsum([0, *places.values()])[:-1], strict=True))
    cells = [
        (row_of[offer.seeker], int(first[offer.vacancy]) + place, _NOTHING - offer.score, number)
        for number, offer in enumerate(offers)
        for place in range(places[offer.vacancy])
    ]
    columns = sum(places.values())
    cells += [(row, columns + row, 2 * _NOTHING, -1) for row in row_of.values()]
    rows, cols, costs, numbers = map(np.array, zip(*cells, strict=True))
    shape = (len(row_of), columns + len(row_of))
    costs_by_cell = coo_array((costs.astype(np.float64), (rows, cols)), shape=shape).tocsr()
    matched = zip(*min_weight_full_bipartite_matching(costs_by_cell), strict=True)
    number_of = {(int(r), int(c)): int(n) for r, c, n in zip(rows, cols, numbers, strict=True)}
    chosen = (number_of[int(row), int(column)] for row, column in matched)
    return [offers[number] for number in chosen if number >= 0]
