"""How alike two rankings are, counted by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.evaluation import overlap_at, rank_biased_overlap

rankings = st.lists(st.sampled_from("abcdefgh"), unique=True)


def test_overlap_counts_what_both_show_in_whatever_order() -> None:
    assert overlap_at(2, ["a", "b", "c"], ["b", "a", "d"]) == 1
    assert overlap_at(3, ["a", "b", "c"], ["b", "a", "d"]) == pytest.approx(2 / 3)
    assert overlap_at(5, ["a"], ["a", "b"]) == 0.5
    assert overlap_at(5, [], []) == 1


def test_overlap_of_no_places_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        overlap_at(0, ["a"], ["a"])


def test_two_places_changed_are_half_alike_to_a_reader_who_often_stops() -> None:
    """With p = ½: nothing in common at the first place, all of it at the second and beyond."""
    assert rank_biased_overlap(["a", "b"], ["b", "a"], p=0.5) == 0.5


def test_a_change_at_the_top_weighs_more_than_one_further_down() -> None:
    at_the_top = rank_biased_overlap(["a", "b", "c"], ["x", "b", "c"])
    further_down = rank_biased_overlap(["a", "b", "c"], ["a", "b", "x"])
    assert at_the_top < further_down


def test_a_ranking_that_stops_short_is_taken_to_go_on_as_it_began() -> None:
    assert rank_biased_overlap(["a"], ["a", "b"], p=0.5) == 1
    assert rank_biased_overlap(["b"], ["a", "b"], p=0.5) == 0.25


def test_nothing_is_like_nothing_and_unlike_anything() -> None:
    assert rank_biased_overlap([], []) == 1
    assert rank_biased_overlap([], ["a"]) == 0


def test_a_reader_who_never_stops_or_never_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        rank_biased_overlap(["a"], ["a"], p=1)


@given(rankings, rankings)
def test_likeness_is_a_share_and_the_same_both_ways(one: list[str], other: list[str]) -> None:
    alike = rank_biased_overlap(one, other)
    assert -1e-9 <= alike <= 1 + 1e-9
    assert alike == pytest.approx(rank_biased_overlap(other, one))


@given(rankings)
def test_every_ranking_is_wholly_like_itself(one: list[str]) -> None:
    assert rank_biased_overlap(one, one) == pytest.approx(1)
