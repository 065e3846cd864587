"""What an employer can be told about a youth, field by field. Nothing is told that is not ticked.

The list is closed: what is not on it, such as target groups or why she is with us, has no way
out. Values are copied on the day of the assessment, so a receipt shows exactly what was told.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from placements.models import Shared
from youths.models import Youth


@dataclass(frozen=True, slots=True)
class Written:
    """What is written for this employer, with the youth beside: nothing of it is on record."""

    name: str = ""
    contact: str = ""
    about: str = ""


def _on_record(youth: Youth, today: date) -> Mapping[str, Any]:
    return {
        "age": today.year - youth.born if youth.born else None,
        "home_municipality": youth.home_municipality,
        "available_from": youth.available_from.isoformat() if youth.available_from else None,
        "education_level": youth.education_level,
        "experience": [each.model_dump() for each in youth.experience or ()],
        "skills": list(youth.skills or ()),
        "languages": [each.model_dump() for each in youth.languages or ()],
        "driving_licences": list(youth.driving_licences or ()),
        "own_car": youth.own_car,
    }


FIELDS = (
    "name",
    "about",
    "age",
    "home_municipality",
    "available_from",
    "education_level",
    "experience",
    "skills",
    "languages",
    "driving_licences",
    "own_car",
    "contact",
)
"""All that can be told, in the order of the card."""


def tellable(youth: Youth, written: Written, *, today: date) -> dict[str, Any]:
    """What is known and could be told, by field. `age` is the years reached this year."""
    known = {
        "name": written.name,
        "contact": written.contact,
        "about": written.about,
        **_on_record(youth, today),
    }
    return {field: known[field] for field in FIELDS if known[field] not in (None, "", [])}


def told(known: Mapping[str, Any], ticked: Collection[str]) -> list[Shared]:
    """The ticked fields of what is known, and no others."""
    return [Shared(field=field, value=value) for field, value in known.items() if field in ticked]
