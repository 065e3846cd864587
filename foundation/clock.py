"""The clock: UTC inside, local time only where a person reads it."""

from datetime import UTC, date, datetime, time, timedelta
from re import fullmatch
from zoneinfo import ZoneInfo


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def local_date(moment: datetime, zone: ZoneInfo) -> date:
    """The date on the wall in `zone` at `moment`."""
    return moment.astimezone(zone).date()


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """The midnight on the wall in `zone` that begins a day, in UTC."""
    return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """The midnight on the wall in `zone` that ends a day, in UTC."""
    return start_of(day + timedelta(days=1), zone)


def iso_week(moment: datetime, zone: ZoneInfo) -> str:
    """The ISO 8601 week on the wall in `zone`, such as "2026-W47"."""
    return _week_of(local_date(moment, zone))


def monday_of(week: str, at: time, zone: ZoneInfo) -> datetime:
    """The moment `at` o'clock on the Monday of an ISO week, in UTC.

    Raises ValueError where `week` is not written like "2026-W47", or its year has no such week.
    """
    return datetime.combine(_monday(week), at, tzinfo=zone).astimezone(UTC)


def _monday(week: str) -> date:
    written = fullmatch(r"(\d{4})-W(\d{2})", week)
    if written is None:
        raise ValueError(f"a week is written like 2026-W47, not {week!r}")
    return date.fromisocalendar(int(written[1]), int(written[2]), 1)


def _week_of(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"
