"""This engine on the development set: nothing excluded, and well ahead of plain text search."""

from pathlib import Path

import pytest

from benchmarks.relevance.collection import Collection, read_collection, read_judgements
from benchmarks.relevance.contest import THIS, Result, contest, margin
from matching.evaluation import mean

AHEAD = 0.15


@pytest.fixture(scope="module")
def collection(shared_data: Path) -> Collection:
    """The youths, the real ads and the grades."""
    return read_collection(shared_data)


@pytest.fixture(scope="module")
def results(collection: Collection) -> list[Result]:
    """What every contender reached."""
    return contest(collection)


def test_every_youth_has_something_good_and_something_that_is_not() -> None:
    judgements = read_judgements()
    assert len(judgements) >= 15
    for grades in judgements.values():
        assert max(grades.values()) >= 2
        assert min(grades.values()) == 0


def test_the_grades_are_of_these_youths_and_of_ads_that_exist(collection: Collection) -> None:
    offered = {vacancy.id for vacancy in collection.vacancies}
    assert collection.judgements.keys() == {seeker.id for seeker in collection.seekers}
    assert all(grades.keys() <= offered for grades in collection.judgements.values())


def test_the_engine_shows_nothing_that_a_rule_excludes(results: list[Result]) -> None:
    [this] = [result for result in results if result.name == THIS]
    assert this.violations == 0


def test_the_engine_is_well_ahead_of_the_best_search(results: list[Result]) -> None:
    assert margin(results).ndcg.mean >= AHEAD
    assert margin(results).ndcg.low > 0


def test_the_engine_is_ahead_even_of_searches_that_keep_to_the_same_rules(
    results: list[Result],
) -> None:
    assert margin(results, ruled=True).ndcg.mean > 0


def test_nearly_all_that_is_shown_has_been_judged(results: list[Result]) -> None:
    for result in results:
        assert mean(result.figures.judged) >= 0.8, result.name


def test_ads_that_are_missing_are_told_of(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"ads_no_nav\.jsonl\.gz"):
        read_collection(tmp_path)
