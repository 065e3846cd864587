"""The order of a trip's visits, its length, and the rule of thumb for its cost."""

from dataclasses import dataclass

from events import tours
from events.tours import Cost
from reference.places import distance_km, municipality


@dataclass(frozen=True)
class Place:
    name: str
    municipality: str
    country: str = "SE"


SUNDSVALL, GAVLE, HUDIKSVALL = Place("S", "2281"), Place("G", "2180"), Place("H", "2184")
TRONDHEIM, NOWHERE = Place("T", "5001", "NO"), Place("N", "0000")


def test_the_nearest_that_is_left_comes_next() -> None:
    stops = [NOWHERE, TRONDHEIM, SUNDSVALL, HUDIKSVALL, GAVLE]
    assert tours.in_order("2182", stops) == [HUDIKSVALL, SUNDSVALL, GAVLE, TRONDHEIM, NOWHERE]


def test_the_way_is_there_and_back() -> None:
    home, there = municipality("SE", "2182"), municipality("NO", "5001")
    assert home
    assert there
    assert tours.length_km("2182", [TRONDHEIM]) == round(2 * distance_km(home, there))
    assert tours.length_km("2182", []) == 0


def test_nights_follow_from_the_way_and_the_visits() -> None:
    assert [tours.nights(*each) for each in ((80, 2), (80, 5), (900, 1), (900, 8))] == [0, 2, 1, 2]


def test_the_sum_is_what_its_parts_say() -> None:
    cost = Cost(km=700, kronor_a_km=2.5, nights=2, persons=5, kronor_a_night=900)
    assert (cost.travel, cost.beds, cost.total) == (1750, 9000, 10750)
