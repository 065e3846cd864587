"""When each person's letter is due: pure, from her choice and the clock on the wall."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from digests.models import DigestChoice
from foundation import clock

LATE_AT_MOST = timedelta(hours=48)
"""How late a letter may come, as after a night without power; after that its week is left out."""


@dataclass(frozen=True, slots=True)
class Due:
    """A letter's ISO week, and the moment in it that its reader has chosen."""

    week: str
    at: datetime


def due(choice: DigestChoice, *, now: datetime, zone: ZoneInfo) -> Due | None:
    """The letter that should have come by now, or None where none should.

    The hour is the one on the wall. In the night that skips an hour, a letter for that hour comes
    when the clock has moved on; in the night that repeats one, it comes the first time, and the
    week it belongs to keeps it from coming again.
    """
    for ago in (timedelta(0), timedelta(days=7)):
        week = clock.iso_week(now - ago, zone)
        at = moment(choice, week, zone)
        if at <= now:
            is_paused = choice.paused_until and clock.local_date(at, zone) < choice.paused_until
            return Due(week, at) if now - at < LATE_AT_MOST and not is_paused else None
    return None


def moment(choice: DigestChoice, week: str, zone: ZoneInfo) -> datetime:
    """The moment of the person's letter in a week, in UTC."""
    noon = clock.monday_of(week, time(12), zone)
    day = clock.local_date(noon, zone) + timedelta(days=choice.weekday)
    return datetime.combine(day, time(choice.hour), tzinfo=zone).astimezone(UTC)
