"""The invented rows in `demo/data`, and the places they name."""

import tomllib
from datetime import date, timedelta
from typing import Any

from foundation.settings import ROOT
from reference import places
from reference.places import Municipality

FOLDER = ROOT / "demo" / "data"


def facts(kind: str, part: str | None = None) -> list[dict[str, Any]]:
    """The rows of one kind: "employer", "opening", "youth"; or of another `part` of its file."""
    with (FOLDER / f"{kind}s.toml").open("rb") as file:
        rows: list[dict[str, Any]] = tomllib.load(file)[part or kind]
    return rows


def aliases(part: str) -> list[str]:
    """The aliases of those who came before, of one place."""
    with (FOLDER / "earlier.toml").open("rb") as file:
        found: list[str] = tomllib.load(file)[part]
    return found


def place(name: str, country: str = "SE") -> Municipality:
    """The municipality of this name; raises LookupError for a slip of the pen."""
    found = places.find_municipality(country, name)
    if found is None:
        raise LookupError(f"no municipality is called {name!r} in {country}")
    return found


def days_from(today: date, days: int | None) -> date | None:
    """The date that many days from today, or None where no number is given."""
    return None if days is None else today + timedelta(days=days)
