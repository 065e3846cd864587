"""Is it near home, and is it new?"""

from datetime import date

from matching.comparisons.judging import NO_FIT, Judgement
from matching.explanation import Facts
from matching.profile import Profile
from matching.rules.places import HOME_COUNTRY, Place, home_of
from reference.places import distance_km

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


def newly_published(profile: Profile, published_on: date | None) -> Judgement:
    """Judge how new an ad is on the day of the ranking: the share halves every two weeks."""
    if profile.as_of is None or published_on is None:
        return NO_FIT
    days = max(0, (profile.as_of - published_on).days)
    return Judgement(2 ** (-days / HALVES_EACH_DAYS), "freshness", {"days": days})
