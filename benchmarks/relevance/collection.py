"""The development set: invented youths, real ads, and what each ad is worth to each youth.

Youths and grades lie in `benchmarks/judgements`; the ads lie beside the project, and are read by
the same way as through an import.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from foundation.records import Row, read_records
from matching.facts import Seeker, Vacancy
from openings.importing import Openings
from suggestions import unsaved

PROJECT = Path(__file__).resolve().parents[2]
JUDGED = PROJECT / "benchmarks" / "judgements"
ADS_BESIDE = PROJECT.parent / "shared" / "data"
FILES = (
    "ads_se_jobtech.jsonl.gz",
    "ads_no_nav.jsonl.gz",
    "ads_se_legacy_small.jsonl.gz",
    "ads_se_goteborg_it.jsonl.gz",
)
READ_AT = datetime(2026, 1, 1, tzinfo=UTC)
"""Dates are passed over, so any time does, as long as it is always the same."""

Judgements = dict[str, dict[str, int]]
"""The grade, 0 to 3, of each judged opening for each youth."""


@dataclass(frozen=True, slots=True)
class Collection:
    """Who seeks, what is offered, and how well each judged pair fits."""

    seekers: list[Seeker]
    vacancies: list[Vacancy]
    judgements: Judgements


def read_collection(ads: Path = ADS_BESIDE) -> Collection:
    """Read the whole set. Raises `FileNotFoundError` where the ads are missing."""
    if missing := [name for name in FILES if not (ads / name).is_file()]:
        raise FileNotFoundError(f"{', '.join(missing)} not found in {ads}")
    seekers, problems = unsaved.seekers_of(read_records(JUDGED / "youths.jsonl"), now=READ_AT)
    if problems:
        raise ValueError(f"youths.jsonl: {problems}")
    openings: Openings = {}
    unsaved.take_ads(openings, _rows(ads), now=READ_AT)
    return Collection(seekers, unsaved.vacancies_of(openings), read_judgements())


def read_judgements() -> Judgements:
    """Read the grades. Raises `ValueError` where a pair is judged twice or a grade is no grade."""
    judgements: Judgements = {}
    with (JUDGED / "judgements.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            youth, opening, grade = row["youth"], row["opening"], row["grade"]
            of_youth = judgements.setdefault(youth, {})
            if opening in of_youth or grade not in {"0", "1", "2", "3"}:
                raise ValueError(f"judgements.csv: {youth},{opening},{grade}")
            of_youth[opening] = int(grade)
    return judgements


def _rows(ads: Path) -> Iterator[Row]:
    for name in FILES:
        yield from read_records(ads / name)
