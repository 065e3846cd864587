"""What a measure gives: dated rows, out of which every figure of every day and team is counted.

One row is one thing that may count, such as a youth: since when it is in the cohort, and during
which days it counts as reached. So one reading of the database tells the figure today, the trend,
and each team's part, and all three go by the same definition.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlmodel import Session

from foundation.clock import local_date
from foundation.translating import zone
from goals.models import Group, MeasureCode


class Unit(StrEnum):
    """A share in per cent of a denominator, a change in per cent from one, or a plain number."""

    SHARE = "share"
    CHANGE = "change"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Span:
    """Days during which something counts: from the first, up to and without the last."""

    first: date
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Whether a day lies within."""
        return self.first <= on and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class Counted:
    """One thing that may count; `is_base` says whether it belongs to the denominator."""

    team_id: UUID | None
    entered_on: date
    reached: tuple[Span, ...] = ()
    weight: int = 1
    is_base: bool = True

    def stands(self, on: date) -> bool:
        """Whether it counts as reached on a day."""
        return any(span.holds(on) for span in self.reached)


@dataclass(frozen=True, slots=True)
class Scope:
    """The cohort: who was registered within these days, and in which group."""

    starts_on: date
    ends_on: date
    group: Group | None = None


Rows = Callable[[Session, Scope], list[Counted]]
Queries = Callable[[Scope], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Measure:
    """A way to count. `queries` are the very statements that `rows` reads, to be shown.

    `of_people` says whether its counts are of people, and so are not told when they are small.
    Only what is `of_youths` can be narrowed to a group, and `fewer` means that less is better.
    """

    code: MeasureCode
    unit: Unit
    rows: Rows
    queries: Queries
    of_people: bool = False
    of_youths: bool = False
    has_teams: bool = True
    fewer: bool = False


def day_of(moment: date | datetime) -> date:
    """The day on the wall of a moment, or the day itself."""
    return local_date(moment, zone()) if isinstance(moment, datetime) else moment


def within(scope: Scope, rows: Iterable[Counted]) -> list[Counted]:
    """The rows whose day lies in the period."""
    return [each for each in rows if scope.starts_on <= each.entered_on <= scope.ends_on]
