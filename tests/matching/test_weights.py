"""Weights add up, and labels mean what they say."""

from dataclasses import fields, replace

import pytest

from matching.explanation import GOOD_FROM, STRONG_FROM, Reason, label_for, points, total
from matching.weights import DEFAULT_WEIGHTS, Weights

THE_WORK_ITSELF = ("occupation", "wish", "experience")
CIRCUMSTANCES = ("distance", "first_job", "requirements", "freshness")


def thousandths(names: tuple[str, ...]) -> int:
    return sum(DEFAULT_WEIGHTS.thousandths(name) for name in names)


def test_the_default_weights_sum_to_exactly_one() -> None:
    assert thousandths(tuple(part.name for part in fields(Weights))) == 1000


def test_weights_that_do_not_sum_to_one_are_refused() -> None:
    with pytest.raises(ValueError, match=r"sum to 1\.1"):
        replace(DEFAULT_WEIGHTS, occupation=DEFAULT_WEIGHTS.occupation + 0.1)


@pytest.mark.parametrize("weight", [-0.01, 0.0705])
def test_a_weight_that_is_negative_or_too_fine_is_refused(weight: float) -> None:
    with pytest.raises(ValueError, match="text="):
        replace(DEFAULT_WEIGHTS, text=weight)


def test_nothing_is_strong_unless_the_work_itself_fits() -> None:
    assert 1000 - thousandths(THE_WORK_ITSELF) < STRONG_FROM


def test_nothing_is_good_for_its_circumstances_alone() -> None:
    assert thousandths(CIRCUMSTANCES) < GOOD_FROM


@pytest.mark.parametrize(
    ("score", "label"),
    [
        (STRONG_FROM, "strong"),
        (STRONG_FROM - 1, "good"),
        (GOOD_FROM - 1, "possible"),
        (0, "possible"),
    ],
)
def test_a_score_has_one_label(score: int, label: str) -> None:
    assert label_for(score) == label


def test_points_are_added_without_the_dust_of_floats() -> None:
    reasons = [Reason("a", points(each)) for each in (100, 200, 335)]
    assert total(reasons) == 0.635
    assert sum([0.1, 0.2]) != 0.3
    assert total([Reason("a", 0.1), Reason("b", 0.2)]) == 0.3
