"""Rules of place: a country the seeker looks in, and a workplace within her search area."""

from typing import NamedTuple

from matching.explanation import Exclusion, Facts, Question
from matching.facts import Vacancy
from matching.findings import NOTHING_ASKED, Findings
from matching.numbering import Column
from matching.profile import Profile
from reference.places import Municipality, distance_km, municipalities, municipality

HOME_COUNTRY = "SE"


class Place(NamedTuple):
    """Where a workplace is: codes are keyed by country."""

    country: str
    municipality: str | None
    county: str | None

    @classmethod
    def of(cls, vacancy: Vacancy) -> "Place":
        """Read a vacancy's place, with the county that its municipality lies in."""
        seat = municipality(vacancy.country, vacancy.municipality or "")
        county = seat.county if seat else vacancy.county
        return cls(vacancy.country, seat.code if seat else None, county)

    @property
    def seat(self) -> Municipality | None:
        """The municipality, where it is known."""
        return municipality(self.country, self.municipality or "")

    @property
    def facts(self) -> Facts:
        """The place as facts."""
        return {
            "country": self.country,
            "municipality": self.municipality,
            "county": self.county,
        }


PLACE = Column("place", Place.of)


def home_of(profile: Profile) -> Municipality | None:
    """Return the municipality of Sweden where the seeker lives, if it is known."""
    return municipality(HOME_COUNTRY, profile.seeker.home_municipality or "")


def must_be_in_a_country_looked_in(profile: Profile, place: Place) -> Findings:
    """Exclude every country that the seeker does not look in."""
    if place.country in profile.seeker.search_area.countries:
        return NOTHING_ASKED
    return (Exclusion("country", {"country": place.country}),)


def must_be_in_the_search_area(profile: Profile, place: Place) -> Findings:
    """Exclude a workplace in Sweden that is neither within reach of home nor in a chosen county.

    Norway is one area: who looks there looks in all of it. Who has set no limits in Sweden
    looks in all of Sweden.
    """
    area = profile.seeker.search_area
    limited = area.max_commute_km is not None or bool(area.counties)
    if place.country != HOME_COUNTRY or not limited or place.county in area.counties:
        return NOTHING_ASKED
    if place.county is None:
        return (Question("workplace", place.facts),)
    if area.max_commute_km is None:
        return (Exclusion("search_area", {**place.facts, "km": None, "max_km": None}),)
    return _within_reach(profile, place, area.max_commute_km)


def _within_reach(profile: Profile, place: Place, most_km: int) -> Findings:
    """Measure the way to work; without a municipality, the way to the county's nearest seat."""
    home = home_of(profile)
    if home is None:
        return (Question("home_municipality", place.facts),)
    if place.seat is not None:
        km = distance_km(home, place.seat)
        facts = {**place.facts, "km": round(km, 1), "max_km": most_km}
        return NOTHING_ASKED if km <= most_km else (Exclusion("search_area", facts),)
    seats = (seat for seat in municipalities(HOME_COUNTRY) if seat.county == place.county)
    if min((distance_km(home, seat) for seat in seats), default=0.0) > most_km:
        return (Exclusion("search_area", {**place.facts, "km": None, "max_km": most_km}),)
    return (Question("workplace", place.facts),)
