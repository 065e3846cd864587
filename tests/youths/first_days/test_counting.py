"""The first ninety days are counted day by day, but for the pauses."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from youths.first_days.counting import DAYS, counted

START = date(2026, 3, 1)


@dataclass(frozen=True)
class Break:
    starts_on: date
    ends_on: date | None


def after(days: int) -> date:
    return START + timedelta(days=days)


breaks = st.builds(
    lambda first, length: Break(after(first), None if length is None else after(first + length)),
    st.integers(-5, 130),
    st.none() | st.integers(0, 60),
)


def one_by_one(pauses: list[Break], today: date) -> int:
    """The days counted as a person would, with a calendar and a pencil."""
    elapsed = (START + timedelta(days=n) for n in range(1, (today - START).days + 1))
    return sum(
        not any(p.starts_on <= each <= (p.ends_on or date.max) for p in pauses) for each in elapsed
    )


@given(st.lists(breaks, max_size=5), st.integers(-3, 200))
def test_the_count_is_what_one_gets_day_by_day(pauses: list[Break], days: int) -> None:
    count = counted(START, pauses, after(days))

    assert count.day == one_by_one(pauses, after(days))
    assert count.left == DAYS - count.day
    assert counted(START, pauses[::-1], after(days)) == count


@given(st.lists(breaks, max_size=5))
def test_day_ninety_is_the_first_date_on_which_ninety_have_been_counted(
    pauses: list[Break],
) -> None:
    ends_on = counted(START, pauses, START).ends_on

    if ends_on is None:
        assert one_by_one(pauses, after(1000)) < DAYS
    else:
        assert one_by_one(pauses, ends_on) == DAYS
        assert one_by_one(pauses, ends_on - timedelta(days=1)) == DAYS - 1


def test_without_pauses_day_ninety_is_ninety_days_after_registration() -> None:
    count = counted(START, [], after(30))

    assert (count.day, count.left, count.ends_on, count.is_paused) == (30, 60, after(90), False)


def test_a_pause_without_a_last_day_leaves_day_ninety_open() -> None:
    count = counted(START, [Break(after(10), None)], after(40))

    assert (count.day, count.ends_on, count.is_paused) == (9, None, True)
