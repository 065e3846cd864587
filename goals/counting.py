"""Figures out of dated rows: on a day, over time, and team by team."""

import calendar
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from goals.measures.base import Counted, Unit


@dataclass(frozen=True, slots=True)
class Figure:
    """A numerator and its denominator, as they are and before anything is left untold.

    The denominator of a plain number is 0.
    """

    numerator: int
    denominator: int = 0

    @property
    def rest(self) -> int:
        """Those of the denominator who are not in the numerator, where they are parts of it."""
        return self.denominator - self.numerator


def figure(rows: Iterable[Counted], on: date, unit: Unit) -> Figure:
    """The figure on a day, of the rows that were in the cohort by then."""
    there = [row for row in rows if row.entered_on <= on]
    reached = sum(row.weight for row in there if row.stands(on))
    if unit is Unit.NUMBER:
        return Figure(reached)
    return Figure(reached, sum(row.weight for row in there if row.is_base))


def by_team(
    rows: Iterable[Counted], teams: Iterable[UUID], on: date, unit: Unit
) -> dict[UUID, Figure]:
    """The same for each of these teams."""
    theirs: dict[UUID | None, list[Counted]] = defaultdict(list)
    for row in rows:
        theirs[row.team_id].append(row)
    return {team: figure(theirs[team], on, unit) for team in teams}


def value(told: tuple[int | None, int | None], unit: Unit) -> float | None:
    """A figure in its unit, to a tenth of a per cent; None where it is of nobody, or not told."""
    numerator, denominator = told
    if numerator is None:
        return None
    if unit is Unit.NUMBER:
        return float(numerator)
    if not denominator:
        return None
    part = numerator - denominator if unit is Unit.CHANGE else numerator
    return round(100 * part / denominator, 1)


def month_ends(first: date, last: date) -> list[date]:
    """The last day of each month from the one of `first`, and `last` itself."""
    days, year, month = [], first.year, first.month
    while (end := date(year, month, calendar.monthrange(year, month)[1])) < last:
        days.append(end)
        following = end + timedelta(days=1)
        year, month = following.year, following.month
    return [*days, last]
