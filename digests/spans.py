"""The time that a letter tells of, and counts within it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from foundation import clock

A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there are, and how many of them are new since the last letter."""

    total: int = 0
    new: int = 0


NONE = Tally()


@dataclass(frozen=True, slots=True)
class Span:
    """The time a letter tells of, with the days on the wall at both ends."""

    start: datetime
    end: datetime
    first_day: date
    today: date

    @classmethod
    def since(cls, last_sent: datetime | None, now: datetime, zone: ZoneInfo) -> Self:
        """From the last letter, or a week ago where there was none, until now."""
        start = last_sent or now - A_WEEK
        return cls(start, now, clock.local_date(start, zone), clock.local_date(now, zone))
