"""Where an opening lies as seen from a youth: near home, elsewhere in Sweden, or in Norway."""

from enum import StrEnum

from openings.models import Opening
from reference import places
from reference.places import Municipality
from youths.models import Youth

USUAL_COMMUTE_KM = 50
"""How far counts as near for a youth who has not said how far she would travel."""


class Region(StrEnum):
    """The groups that suggestions are shown in, nearest first."""

    NEAR = "near"
    SWEDEN = "sweden"
    NORWAY = "norway"


def region_of(youth: Youth, opening: Opening) -> Region:
    """The group of an opening. Where no home is known, the chosen counties are near."""
    if opening.country == "NO":
        return Region.NORWAY
    km, home = distance_km(youth, opening), _home(youth)
    if km is not None:
        most = youth.max_commute_km if youth.max_commute_km is not None else USUAL_COMMUTE_KM
        return Region.NEAR if km <= most else Region.SWEDEN
    near = [home.county] if home else youth.counties
    return Region.NEAR if opening.county in near else Region.SWEDEN


def distance_km(youth: Youth, opening: Opening) -> int | None:
    """Whole kilometres between the seats of the two municipalities, where both are known."""
    home, work = _home(youth), places.municipality(opening.country, opening.municipality or "")
    return round(places.distance_km(home, work)) if home and work else None


def _home(youth: Youth) -> Municipality | None:
    return places.municipality("SE", youth.home_municipality or "")
