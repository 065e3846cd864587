"""Where the openings are that fit a youth: by county, those she finds now and those she would.

Three rankings tell it all: as she is, as if she looked everywhere, and with a longer way to work.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from matching.facts import Seeker
from matching.possibilities import Change, everywhere, fitting, made
from openings.models import Opening
from reference import places
from reference.places import County
from suggestions.facts import seeker_of
from suggestions.possibilities import matcher_at
from youths.models import Youth
from youths.search_areas.extent import NORWAY
from youths.search_areas.widening import LONGER_WAY_KM

MOST = 20_000
"""The most openings that are looked through for one youth; a map tells that it may be more."""


@dataclass(frozen=True, slots=True)
class InCounty:
    """A county: how many openings fit well there now, and how many more if it were taken along.

    `is_inside` tells whether she looks in all of it.
    """

    county: County
    now: int
    more: int
    is_inside: bool

    @property
    def total(self) -> int:
        """All that there is for her in the county."""
        return self.now + self.more


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Every county of both countries, and how many more a longer way to work gives."""

    counties: tuple[InCounty, ...]
    further: int

    def now(self, country: str) -> int:
        """How many fit in a country as she looks now."""
        return sum(each.now for each in self.counties if each.county.country == country)

    def more(self, country: str) -> int:
        """How many more there are in all of a country."""
        return sum(each.more for each in self.counties if each.county.country == country)


def whereabouts(session: Session, youth: Youth, *, now: datetime) -> Whereabouts:
    """Count the openings that fit a youth well, by county; one query tells where they are.

    Norway is one area: its counties come together or not at all. What has no county is not told.
    """
    seeker = seeker_of(youth)
    longer = made(seeker, Change("longer_way", {"km": LONGER_WAY_KM}))
    asked = [seeker, everywhere(seeker), longer]
    here, there, further = map(set, fitting(matcher_at(session, now), asked, most=MOST))
    lies_in = _counties_of(session, here | there)
    now_in = Counter(lies_in[each] for each in here if each in lies_in)
    more_in = Counter(lies_in[each] for each in there - here if each in lies_in)
    return Whereabouts(
        tuple(
            InCounty(county, now_in[key], more_in[key], _is_inside(seeker, county))
            for county in places.counties()
            for key in [(county.country, county.code)]
        ),
        len(further - here),
    )


def _is_inside(seeker: Seeker, county: County) -> bool:
    area = seeker.search_area
    if county.country == NORWAY:
        return NORWAY in area.countries
    is_limited = area.max_commute_km is not None or bool(area.counties)
    return not is_limited or county.code in area.counties


def _counties_of(session: Session, ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """The country and county of each opening, by its municipality where the county is not told."""
    columns = (
        col(Opening.id),
        col(Opening.country),
        col(Opening.county),
        col(Opening.municipality),
    )
    rows = session.exec(select(*columns).where(col(Opening.id).in_(map(UUID, ids))))
    found = {str(id_): (country, _county(country, *told)) for id_, country, *told in rows}
    return {id_: (country, code) for id_, (country, code) in found.items() if code}


def _county(country: str, code: str | None, municipality: str | None) -> str | None:
    seat = places.municipality(country, municipality or "")
    return seat.county if seat else code
