"""What an employer says about an opening, apart from who, when and how far it has come."""

from calendar import monthrange
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, Self

from openings.models import Merits, Needs, Opening, OpeningKind

DATES = ("starts_on", "ends_on", "application_deadline")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningFacts:
    """The content of an opening; every field has the name of its column.

    `occupation` is an SSYK 2012 group, `municipality` a code within `country`; None is not known.
    """

    kind: OpeningKind = OpeningKind.JOB
    headline: str = ""
    description: str = ""
    occupation: str | None = None
    occupation_title: str | None = None
    country: str = "SE"
    municipality: str | None = None
    street_address: str | None = None
    number_of_vacancies: int = 1
    starts_on: date | None = None
    ends_on: date | None = None
    application_deadline: date | None = None
    scope_min: int | None = None
    scope_max: int | None = None
    working_hours: str = ""
    must_have: Needs = field(default_factory=Needs)
    nice_to_have: Merits = field(default_factory=Merits)
    experience_required: bool | None = None
    experience_months: int | None = None
    education_level: str | None = None
    minimum_age: int | None = None
    accessibility: str = ""
    housing: str = ""
    supervisor: str = ""

    @classmethod
    def of(cls, opening: Opening) -> Self:
        """What is written about `opening` now."""
        return cls(**{each.name: getattr(opening, each.name) for each in fields(cls)})

    def changed_from(self, other: Self) -> list[str]:
        """The names of the fields in which two sets of facts differ."""
        return [
            each.name
            for each in fields(self)
            if getattr(self, each.name) != getattr(other, each.name)
        ]

    def write_on(self, opening: Opening) -> None:
        """Put these facts on the row."""
        for each in fields(self):
            setattr(opening, each.name, getattr(self, each.name))

    def moved_on(self, *, past: date) -> Self:
        """The same facts in the next term: half a year on, or a year for a summer job.

        The step is taken until the first of the dates lies after `past`.
        """
        dates = {name: day for name in DATES if (day := getattr(self, name))}
        step = 12 if self.kind is OpeningKind.SUMMER_JOB else 6
        months = step
        while dates and _months_on(min(dates.values()), months) <= past:
            months += step
        moved: dict[str, Any] = {name: _months_on(day, months) for name, day in dates.items()}
        return replace(self, **moved)

    def without_dates(self) -> Self:
        """The same facts with no start, end or last day to apply."""
        return replace(self, starts_on=None, ends_on=None, application_deadline=None)


def _months_on(day: date, months: int) -> date:
    """The same day some months later, or the last one of a month that is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
