"""How sure a mean is."""

import pytest

from matching.evaluation import Interval, interval_of, interval_of_difference


def test_where_all_are_equal_nothing_is_left_to_chance() -> None:
    assert interval_of([0.5, 0.5, 0.5]) == Interval(0.5, 0.5, 0.5)


def test_two_values_are_drawn_as_four_equally_likely_pairs() -> None:
    """The mean of a pair is 0, ½, ½ or 1: all of them at 95 %, only ½ in the middle 40 %."""
    assert interval_of([0, 1]) == Interval(0.5, 0, 1)
    assert interval_of([0, 1], level=0.4) == Interval(0.5, 0.5, 0.5)


def test_more_seekers_make_a_narrower_interval() -> None:
    few, many = interval_of([0, 1] * 5), interval_of([0, 1] * 500)
    assert many.high - many.low < (few.high - few.low) / 5
    assert many.low < 0.5 < many.high


def test_the_same_seed_gives_the_same_interval_and_another_seed_another() -> None:
    values = [0.1, 0.4, 0.35, 0.8, 0.77]
    assert interval_of(values) == interval_of(values)
    assert interval_of(values, draws=100, seed=1) != interval_of(values, draws=100, seed=2)


def test_a_difference_is_paired_by_seeker() -> None:
    """The seekers differ much from each other, and the rankers by the same tenth for each."""
    difference = interval_of_difference([0.1, 0.5, 1.0], [0.0, 0.4, 0.9])
    assert difference.mean == pytest.approx(0.1)
    assert (difference.low, difference.high) == pytest.approx((0.1, 0.1))


def test_rankers_measured_on_different_seekers_cannot_be_paired() -> None:
    with pytest.raises(ValueError, match="shorter"):
        interval_of_difference([0.1, 0.2], [0.1])


def test_there_is_no_interval_of_nothing_nor_at_an_impossible_level() -> None:
    with pytest.raises(ValueError, match="nothing"):
        interval_of([])
    with pytest.raises(ValueError, match="between 0 and 1"):
        interval_of([0.5], level=1)
