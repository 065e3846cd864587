"""In which order to visit places, how far that is, and roughly what it costs.

The order is a nearest-neighbour tour: from where one is, always to the nearest place that is left,
and home again. It is quick and told easily, and may be longer than the shortest tour there is;
for eight stops by car that hardly matters. Distances are as the crow flies, between the seats of
municipalities.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Protocol, TypeVar

from reference import places
from reference.places import Municipality, distance_km

DAY_TRIP_KM = 150
VISITS_A_DAY = 4
KRONOR_A_KM = 2.5
"""The tax-free allowance for one's own car: 25 kronor for ten kilometres (Skatteverket, 2023)."""
KRONOR_A_NIGHT = 900
"""A bed for one person: a value to begin with and without a source, which the form lets change."""


class Stop(Protocol):
    """Anything that lies in a municipality."""

    @property
    def country(self) -> str:
        """SE or NO."""

    @property
    def municipality(self) -> str:
        """Its number."""

    @property
    def name(self) -> str:
        """What it is called."""


S = TypeVar("S", bound=Stop)


def in_order(home: str, stops: Sequence[S]) -> list[S]:
    """The stops as a nearest-neighbour tour from a Swedish municipality goes through them.

    Places that are not known come last; of equals the first by name.
    """
    at, left, found = places.municipality("SE", home), list(stops), []
    while left:
        following = min(left, key=lambda stop: (_km(at, _seat(stop)), stop.name))
        left.remove(following)
        found.append(following)
        at = _seat(following) or at
    return found


def length_km(home: str, stops: Sequence[Stop]) -> int:
    """Whole kilometres from home through the stops in their order, and home again."""
    start = places.municipality("SE", home)
    seats = [seat for seat in (start, *map(_seat, stops), start) if seat]
    return round(sum(distance_km(one, other) for one, other in pairwise(seats)))


def nights(km: int, visits: int) -> int:
    """How many nights it takes: none for a day's drive, else one for every four visits."""
    if km <= 2 * DAY_TRIP_KM and visits <= VISITS_A_DAY:
        return 0
    return max(1, ceil(visits / VISITS_A_DAY))


@dataclass(frozen=True, slots=True)
class Cost:
    """A rule of thumb: kilometres by a rate, and nights of all persons by a rate, in kronor."""

    km: int
    kronor_a_km: float
    nights: int
    persons: int
    kronor_a_night: float

    @property
    def travel(self) -> int:
        """What the way costs."""
        return round(self.km * self.kronor_a_km)

    @property
    def beds(self) -> int:
        """What the nights cost."""
        return round(self.nights * self.persons * self.kronor_a_night)

    @property
    def total(self) -> int:
        """Both together."""
        return self.travel + self.beds


def _seat(stop: Stop) -> Municipality | None:
    return places.municipality(stop.country, stop.municipality)


def _km(one: Municipality | None, other: Municipality | None) -> float:
    return distance_km(one, other) if one and other else float("inf")
