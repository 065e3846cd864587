"""Figures for many seekers at once."""

from math import log2

import pytest

from matching.evaluation import figures_of

JUDGED = {"y1": {"a": 3.0, "b": 1.0, "c": 0.0}, "y2": {"a": 2.0}}


def test_there_is_one_value_for_each_judged_seeker_in_their_order() -> None:
    figures = figures_of({"y2": ["a"], "y1": ["b", "a"]}, JUDGED, depth=2, top=2)
    best = 3 + 1 / log2(3)
    assert figures.ndcg == pytest.approx(((1 + 3 / log2(3)) / best, 1))
    assert figures.precision == (0.5, 0.5)
    assert figures.hits == (1, 1)


def test_what_is_only_possible_is_no_hit() -> None:
    figures = figures_of({"y1": ["b"]}, {"y1": JUDGED["y1"]}, top=1)
    assert figures.precision == (0,)
    assert figures.hits == (0,)
    assert figures_of({"y1": ["b"]}, {"y1": JUDGED["y1"]}, top=1, least=1).hits == (1,)


def test_a_seeker_who_is_shown_nothing_gets_nothing() -> None:
    figures = figures_of({"y2": ["a"]}, JUDGED)
    assert figures.ndcg == (0, 1)
    assert figures.hits == (0, 1)


def test_what_nobody_has_judged_counts_as_no_fit_and_is_told_of() -> None:
    figures = figures_of({"y1": ["x", "a"], "y2": ["a"]}, JUDGED, depth=2)
    assert figures.judged == (0.5, 1)
    assert figures.ndcg[0] < 1
