"""Municipalities and counties of Sweden and Norway: codes, names, seats and distances.

Sweden's 290 municipalities have SCB's codes, Norway's 357 the numbers of 2024. Both are four
digits, so a place is always keyed by country ("SE" or "NO"). Names and numbers that are no
longer in use lead to today's place.
"""

from math import asin, cos, radians, sin, sqrt
from typing import Protocol

from reference import gazetteer
from reference.gazetteer import County, Heirs, Municipality
from reference.place_names import spellings

__all__ = [
    "County",
    "Located",
    "Municipality",
    "counties",
    "county",
    "distance_km",
    "find_municipality",
    "municipalities",
    "municipality",
    "resolve_county",
]

EARTH_RADIUS_KM = 6371.0088  # mean radius, International Union of Geodesy and Geophysics


class Located(Protocol):
    """Anything with a latitude and a longitude in degrees."""

    @property
    def latitude(self) -> float:
        """Degrees north."""

    @property
    def longitude(self) -> float:
        """Degrees east."""


def municipality(country: str, code: str) -> Municipality | None:
    """Return the municipality of a code, or `None` if there is none.

    A former number leads to today's municipality, unless it was divided.
    """
    today = gazetteer.municipalities().get((country, code))
    return today or _only(gazetteer.former_codes().get((country, code), ()))


def municipalities(country: str | None = None) -> tuple[Municipality, ...]:
    """Return the municipalities of one country, or of both, in the order of their codes."""
    everywhere = gazetteer.municipalities().values()
    return tuple(each for each in everywhere if country in {None, each.country})


def county(country: str, code: str) -> County | None:
    """Return the county of a two-digit code in use today, or `None` if there is none."""
    return gazetteer.counties().get((country, code))


def counties(country: str | None = None) -> tuple[County, ...]:
    """Return the counties of one country, or of both, in the order of their codes."""
    everywhere = gazetteer.counties().values()
    return tuple(each for each in everywhere if country in {None, each.country})


def find_municipality(country: str, name: str, county: str | None = None) -> Municipality | None:
    """Find a municipality by a name that people write, or `None` if it is unclear.

    Today's names go before former ones, and those before names of towns. A county, by code or
    by a name of any year, decides between namesakes and must agree.
    """
    return _only(_candidates(country, name, _heirs(country, county)))


def resolve_county(
    country: str, county_name: str | None, municipality_name: str | None = None
) -> County | None:
    """Find today's county from a county name of any year, or `None` if it is unclear.

    A county that was divided (Viken, Troms og Finnmark) is resolved through the municipality;
    without one only if nearly all of it went to a single county (Oppland to Innlandet).
    """
    heirs = _heirs(country, county_name)
    found = _candidates(country, municipality_name or "", heirs)
    codes = {each.county for each in found}
    code = codes.pop() if len(codes) == 1 else heirs.main
    return county(country, code) if code else None


def distance_km(a: Located, b: Located) -> float:
    """Return the great-circle distance in kilometres.

    The haversine formula: R. W. Sinnott, "Virtues of the Haversine", Sky & Telescope 68 (1984),
    p. 159. It takes the earth for a sphere, which is at most 0.6 % off.
    """
    south, north = radians(a.latitude), radians(b.latitude)
    half_height = (north - south) / 2
    half_width = radians(b.longitude - a.longitude) / 2
    chord = sin(half_height) ** 2 + cos(south) * cos(north) * sin(half_width) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, chord)))


def _heirs(country: str, county: str | None) -> Heirs:
    """Return the counties that a code or a name may stand for; none if it says nothing."""
    if county is None:
        return Heirs()
    if (country, county) in gazetteer.counties():
        return Heirs(frozenset({county}), county)
    names = gazetteer.county_names()
    keys = ((country, spelling.name) for spelling in spellings(county))
    return next((names[key] for key in keys if key in names), Heirs())


def _candidates(country: str, name: str, heirs: Heirs) -> tuple[Municipality, ...]:
    """List the municipalities that a name may stand for, within the counties if they are known.

    The county that inherited most goes first: "Nes" in the old Buskerud is Nesbyen, which lies
    there still, not the namesake in a county that took over another corner of it.
    """
    for spelling in spellings(name):
        within = _heirs(country, spelling.county) if spelling.county else heirs
        for allowed in ({within.main} - {None}, within.codes):
            if not allowed and within.codes:
                continue
            for names in gazetteer.municipality_names():
                found = names.get((country, spelling.name), ())
                agreeing = tuple(each for each in found if not allowed or each.county in allowed)
                if agreeing:
                    return agreeing
    return ()


def _only(found: tuple[Municipality, ...]) -> Municipality | None:
    return found[0] if len(found) == 1 else None
