"""Is it near home, and is it new?"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

import numpy as np

from matching.comparisons.judging import NO_FIT, Judgement, Shares
from matching.explanation import Facts
from matching.profile import Profile
from matching.rules.places import HOME_COUNTRY, Place, home_of
from matching.rules.surroundings import MOST_HOMES, Surroundings, ways_from
from reference.places import Municipality, distance_km

HALVES_EACH_KM = 40
CHOSEN_COUNTY = 0.5
HALVES_EACH_DAYS = 14


def near_home(profile: Profile, place: Place) -> Judgement:
    """Judge the way to work as the crow flies, between the municipalities' seats.

    The share halves every 40 km. A county that the seeker has chosen is worth half, however
    far: she has said that she would move there.
    """
    home, seat = home_of(profile), place.seat
    share = km = None
    if home is not None and seat is not None:
        km = distance_km(home, seat)
        share = 2 ** (-km / HALVES_EACH_KM)
    chosen = place.country == HOME_COUNTRY and place.county in profile.seeker.search_area.counties
    if chosen and (share is None or share < CHOSEN_COUNTY):
        return Judgement(CHOSEN_COUNTY, "chosen_county", place.facts)
    if share is None or km is None or home is None:
        return NO_FIT
    facts: Facts = {
        "km": round(km),
        "from": home.code,
        "to": place.municipality,
        "country": place.country,
    }
    return Judgement(share, "distance", facts)


def near_homes(places: Sequence[Place]) -> Callable[[Profile], Shares]:
    """Be `near_home` for many places at once: the share of each."""
    surroundings = Surroundings(places)

    def shares(profile: Profile) -> Shares:
        home, chosen = home_of(profile), surroundings.chosen(profile)
        near = np.zeros(len(places))
        if home is not None:
            near = np.where(surroundings.has_seat, _halved_from(home)[surroundings.goals], near)
        return np.where(chosen, np.maximum(near, CHOSEN_COUNTY), near)

    return shares


@lru_cache(MOST_HOMES)
def _halved_from(home: Municipality) -> Shares:
    """Return the share for each of the ways from a home."""
    return np.array([2 ** (-km / HALVES_EACH_KM) for km in ways_from(home).tolist()])


def newly_published(profile: Profile, published_on: date | None) -> Judgement:
    """Judge how new an ad is on the day of the ranking: the share halves every two weeks.

    It falls once a week and not every day, so that a score stays what it was unless something
    has happened.
    """
    if profile.as_of is None or published_on is None:
        return NO_FIT
    days = max(0, (profile.as_of - published_on).days)
    whole_weeks = 7 * (days // 7)
    return Judgement(2 ** (-whole_weeks / HALVES_EACH_DAYS), "freshness", {"days": days})
