"""The tables of places, loaded once: what exists today, and every name that leads there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from reference.place_names import plain, spellings
from reference.tables import rows


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality; the coordinates (WGS 84, degrees) are those of its seat."""

    country: str
    code: str
    name: str
    county: str
    latitude: float
    longitude: float
    seat: str = ""


@dataclass(frozen=True, slots=True)
class County:
    """A county: "Gävleborgs län" with the short name "Gävleborg", or a Norwegian fylke."""

    country: str
    code: str
    name: str
    short_name: str


@dataclass(frozen=True, slots=True)
class Heirs:
    """Today's counties in which a county name lives on, and the main one, if there is one."""

    codes: frozenset[str] = frozenset()
    main: str | None = None


Key = tuple[str, str]
"""A country, and a code or a plain name."""
Names = Mapping[Key, tuple[Municipality, ...]]


@cache
def municipalities() -> Mapping[Key, Municipality]:
    """Return today's municipalities by country and code."""
    return {
        (row["country"], row["code"]): Municipality(
            country=row["country"],
            code=row["code"],
            name=row["name"],
            county=row["county"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            seat=row["seat"],
        )
        for row in rows("municipalities.csv")
    }


@cache
def counties() -> Mapping[Key, County]:
    """Return today's counties by country and code."""
    return {
        (row["country"], row["code"]): County(
            row["country"], row["code"], row["name"], row["short_name"]
        )
        for row in rows("counties.csv")
    }


@cache
def former_codes() -> Names:
    """Return the municipalities that took over what a code of earlier years stood for."""
    return _gather(
        ((row["country"], row["former_code"]), row["municipality"])
        for row in rows("municipality_history.csv")
    )


@cache
def municipality_names() -> tuple[Names, ...]:
    """Return the municipalities by plain name: of today, former ones, then those of towns."""
    today = municipalities().values()
    return (
        _gather(((each.country, plain(each.name)), each.code) for each in today),
        _gather(
            ((row["country"], plain(row["former_name"])), row["municipality"])
            for row in rows("municipality_history.csv")
        ),
        _gather(
            [
                *(((each.country, plain(each.seat)), each.code) for each in today),
                *(
                    ((row["country"], plain(row["name"])), row["municipality"])
                    for row in rows("place_names.csv")
                ),
            ]
        ),
    )


@cache
def county_names() -> Mapping[Key, Heirs]:
    """Return by plain name, of today or former, the counties in which a county lives on."""
    codes = defaultdict[Key, set[str]](set)
    main: dict[Key, str] = {}
    for country, name, code, is_main in _county_names():
        for spelling in spellings(name):
            key = (country, spelling.name)
            codes[key].add(code)
            if is_main:
                main.setdefault(key, code)
    return {key: Heirs(frozenset(codes[key]), main.get(key)) for key in codes}


def _county_names() -> Iterator[tuple[str, str, str, bool]]:
    for each in counties().values():
        yield each.country, each.name, each.code, True
    for row in rows("county_history.csv"):
        yield row["country"], row["former_name"], row["county"], row["main"] == "1"


def _gather(pairs: Iterable[tuple[Key, str]]) -> Names:
    """Gather municipalities by key, each once and in the order of the pairs."""
    found = defaultdict[Key, dict[Municipality, None]](dict)
    for key, code in pairs:
        found[key][municipalities()[key[0], code]] = None
    return {key: tuple(each) for key, each in found.items()}
