"""The plane that maps of Sweden and Norway are drawn in, where areas keep their size.

Shading counties compares areas, so the plane is Lambert's azimuthal equal-area projection of the
sphere about a point between the two countries: J. P. Snyder, "Map Projections: A Working Manual",
U.S. Geological Survey Professional Paper 1395 (1987), p. 185, equations 24-2 to 24-4. One unit is
two kilometres; x grows eastwards and y southwards, as in SVG.
"""

from functools import cache
from math import asin, atan2, cos, degrees, radians, sin, sqrt

from reference.places import EARTH_RADIUS_KM
from reference.tables import rows

KM_A_UNIT = 2.0
CENTRE = (16.0, 63.5)
"""Degrees east and north."""

LEFT, TOP = 310.0, 460.0
"""Where the centre stands on the map."""

WIDTH, HEIGHT = 640, 940
POINTS_OF_A_RING = 72

Point = tuple[float, float]


class Outline:
    """A county as it is drawn: an SVG path, and a point well inside it for words."""

    __slots__ = ("middle", "path")

    def __init__(self, path: str, middle: Point) -> None:
        self.path, self.middle = path, middle


def on_map(longitude: float, latitude: float) -> Point:
    """Where a place lies on the map, from degrees east and north."""
    east, north = radians(longitude - CENTRE[0]), radians(latitude)
    middle = radians(CENTRE[1])
    towards = sin(middle) * sin(north) + cos(middle) * cos(north) * cos(east)
    scale = EARTH_RADIUS_KM / KM_A_UNIT * sqrt(2 / (1 + towards))
    x = scale * cos(north) * sin(east)
    y = scale * (cos(middle) * sin(north) - sin(middle) * cos(north) * cos(east))
    return LEFT + x, TOP - y


def ring(longitude: float, latitude: float, km: float) -> str:
    """All points that lie so far from a place, as the crow flies: an SVG path."""
    points = (
        on_map(*_away(longitude, latitude, km, 360 * at / POINTS_OF_A_RING))
        for at in range(POINTS_OF_A_RING)
    )
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "z"


@cache
def outlines() -> dict[tuple[str, str], Outline]:
    """Every county by country and code."""
    return {
        (row["country"], row["code"]): Outline(row["path"], (float(row["x"]), float(row["y"])))
        for row in rows("county_outlines.csv")
    }


def _away(longitude: float, latitude: float, km: float, bearing: float) -> Point:
    """Where one comes to by so many kilometres in a direction, degrees east and north."""
    arc, north, towards = km / EARTH_RADIUS_KM, radians(latitude), radians(bearing)
    reached = asin(sin(north) * cos(arc) + cos(north) * sin(arc) * cos(towards))
    east = atan2(sin(towards) * sin(arc) * cos(north), cos(arc) - sin(north) * sin(reached))
    return longitude + degrees(east), degrees(reached)
