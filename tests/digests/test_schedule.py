"""A letter is due at the hour on the wall, once a week, through every change of the clock."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.models import DigestChoice
from digests.schedule import LATE_AT_MOST, Due, due, moment
from foundation.translating import HOME

HOUR = timedelta(hours=1)


def choice(weekday: int = 0, hour: int = 7, paused_until: date | None = None) -> DigestChoice:
    return DigestChoice(user_id=UUID(int=1), weekday=weekday, hour=hour, paused_until=paused_until)


def on_the_wall(*parts: int, fold: int = 0) -> datetime:
    year, month, day, hour, minute = (*parts, 0)[:5]
    return datetime(year, month, day, hour, minute, fold=fold, tzinfo=HOME).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "week"),
    [
        (on_the_wall(2026, 11, 23, 6, 59), None),
        (on_the_wall(2026, 11, 23, 7), "2026-W48"),
        (on_the_wall(2026, 11, 25, 6, 59), "2026-W48"),
        (on_the_wall(2026, 11, 25, 7), None),
        (on_the_wall(2026, 12, 28, 7), "2026-W53"),
        (on_the_wall(2027, 1, 4, 7), "2027-W01"),
    ],
    ids=["not yet", "now", "two days late", "too late", "week 53", "week 1"],
)
def test_the_default_is_monday_at_seven(now: datetime, week: str | None) -> None:
    found = due(choice(), now=now, zone=HOME)
    assert (found and found.week) == week


def test_a_letter_for_sunday_night_belongs_to_its_own_week_on_monday_too() -> None:
    found = due(choice(6, 23), now=on_the_wall(2026, 11, 30, 5), zone=HOME)
    assert found == Due("2026-W48", on_the_wall(2026, 11, 29, 23))


def test_in_the_night_without_two_oclock_the_letter_comes_at_three() -> None:
    at = moment(choice(6, 2), "2026-W13", HOME)
    assert at == on_the_wall(2026, 3, 29, 3)
    assert due(choice(6, 2), now=at - HOUR, zone=HOME) is None
    assert due(choice(6, 2), now=at, zone=HOME)


def test_in_the_night_with_two_oclock_twice_it_is_due_from_the_first_and_is_one_week() -> None:
    first = on_the_wall(2026, 10, 25, 2)
    second = on_the_wall(2026, 10, 25, 2, fold=1)
    assert second - first == HOUR
    found = [due(choice(6, 2), now=now, zone=HOME) for now in (first - HOUR, first, second)]
    assert found == [None, Due("2026-W43", first), Due("2026-W43", first)]


def test_a_pause_ends_on_its_day() -> None:
    paused = choice(paused_until=date(2026, 11, 30))
    assert due(paused, now=on_the_wall(2026, 11, 23, 8), zone=HOME) is None
    assert due(paused, now=on_the_wall(2026, 11, 30, 8), zone=HOME)


@given(
    weekday=st.integers(0, 6),
    hour=st.integers(0, 23),
    start=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1)),  # noqa: DTZ001  # on the wall
)
def test_a_clock_that_is_asked_every_hour_finds_every_week_once(
    weekday: int, hour: int, start: datetime
) -> None:
    begin = start.replace(minute=0, second=0, microsecond=0, tzinfo=HOME).astimezone(UTC)
    wanted, found = choice(weekday, hour), dict[str, datetime]()
    for hours in range(24 * 21):
        now = begin + hours * HOUR
        each = due(wanted, now=now, zone=HOME)
        if each:
            found.setdefault(each.week, now)
            assert timedelta(0) <= now - each.at < LATE_AT_MOST
    assert 3 <= len(found) <= 4
    for week, now in list(found.items())[1:]:
        assert now - moment(wanted, week, HOME) < HOUR
