"""Finds today's municipality and county from what an ad says about where the work is."""

from dataclasses import dataclass

from reference import places
from reference.places import Municipality


@dataclass(frozen=True, slots=True)
class Placed:
    """Codes within a country; None where the ad does not say enough."""

    municipality: str | None = None
    county: str | None = None


def placed(
    country: str,
    *,
    code: str = "",
    municipality: str = "",
    city: str = "",
    county: str = "",
) -> Placed:
    """Place an ad by the surest fact it has; `county` is a code or a name of any year.

    A municipality goes before the county, which may be of another year or plainly wrong. A city
    is only trusted where the county agrees, since it is often the employer's own address.
    """
    found = (
        places.municipality(country, code)
        or places.find_municipality(country, municipality, county or None)
        or places.find_municipality(country, municipality)
        or places.find_municipality(country, city, county or None)
    )
    if found:
        return Placed(found.code, found.county)
    region = places.county(country, county) or places.resolve_county(country, county)
    if region is None:
        return Placed()
    only = _only_municipality_of(country, region.code)
    return Placed(only.code if only else None, region.code)


def _only_municipality_of(country: str, county: str) -> Municipality | None:
    """Gotland and Oslo are counties of a single municipality."""
    found = [each for each in places.municipalities(country) if each.county == county]
    return found[0] if len(found) == 1 else None
