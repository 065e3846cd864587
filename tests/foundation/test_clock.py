"""The clock keeps UTC inside, and knows the wall in summer and in winter."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation import clock

STOCKHOLM = ZoneInfo("Europe/Stockholm")
SEVEN = time(7)


def test_now_is_in_utc() -> None:
    assert clock.now().utcoffset() == datetime.now(UTC).utcoffset()


def test_late_evening_in_utc_is_tomorrow_on_the_wall() -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert clock.local_date(late, STOCKHOLM) == date(2026, 11, 23)
    assert clock.iso_week(late, STOCKHOLM) == "2026-W48"


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 12, 28), "2026-W53"),
        (date(2027, 1, 3), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
        (date(2024, 12, 30), "2025-W01"),
        (date(2021, 1, 1), "2020-W53"),
    ],
)
def test_a_week_belongs_to_the_year_of_its_thursday(day: date, week: str) -> None:
    noon = datetime.combine(day, time(12), tzinfo=UTC)
    assert clock.iso_week(noon, STOCKHOLM) == week


@pytest.mark.parametrize(
    ("week", "moment"),
    [
        ("2026-W13", datetime(2026, 3, 23, 6, tzinfo=UTC)),
        ("2026-W14", datetime(2026, 3, 30, 5, tzinfo=UTC)),
        ("2026-W43", datetime(2026, 10, 19, 5, tzinfo=UTC)),
        ("2026-W44", datetime(2026, 10, 26, 6, tzinfo=UTC)),
        ("2026-W53", datetime(2026, 12, 28, 6, tzinfo=UTC)),
    ],
)
def test_seven_o_clock_is_seven_on_the_wall_in_summer_and_winter(
    week: str, moment: datetime
) -> None:
    assert clock.monday_of(week, SEVEN, STOCKHOLM) == moment


@pytest.mark.parametrize(
    "week", ["2025-W53", "2026-W00", "2026-W54", "2026-47", "W47", "", "0-W01"]
)
def test_a_week_that_does_not_exist_is_refused(week: str) -> None:
    with pytest.raises(ValueError, match="week"):
        clock.monday_of(week, SEVEN, STOCKHOLM)


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1)))
def test_every_monday_is_the_monday_of_its_own_week(day: date) -> None:
    noon = datetime.combine(day, time(12), tzinfo=UTC)
    monday = clock.monday_of(clock.iso_week(noon, STOCKHOLM), SEVEN, STOCKHOLM)
    on_the_wall = monday.astimezone(STOCKHOLM)
    assert (on_the_wall.isoweekday(), on_the_wall.hour) == (1, 7)
    assert 0 <= (day - on_the_wall.date()).days <= 6
