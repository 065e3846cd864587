"""The CSV files of `reference/data/`: UTF-8, a header, all values text."""

import csv
from collections.abc import Mapping
from pathlib import Path

DATA = Path(__file__).parent / "data"


def rows(name: str) -> list[Mapping[str, str]]:
    """Read one table, a mapping from column to text per row."""
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
