"""Nobody can be worked out of what is told: not by itself, by subtraction, or between two days."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.counting import Figure
from goals.measures import Unit
from goals.telling import Told, is_few, tell, tell_parts, thinned

figures = st.integers(0, 14).flatmap(
    lambda whole: st.integers(0, whole).map(lambda part: Figure(part, whole))
)
days = st.lists(figures, max_size=8)


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (Figure(12, 20), Told(12, 20)),
        (Figure(0, 20), Told(0, 20)),
        (Figure(20, 20), Told(20, 20)),
        (Figure(4, 20), Told(None, 20)),
        (Figure(17, 20), Told(None, 20)),
        (Figure(0, 3), Told()),
    ],
)
def test_a_small_count_and_a_small_rest_are_not_told(figure: Figure, told: Told) -> None:
    assert tell(figure, Unit.SHARE) == told


@given(st.lists(figures, min_size=1, max_size=5))
def test_what_is_missing_of_a_sum_points_nobody_out(each: list[Figure]) -> None:
    parts = dict(enumerate(each))
    total = Figure(sum(f.numerator for f in each), sum(f.denominator for f in each))
    shown, whole = tell_parts(parts, total, Unit.SHARE)
    for key, told in shown.items():
        if told.numerator is not None:
            assert not is_few(parts[key].numerator)
            assert not is_few(parts[key].rest)
    hidden = [parts[key] for key, told in shown.items() if told == Told()]
    if whole == Told():
        return
    assert len(hidden) != 1
    missing = Figure(sum(f.numerator for f in hidden), sum(f.denominator for f in hidden))
    assert not is_few(missing.numerator)
    assert not is_few(missing.rest)
    assert not is_few(missing.denominator)


def test_one_small_team_takes_another_along() -> None:
    parts = {"A": Figure(10, 20), "B": Figure(9, 18), "C": Figure(2, 16)}
    shown, total = tell_parts(parts, Figure(21, 54), Unit.SHARE)
    assert shown == {"A": Told(10, 20), "B": Told(), "C": Told()}
    assert total == Told(21, 54)


@given(days, days)
def test_between_two_days_nobody_is_picked_out(one: list[Figure], other: list[Figure]) -> None:
    points = [(day, pair) for day, pair in enumerate(zip(one, other, strict=False))]
    kept = [pair for _day, pair in thinned(points, Unit.SHARE)]
    for before, after in pairwise(kept):
        for first, second in zip(before, after, strict=True):
            assert not is_few(abs(second.numerator - first.numerator))
            assert not is_few(abs(second.rest - first.rest))


def test_the_latest_day_that_may_be_told_stays() -> None:
    points = [(day, [Figure(count, 40)]) for day, count in enumerate((0, 3, 6, 8, 13))]
    assert [day for day, _figures in thinned(points, Unit.SHARE)] == [0, 3, 4]
