"""The map of where a youth's jobs are, and the table beside it, as the page draws them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from foundation.translating import _
from reference import map_plane, places
from reference.map_plane import Point
from reference.places import County
from suggestions.regions import USUAL_COMMUTE_KM
from suggestions.whereabouts import InCounty, Whereabouts
from youths.models import Youth
from youths.search_areas.widening import LONGER_WAY_KM

SHADES = 5
NAMED_ON_MAP = 12
"""So many counties have their number written on the map; the table has every one."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A county as it is drawn: how dark, 0 for none, and its number where it has room."""

    path: str
    shade: int
    is_inside: bool
    label: int | None
    at: Point


@dataclass(frozen=True, slots=True)
class Ring:
    """All that lies within so many kilometres of home, as the crow flies."""

    path: str
    km: int
    is_hers: bool


@dataclass(frozen=True, slots=True)
class Map:
    """What the page draws: the inside last, so that its outline lies on top."""

    width: int
    height: int
    shapes: list[Shape]
    rings: list[Ring]
    home: Point | None
    scale: list[tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Row:
    """A county in the table; `can_add` where it can be taken along by itself."""

    county: County
    name: str
    now: int
    more: int
    is_inside: bool
    can_add: bool


def drawn(youth: Youth, found: Whereabouts) -> Map:
    """The map: shaded by all that there is for her in each county, hers outlined."""
    most = max((each.total for each in found.counties), default=0)
    largest_first = sorted(found.counties, key=lambda each: -each.total)
    told = {each.county for each in largest_first[:NAMED_ON_MAP] if each.total}
    shapes = [_shape(each, most, is_told=each.county in told) for each in found.counties]
    home = places.municipality("SE", youth.home_municipality or "")
    return Map(
        map_plane.WIDTH,
        map_plane.HEIGHT,
        sorted(shapes, key=lambda each: each.is_inside),
        _rings(youth),
        map_plane.on_map(home.longitude, home.latitude) if home else None,
        _scale(most),
    )


def listed(found: Whereabouts) -> list[Row]:
    """The counties with something for her, those that give most more first."""
    rows = [
        Row(
            each.county,
            each.county.name if each.county.country == "SE" else _norwegian(each.county),
            each.now,
            each.more,
            each.is_inside,
            each.county.country == "SE" and not each.is_inside and each.more > 0,
        )
        for each in found.counties
        if each.total
    ]
    return sorted(rows, key=lambda row: (-row.more, -row.now, row.name))


def empty_counties(found: Whereabouts) -> list[str]:
    """The counties with nothing for her today, by name."""
    return [each.county.name for each in found.counties if not each.total]


def shade_of(count: int, most: int) -> int:
    """One of `SHADES` equal steps from one to the most, and 0 for nothing."""
    return ceil(SHADES * count / most) if most else 0


def _norwegian(county: County) -> str:
    return _("%(county)s, Norge", county=county.name)


def _shape(each: InCounty, most: int, *, is_told: bool) -> Shape:
    outline = map_plane.outlines()[each.county.country, each.county.code]
    shade = shade_of(each.total, most)
    return Shape(
        outline.path, shade, each.is_inside, each.total if is_told else None, outline.middle
    )


def _rings(youth: Youth) -> list[Ring]:
    """How far she commutes, and a ring beyond it; nothing where no home is kept."""
    home = places.municipality("SE", youth.home_municipality or "")
    if home is None:
        return []
    km = USUAL_COMMUTE_KM if youth.max_commute_km is None else youth.max_commute_km
    is_said = youth.max_commute_km is not None
    reach = [(km, True), (km + LONGER_WAY_KM, False)] if is_said else [(km, False)]
    ring = map_plane.ring
    return [Ring(ring(home.longitude, home.latitude, k), k, is_hers) for k, is_hers in reach if k]


def _scale(most: int) -> list[tuple[int, int, int]]:
    """Each shade with the least and the most that it stands for; shades that none has are left."""
    found: dict[int, list[int]] = {}
    for count in range(1, most + 1):
        found.setdefault(shade_of(count, most), []).append(count)
    return [(shade, counts[0], counts[-1]) for shade, counts in found.items()]


def words_beside(rings: Sequence[Ring]) -> list[str]:
    """What each ring stands for."""
    return [
        _("%(km)s km hemifrån: vägen till jobbet i dag", km=each.km)
        if each.is_hers
        else _("%(km)s km hemifrån", km=each.km)
        for each in rings
    ]
