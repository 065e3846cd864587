"""An employer's own openings as rows: what was written of them, how they stand, and no youths."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from pydantic import TypeAdapter

from foundation.translating import lazy_
from openings.facts import OpeningFacts
from openings.models import Opening
from openings.sheet import ALL, COLUMNS

_FACTS = TypeAdapter(OpeningFacts)
STANDING = (
    ("state", lazy_("Läge")),
    ("created_at", lazy_("Skriven")),
    ("published_at", lazy_("Publicerad")),
    ("closed_at", lazy_("Stängd")),
    ("employer_name", lazy_("Arbetsgivare")),
)
"""What is told beside the columns of `openings.sheet`; whoever reads them in passes it over."""


def headings() -> list[str]:
    """The labels of all columns, in the reader's language."""
    return [*(str(column.label) for column in ALL), *(str(label) for _name, label in STANDING)]


def rows(openings: Iterable[Opening]) -> Iterator[list[object]]:
    """Each opening as `openings.sheet` reads it again, known by its reference or else its id."""
    for opening in openings:
        facts = OpeningFacts.of(opening)
        standing = (getattr(opening, name) for name, _label in STANDING)
        yield [
            opening.reference or str(opening.id),
            *(column.write(facts) for column in COLUMNS),
            *(value.isoformat() if hasattr(value, "isoformat") else value for value in standing),
        ]


def as_json(openings: Iterable[Opening]) -> list[dict[str, Any]]:
    """Each opening with all its facts, under the names of `OpeningFacts`."""
    names = [each.name for each in fields(OpeningFacts)]
    told = []
    for opening in openings:
        facts = _FACTS.dump_python(OpeningFacts.of(opening), mode="json")
        standing = {name: getattr(opening, name) for name, _label in STANDING}
        moments = {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in standing.items()}
        known = {"id": str(opening.id), "reference": opening.reference, **moments}
        told.append(known | {name: facts[name] for name in names})
    return told
