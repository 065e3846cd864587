"""Suggestions shared out fairly: nobody takes all, everybody's first goes before a second."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from matching.allocation import Allocation, Offer, allocate

SEEKERS, VACANCIES = ("s1", "s2", "s3"), ("a", "b", "c")


def world() -> st.SearchStrategy[tuple[list[Offer], dict[str, int]]]:
    pairs = st.sampled_from(list(product(SEEKERS, VACANCIES)))
    scores = st.dictionaries(pairs, st.integers(1, 1000), max_size=9)
    offers = scores.map(lambda table: [Offer(*pair, score) for pair, score in table.items()])
    room = st.fixed_dictionaries({vacancy: st.integers(0, 3) for vacancy in VACANCIES})
    return st.tuples(offers, room)


def ids(allocation: Allocation) -> dict[str, list[str]]:
    return {seeker: [o.vacancy for o in offers] for seeker, offers in allocation.given.items()}


def test_two_who_want_the_same_are_given_one_each() -> None:
    offers = [Offer("s1", "a", 900), Offer("s1", "b", 800), Offer("s2", "a", 850)]
    shared = allocate(["s1", "s2"], offers, {"a": 1, "b": 1}, each=1)
    assert ids(shared) == {"s1": ["b"], "s2": ["a"]}
    assert (shared.reached, shared.unhindered) == (1650, 1750)
    assert round(shared.price, 3) == 0.057


def test_nobody_is_given_a_second_before_everybody_has_a_first() -> None:
    offers = [Offer("s1", "a", 900), Offer("s1", "b", 890), Offer("s2", "b", 100)]
    shared = allocate(["s1", "s2"], offers, {"a": 1, "b": 1}, each=2)
    assert ids(shared) == {"s1": ["a"], "s2": ["b"]}


def test_who_is_given_nothing_is_named() -> None:
    offers = [Offer("s1", "a", 900), Offer("s2", "a", 100)]
    shared = allocate(["s1", "s2", "s3"], offers, {"a": 1}, each=3)
    assert shared.overlooked == ("s2", "s3")


def test_where_there_is_room_for_all_everybody_has_her_best_and_it_costs_nothing() -> None:
    offers = [Offer(s, v, 100 * n + 1) for s in SEEKERS for n, v in enumerate(VACANCIES)]
    shared = allocate(SEEKERS, offers, dict.fromkeys(VACANCIES, 3), each=2)
    assert ids(shared) == {seeker: ["c", "b"] for seeker in SEEKERS}
    assert shared.price == 0


def test_nothing_to_share_costs_nothing() -> None:
    assert allocate(["s1"], [], {}, each=3) == Allocation({"s1": ()}, 0, 0)
    assert allocate([], [], {}, each=3).price == 0


@given(world(), st.integers(1, 3))
def test_no_room_is_exceeded_and_nobody_is_given_too_many_or_the_same_twice(
    drawn: tuple[list[Offer], dict[str, int]], each: int
) -> None:
    offers, room = drawn
    shared = allocate(SEEKERS, offers, room, each=each)
    taken = Counter(offer.vacancy for found in shared.given.values() for offer in found)
    assert all(taken[vacancy] <= room[vacancy] for vacancy in taken)
    assert all(len(found) == len(set(found)) <= each for found in shared.given.values())
    assert {offer for found in shared.given.values() for offer in found} <= set(offers)
    assert 0 <= shared.price <= 1


@given(world())
def test_one_round_gives_to_as_many_as_can_be_and_then_the_highest_sum(
    drawn: tuple[list[Offer], dict[str, int]],
) -> None:
    offers, room = drawn
    shared = allocate(SEEKERS, offers, room, each=1)
    served = sum(bool(found) for found in shared.given.values())
    assert (served, shared.reached) == best_by_trying_all(offers, room)


@given(world())
def test_the_order_of_the_offers_does_not_matter(
    drawn: tuple[list[Offer], dict[str, int]],
) -> None:
    offers, room = drawn
    mixed = sorted(offers, key=lambda offer: (offer.score * 7919 % 101, offer.vacancy))
    assert allocate(SEEKERS, offers, room, each=2) == allocate(SEEKERS, mixed, room, each=2)


def best_by_trying_all(offers: Sequence[Offer], room: Mapping[str, int]) -> tuple[int, int]:
    """The most seekers served and then the highest sum, over every way to give one or none."""
    choices = [[None, *(o for o in offers if o.seeker == seeker)] for seeker in SEEKERS]
    best = (0, 0)
    for given_out in product(*choices):
        chosen = [offer for offer in given_out if offer]
        taken = Counter(offer.vacancy for offer in chosen)
        if all(taken[vacancy] <= room[vacancy] for vacancy in taken):
            best = max(best, (len(chosen), sum(offer.score for offer in chosen)))
    return best
