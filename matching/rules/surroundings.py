"""Many places seen from one home at once: just what is said of them one by one elsewhere."""

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from matching.profile import Profile
from matching.rules.places import HOME_COUNTRY, Place, home_of
from reference.places import Municipality, distance_km, municipalities

MOST_HOMES = 700

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Surroundings:
    """Some places as arrays of shape (n,), and the way to them from homes asked about before."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.in_home_country = np.array([each.country == HOME_COUNTRY for each in places], bool)
        self.has_county = np.array([each.county is not None for each in places], bool)
        self.has_seat = np.array([each.seat is not None for each in places], bool)
        self._counties = np.array([each.county or "" for each in places], dtype=str)
        self._places = places
        self.km_from = lru_cache(MOST_HOMES)(self._km_from)

    def chosen(self, profile: Profile) -> Flags:
        """Tell which places lie in counties that the seeker has chosen."""
        chosen = np.zeros(len(self._places), bool)
        for county in profile.seeker.search_area.counties:
            chosen |= self._counties == county
        chosen &= self.in_home_country
        return chosen

    def _km_from(self, home: Municipality) -> Numbers:
        """Measure the way to each municipality's seat, or to the nearest seat of the county."""
        km = {
            seat: distance_km(home, seat) for seat in {each.seat for each in self._places} if seat
        }
        nearest: dict[str | None, float] = {}
        for there in municipalities(HOME_COUNTRY):
            way = distance_km(home, there)
            nearest[there.county] = min(way, nearest.get(there.county, way))
        return np.array(
            [
                km[seat] if (seat := place.seat) else nearest.get(place.county, 0.0)
                for place in self._places
            ]
        )


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
