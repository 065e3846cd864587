"""The measures, on rankings small enough to count by hand."""

from math import log2

import pytest

from matching.evaluation import (
    coverage_at,
    hit_at,
    mean,
    ndcg_at,
    precision_at,
    recall_at,
    reciprocal_rank,
)

RANKED = ["a", "b", "c", "d"]


def test_precision_counts_the_hits_among_the_first() -> None:
    assert precision_at(2, RANKED, {"a", "d"}) == 0.5
    assert precision_at(4, RANKED, {"a", "d"}) == 0.5
    assert precision_at(1, RANKED, {"d"}) == 0


def test_precision_counts_places_left_empty_as_misses() -> None:
    assert precision_at(10, RANKED, set(RANKED)) == 0.4
    assert precision_at(5, [], {"a"}) == 0


def test_a_hit_is_anything_relevant_among_the_first() -> None:
    assert hit_at(2, RANKED, {"b", "x"}) == 1
    assert hit_at(2, RANKED, {"c"}) == 0
    assert hit_at(2, [], {"a"}) == 0


def test_coverage_is_the_share_of_the_offered_that_anybody_is_shown() -> None:
    rankings = [["a", "b", "c"], ["a", "d"]]
    assert coverage_at(1, rankings, {"a", "b", "c", "d"}) == 0.25
    assert coverage_at(2, rankings, {"a", "b", "c", "d"}) == 0.75
    assert coverage_at(2, rankings, {"a", "x"}) == 0.5
    assert coverage_at(2, [], set()) == 1


def test_recall_counts_how_much_was_found() -> None:
    assert recall_at(2, RANKED, {"a", "d", "x"}) == pytest.approx(1 / 3)
    assert recall_at(4, RANKED, {"a", "d"}) == 1
    assert recall_at(1, RANKED, set()) == 1


def test_reciprocal_rank_looks_at_the_first_hit() -> None:
    assert reciprocal_rank(RANKED, {"c", "d"}) == pytest.approx(1 / 3)
    assert reciprocal_rank(RANKED, {"x"}) == 0


def test_ndcg_is_one_for_the_best_order_and_less_for_any_other() -> None:
    gains = {"a": 3.0, "b": 2.0, "c": 1.0}
    assert ndcg_at(3, ["a", "b", "c"], gains) == 1
    assert ndcg_at(3, ["c", "b", "a"], gains) < 1
    assert ndcg_at(3, ["x", "y"], gains) == 0


def test_ndcg_discounts_by_the_logarithm_of_the_place() -> None:
    assert ndcg_at(2, ["x", "a"], {"a": 1.0}) == pytest.approx(1 / log2(3))


def test_where_nothing_can_be_gained_nothing_is_lost() -> None:
    assert ndcg_at(5, RANKED, {}) == 1


def test_an_id_that_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        precision_at(2, ["a", "a"], {"a"})


def test_no_places_at_all_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        ndcg_at(0, RANKED, {"a": 1.0})


def test_the_mean_of_nothing_is_refused() -> None:
    assert mean([0.0, 1.0]) == 0.5
    with pytest.raises(ValueError, match="nothing"):
        mean([])
