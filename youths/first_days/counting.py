"""How many of a youth's first ninety days have gone.

The day of registration is day 0, and every day after it counts one, unless it lies in a pause.
Pauses hold their first and their last day; where two overlap a day is left out once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

DAYS = 90
DAY = timedelta(days=1)


class Span(Protocol):
    """Days that are not counted; without a last day they go on."""

    @property
    def starts_on(self) -> date: ...
    @property
    def ends_on(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class Count:
    """Where a youth stands: the day she is on, and the date of day 90.

    `ends_on` is None while a pause goes on that has no last day: the date moves with it.
    """

    day: int
    ends_on: date | None
    is_paused: bool

    @property
    def left(self) -> int:
        """The days left until day 90; below zero when it has passed."""
        return DAYS - self.day


def counted(registered_on: date, pauses: Iterable[Span], today: date) -> Count:
    """Count from registration to today, and on to day 90."""
    spans = _joined(pauses)
    day = _days_between(registered_on, today, spans)
    return Count(
        day=day,
        ends_on=_day_ninety(registered_on, spans),
        is_paused=any(first <= today <= last for first, last in spans),
    )


def _joined(pauses: Iterable[Span]) -> list[tuple[date, date]]:
    """The pauses in order, those that overlap or touch joined to one."""
    joined: list[tuple[date, date]] = []
    for first, last in sorted((p.starts_on, p.ends_on or date.max) for p in pauses):
        if joined and (joined[-1][1] == date.max or first <= joined[-1][1] + DAY):
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return joined


def _days_between(start: date, end: date, spans: Sequence[tuple[date, date]]) -> int:
    """The days after `start`, up to and with `end`, that lie in no span; none where it is past."""
    left_out = (
        (min(last, end) - max(first, start + DAY)).days + 1
        for first, last in spans
        if first <= end and last > start
    )
    return max(0, (end - start).days - sum(max(0, days) for days in left_out))


def _day_ninety(start: date, spans: Sequence[tuple[date, date]]) -> date | None:
    """The first date on which ninety days have been counted; None where a pause has no end."""
    missing, reached = DAYS, start
    for first, last in spans:
        free = max(0, (first - reached).days - 1)
        if missing <= free:
            break
        if last == date.max:
            return None
        missing, reached = missing - free, max(reached, last)
    return reached + timedelta(days=missing)
