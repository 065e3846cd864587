"""A search area in words, and how it came to be what it is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from foundation import clock
from foundation.translating import _, number, short_day, zone
from reference import places
from youths.search_areas.extent import (
    HOME_COUNTRY,
    NORWAY,
    WHOLE_COUNTRY,
    Area,
    Recorded,
    is_limited,
)
from youths.search_areas.models import BY_HERSELF, Origin, SearchArea


@dataclass(frozen=True, slots=True)
class Moment:
    """A search area: when it began, where it reached, and who set it where that is known."""

    when: str
    area: str
    by: str


def timeline(rows: Iterable[SearchArea], herself: str = "") -> list[Moment]:
    """The areas of a youth in their order; one alone is no history to tell.

    `herself` is what she is called where it was she who changed it.
    """
    told = [Moment(_when(row), recorded(row), _by(row, herself)) for row in rows]
    return told if len(told) > 1 else []


def _by(row: SearchArea, herself: str) -> str:
    if row.origin in BY_HERSELF:
        return herself or _("ungdomen själv")
    return row.by.name if row.by else ""


def recorded(row: Recorded) -> str:
    """ "30 km hemifrån, hela Gävleborgs län och Norge", as it was."""
    return _listed(_parts(row, is_limited=row.is_limited))


def in_words(area: Area) -> str:
    """The same of an area as it is now."""
    return _listed(_parts(area, is_limited=is_limited(area)))


def chosen_counties(codes: Sequence[str]) -> str:
    """The counties that she could move to by name, or all of Sweden as such."""
    if {*codes} >= WHOLE_COUNTRY:
        return _("Hela Sverige")
    found = (places.county(HOME_COUNTRY, code) for code in codes)
    return ", ".join(county.name for county in found if county)


def _parts(area: Area, *, is_limited: bool) -> Iterator[str]:
    if not is_limited or {*area.counties} >= WHOLE_COUNTRY:
        yield _("hela Sverige")
    else:
        if area.max_commute_km is not None:
            yield _("%(km)s km hemifrån", km=number(area.max_commute_km))
        elif not area.counties:
            yield _("nära hemmet")
        if area.counties:
            yield chosen_counties(area.counties)
    if NORWAY in area.countries:
        yield _("Norge")


def _listed(parts: Iterable[str]) -> str:
    *first, last = parts
    return _("%(first)s och %(last)s", first=", ".join(first), last=last) if first else last


def _when(row: SearchArea) -> str:
    day = short_day(clock.local_date(row.from_at, zone()))
    if row.origin is Origin.REGISTERED:
        return _("Först, %(day)s", day=day)
    if row.origin is Origin.KNOWN_BEFORE:
        return _("Först")
    if row.origin in {Origin.UNDONE, Origin.OWN_UNDONE}:
        return _("Ångrat %(day)s", day=day)
    if row.origin is Origin.MERGED:
        return _("Ihopslaget %(day)s", day=day)
    return _("Sedan %(day)s", day=day)
