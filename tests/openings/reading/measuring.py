"""Measures how well requirements are read, against ads that were labelled by hand.

The labels stand in `labels`, the ads themselves in the shared data beside the project: an ad is
found by its file and its id.
"""

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from openings.importing import PARSERS
from openings.reading import Finding, Requirement, Weight, read
from openings.sources.base import Ad, recognise
from reference import levels

LABELS = Path(__file__).parent / "labels"
PARTS = ("dev", "test")
YES = "yes"

Values = dict[str, set[str]]
"""What an ad asks for, by requirement: classes, languages, a level, an age, months, or `YES`."""

MONTHS = "months"
NAMES: dict[str, str] = {
    Requirement.DRIVING_LICENCE: "licence",
    Requirement.LANGUAGE: "language",
    Requirement.EXPERIENCE: "experience",
    MONTHS: "experience_months",
    Requirement.EDUCATION: "education",
    Requirement.AUTHORISATION: "authorisation",
    Requirement.AGE: "age",
    Requirement.OWN_CAR: "own_car",
}
"""What is measured, and what the labels call it."""


class Example(NamedTuple):
    """An ad's headline and text, and what somebody who read it found demanded and useful."""

    headline: str
    text: str
    labelled: dict[Weight, Values]


@dataclass(slots=True)
class Score:
    """How many values were read rightly, read without being there, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share that is right of what was read; 1 where nothing was read."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share that was read of what is there; 1 where nothing is there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    def add(self, values: set[str], labelled: set[str]) -> None:
        """Count the values of one ad."""
        self.right += len(values & labelled)
        self.wrong += len(values - labelled)
        self.missed += len(labelled - values)


def examples(data: Path, part: str) -> list[Example]:
    """Read the labelled ads of a part of the labels, "dev" or "test"."""
    lines = (LABELS / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    labels = [json.loads(line) for line in lines]
    files = {each["file"] for each in labels}
    rows = {name: _rows(data / f"{name}.jsonl.gz") for name in files}
    return [_example(label, rows[label["file"]][label["id"]]) for label in labels]


def measure(given: Sequence[Example], weight: Weight) -> dict[str, Score]:
    """Read every text, and count right and wrong values of one weight by requirement."""
    scores: dict[str, Score] = {}
    for example in given:
        values = values_of(read(example.text, example.headline), weight)
        for asked, labelled in example.labelled[weight].items():
            scores.setdefault(asked, Score()).add(values.get(asked, set()), labelled)
    return scores


def values_of(findings: Iterable[Finding], weight: Weight) -> Values:
    """The values of one weight, as the labels give them.

    Of what is demanded the highest level and the most months; of what is useful only whether it
    is, except for licences and languages.
    """
    found: dict[str, set[str]] = {}
    for each in findings:
        if each.weight is weight:
            value = each.value.partition(" ")[0]
            found.setdefault(each.requirement, set()).add(value)
    values = {asked: _bare(asked, listed, weight) for asked, listed in found.items()}
    months = found.get(Requirement.EXPERIENCE, set()) - {""}
    return values | {MONTHS: {max(months, key=int)}} if months else values


def _bare(asked: str, values: set[str], weight: Weight) -> set[str]:
    if asked in {Requirement.DRIVING_LICENCE, Requirement.LANGUAGE}:
        return values
    if asked == Requirement.EXPERIENCE or weight is Weight.USEFUL:
        return {YES}
    if asked == Requirement.EDUCATION:
        return {max(values, key=levels.EDUCATION.rank)}
    return {each or YES for each in values}


def _rows(path: Path) -> dict[str, dict[str, Any]]:
    """The rows of a file by the ids that the labels use."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {str(each.get("uuid") or each["id"]): each for each in rows}


def _example(label: dict[str, Any], row: dict[str, Any]) -> Example:
    """A labelled ad, with its text as the import makes it."""
    ad, useful = PARSERS[recognise(row)](row), label["useful"]
    assert isinstance(ad, Ad)
    labelled = {
        Weight.DEMANDED: {asked: _labelled(label[name]) for asked, name in NAMES.items()},
        Weight.USEFUL: {
            asked: _labelled(useful[name]) for asked, name in NAMES.items() if name in useful
        },
    }
    return Example(ad.headline, ad.description, labelled)


def _labelled(label: Any) -> set[str]:
    if isinstance(label, list):
        return set(label)
    return {YES if label is True else str(label)} if label else set()
