"""The curve is Kaplan and Meier's, as scipy works it out too."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf

from goals.survival import Wait, happened_by, wait

waits = st.builds(Wait, st.integers(0, 100), st.booleans())


@given(st.lists(waits, min_size=1, max_size=30))
def test_the_shares_are_those_of_scipy(some: list[Wait]) -> None:
    seen = CensoredData(
        uncensored=[each.days for each in some if each.happened],
        right=[each.days for each in some if not each.happened],
    )
    expected = ecdf(seen).cdf.evaluate(range(0, 91, 10))
    assert happened_by(some, range(0, 91, 10)) == pytest.approx(list(expected))


def test_of_nobody_nothing_has_happened() -> None:
    assert happened_by([], [0, 90]) == [0, 0]


def test_who_left_before_counts_while_she_was_there() -> None:
    since = date(2026, 1, 1)
    left = since + timedelta(days=10)
    assert wait(since, since + timedelta(days=20), left) == Wait(10, False)
    assert wait(since, since - timedelta(days=3), left) == Wait(0, True)
    found = happened_by([Wait(10, False), Wait(20, True), Wait(90, False)], [10, 20])
    assert found == [0, 0.5]
