"""Two sets of weights on the same seekers, before one replaces the other."""

from dataclasses import replace
from math import log2

import pytest

from matching.evaluation import Run, compare
from matching.explanation import Label, Match
from matching.matcher import OpeningMatcher
from matching.weights import DEFAULT_WEIGHTS
from tests.matching.making import a_seeker, a_vacancy


def a_run(**answers: list[tuple[str, float, Label]]) -> Run:
    """What a ranker answered: for each seeker, openings with score and label."""
    return Run(
        {
            seeker: tuple(Match(seeker, opening, score, label) for opening, score, label in matches)
            for seeker, matches in answers.items()
        }
    )


BEFORE = a_run(
    anna=[("o1", 0.6, "strong"), ("o2", 0.3, "good")],
    bo=[("o1", 0.5, "strong")],
)
AFTER = a_run(
    anna=[("o2", 0.5, "strong"), ("o1", 0.3, "good")],
    bo=[("o1", 0.6, "strong")],
)


def test_nothing_changes_against_itself() -> None:
    same = compare(BEFORE, BEFORE, judgements={"anna": {"o1": 3}}, group_of={"anna": "x"})
    assert same.overlap == 1
    assert same.likeness == pytest.approx(1)
    assert not same.labels
    assert same.ndcg_change is not None
    assert same.ndcg_change.mean == 0
    assert same.exposure_before == same.exposure_after


def test_the_means_are_over_all_seekers() -> None:
    change = compare(BEFORE, AFTER, k=1)
    assert change.seekers == 2
    assert change.overlap == 0.5
    assert change.likeness == pytest.approx(0.5)


def test_changed_labels_are_counted_from_what_to_what() -> None:
    assert compare(BEFORE, AFTER).labels == {("strong", "good"): 1, ("good", "strong"): 1}


def test_an_opening_that_comes_or_goes_has_no_label_on_the_other_side() -> None:
    assert compare(BEFORE, AFTER, k=1).labels == {("strong", None): 1, (None, "strong"): 1}


def test_the_change_in_ndcg_is_over_those_who_have_judgements() -> None:
    change = compare(BEFORE, AFTER, judgements={"anna": {"o1": 3}, "cia": {"o1": 3}})
    assert change.ndcg_change is not None
    assert change.ndcg_change.mean == pytest.approx(1 / log2(3) - 1)


def test_without_judgements_or_groups_nothing_is_said_of_them() -> None:
    change = compare(BEFORE, AFTER, judgements={"cia": {"o1": 3}})
    assert change.ndcg_change is None
    assert change.exposure_before == change.exposure_after == {}


def test_exposure_is_in_what_is_suggested_for_each_opening() -> None:
    """Before, Anna stands above Bo for o1 and alone for o2; after, she comes second to him."""
    change = compare(BEFORE, AFTER, group_of={"anna": "x", "bo": "y"})
    assert change.exposure_before["x"].exposure == 2
    assert change.exposure_before["y"].exposure == pytest.approx(1 / log2(3))
    assert change.exposure_after["x"].exposure == pytest.approx(1 + 1 / log2(3))
    assert change.exposure_after["y"].exposure == 1
    assert change.exposure_after["y"].mean_rank == 1


def test_runs_on_different_seekers_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="same seekers"):
        compare(BEFORE, a_run(anna=[]))


def test_two_sets_of_weights_are_compared_as_the_ranker_answers() -> None:
    near = a_vacancy(id="near", headline="Lärare", municipality="2182", occupation="2341")
    wanted = a_vacancy(id="wanted", headline="Kock", municipality="0180", occupation="5120")
    cook = a_seeker(id="cook", wishes=("kock",), home_municipality="2182")
    usual = DEFAULT_WEIGHTS
    all_for_nearness = round(usual.occupation + usual.wish + usual.distance, 3)
    by_place = replace(usual, occupation=0.0, wish=0.0, distance=all_for_nearness)
    one, other = (
        Run.of(OpeningMatcher(weights).fit([near, wanted]), [cook]) for weights in (usual, by_place)
    )
    assert one.rankings() == {"cook": ["wanted", "near"]}
    assert other.rankings() == {"cook": ["near", "wanted"]}
    change = compare(one, other, judgements={"cook": {"wanted": 3}})
    assert change.overlap == 1
    assert change.likeness < 1
    assert change.ndcg_change is not None
    assert change.ndcg_change.mean < 0
