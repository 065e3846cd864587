"""Many places seen from one home at once: just what is said of them one by one elsewhere."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from matching.profile import Profile
from matching.rules.places import HOME_COUNTRY, Place, home_of
from reference.places import Municipality, distance_km, municipalities

MOST_HOMES, MOST_COUNTIES = 700, 100

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Surroundings:
    """Some places as arrays of shape (n,); `goals` tells where the way to each is written."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.in_home_country = np.array([each.country == HOME_COUNTRY for each in places], bool)
        self.has_county = np.array([each.county is not None for each in places], bool)
        self.has_seat = np.array([each.seat is not None for each in places], bool)
        self.goals = np.array([_goal(each) for each in places], dtype=np.intp)
        self._counties = np.array([each.county or "" for each in places], dtype=str)
        self._within = lru_cache(MOST_COUNTIES)(self._lie_within)

    def chosen(self, profile: Profile) -> Flags:
        """Tell which places lie in counties that the seeker has chosen."""
        chosen = np.zeros(len(self.goals), bool)
        for county in profile.seeker.search_area.counties:
            chosen |= self._within(county)
        return chosen

    def _lie_within(self, county: str) -> Flags:
        within: Flags = self.in_home_country & (self._counties == county)
        return within

    def km_from(self, home: Municipality) -> Numbers:
        """Measure the way to each municipality's seat, or to the nearest seat of the county."""
        ways: Numbers = ways_from(home)[self.goals]
        return ways


@lru_cache(MOST_HOMES)
def ways_from(home: Municipality) -> Numbers:
    """Measure the way in km to every seat, to the nearest seat of each county here, and to nowhere.

    Whatever the places are, there are no other ways than these.
    """
    km = [distance_km(home, seat) for seat in municipalities()]
    nearest: dict[str, float] = {}
    for seat, way in zip(municipalities(), km, strict=True):
        if seat.country == HOME_COUNTRY:
            nearest[seat.county] = min(way, nearest.get(seat.county, way))
    return np.array([*km, *(nearest[each] for each in _county_numbers()), 0.0])


def _goal(place: Place) -> int:
    """Return where `ways_from` has the way to a place; the last is that to nowhere."""
    if place.seat:
        return _seat_numbers()[place.country, place.seat.code]
    seats, counties = len(_seat_numbers()), _county_numbers()
    return seats + counties.get(place.county or "", len(counties))


@cache
def _seat_numbers() -> Mapping[tuple[str, str], int]:
    return {(each.country, each.code): at for at, each in enumerate(municipalities())}


@cache
def _county_numbers() -> Mapping[str, int]:
    counties = dict.fromkeys(each.county for each in municipalities(HOME_COUNTRY))
    return {county: at for at, county in enumerate(counties)}


def outside_the_search_area(places: Sequence[Place]) -> Callable[[Profile], Flags]:
    """Be `must_be_in_the_search_area` for many places at once: which of them it excludes."""
    surroundings = Surroundings(places)

    def excludes(profile: Profile) -> Flags:
        area, home = profile.seeker.search_area, home_of(profile)
        if area.max_commute_km is None and not area.counties:
            return np.zeros(len(places), bool)
        outside: Flags = surroundings.in_home_country & surroundings.has_county
        outside &= ~surroundings.chosen(profile)
        if area.max_commute_km is not None:
            outside &= home is not None
        if area.max_commute_km is not None and home is not None:
            outside &= surroundings.km_from(home) > area.max_commute_km
        return outside

    return excludes
