"""How much attention each group gets, counted by hand."""

from math import log2

import pytest

from matching.evaluation import exposure_by_group, smallest_share

RANKINGS = {"o1": ["anna", "bo", "cia"], "o2": ["bo"]}
SECOND, THIRD = 1 / log2(3), 0.5


def test_a_place_far_down_gets_less_attention() -> None:
    by_group = exposure_by_group(RANKINGS, {"anna": "x", "bo": "y", "cia": "x"})
    assert by_group["x"].exposure == pytest.approx((1 + THIRD) / 2)
    assert by_group["y"].exposure == pytest.approx(SECOND + 1)


def test_the_mean_rank_is_over_all_places_where_a_member_stands() -> None:
    by_group = exposure_by_group(RANKINGS, {"anna": "x", "bo": "y", "cia": "x"})
    assert by_group["x"].mean_rank == 2
    assert by_group["y"].mean_rank == 1.5


def test_members_who_are_never_shown_count_among_their_group() -> None:
    by_group = exposure_by_group(RANKINGS, {"bo": "y", "dag": "y", "eva": "z"})
    assert (by_group["y"].members, by_group["y"].shown) == (2, 1)
    assert by_group["y"].exposure == pytest.approx((SECOND + 1) / 2)
    assert by_group["z"].exposure == 0
    assert by_group["z"].mean_rank is None


def test_who_has_no_group_keeps_her_place_and_is_not_counted() -> None:
    assert list(exposure_by_group(RANKINGS, {"cia": "x"})) == ["x"]
    assert exposure_by_group(RANKINGS, {"cia": "x"})["x"].exposure == THIRD


def test_only_the_first_places_are_looked_at_where_it_is_asked_for() -> None:
    by_group = exposure_by_group(RANKINGS, {"anna": "x", "bo": "y"}, k=1)
    assert (by_group["x"].exposure, by_group["y"].exposure) == (1, 1)


def test_the_least_exposed_group_is_compared_with_the_most_exposed() -> None:
    by_group = exposure_by_group(RANKINGS, {"anna": "x", "cia": "y", "dag": "z"})
    assert smallest_share({name: by_group[name] for name in ("x", "y")}) == THIRD
    assert smallest_share(by_group) == 0


def test_where_nobody_is_shown_nobody_is_passed_over() -> None:
    assert smallest_share(exposure_by_group({}, {"anna": "x", "bo": "y"})) == 1
    assert smallest_share({}) == 1
