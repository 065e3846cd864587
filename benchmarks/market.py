"""Which occupations are advertised where, and how often.

As they were in Sweden in 2024, where the counts lie beside the project, and otherwise by
Zipf's law.
"""

import csv
import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.chance import SEED, zipf
from reference.occupations import groups
from reference.places import municipalities, municipality

COUNTS = (
    Path(__file__).resolve().parents[2] / "shared/data/ads_counts_2024_ssyk4_municipality.csv.gz"
)


@dataclass(frozen=True, slots=True)
class Market:
    """Pairs of occupation group and municipality, and how likely an ad is to be of each."""

    pairs: Sequence[tuple[str, str]]
    chances: NDArray[np.float64]

    def draw(self, chance: np.random.Generator, count: int) -> list[tuple[str, str]]:
        """Draw pairs."""
        drawn = chance.choice(len(self.pairs), size=count, p=self.chances)
        return [self.pairs[at] for at in drawn.tolist()]


@cache
def market() -> Market:
    """Read how often each pair was advertised in Sweden, or invent it."""
    if COUNTS.is_file():
        with gzip.open(COUNTS, "rt", encoding="utf-8") as lines:
            rows = [
                (row["ssyk_code_2012"], row["municipality_code"], int(row["ads_2024"]))
                for row in csv.DictReader(lines)
                if municipality("SE", row["municipality_code"])
            ]
        weights = np.array([ads for _ssyk, _place, ads in rows], dtype=np.float64)
        return Market([(ssyk, place) for ssyk, place, _ads in rows], weights / weights.sum())
    chance = np.random.default_rng(SEED)
    works = [group.ssyk for group in groups()]
    seats = [each.code for each in municipalities("SE")]
    weights = np.outer(zipf(len(works), chance), zipf(len(seats), chance)).ravel()
    return Market([(work, seat) for work in works for seat in seats], weights)
