"""This engine on the development set: nothing excluded, and well ahead of plain text search."""

from pathlib import Path

import pytest

from benchmarks.relevance.collection import Collection, read_collection, read_judgements
from benchmarks.relevance.contest import THIS, contest, margin
from matching.evaluation import mean

AHEAD = 0.15


def test_every_youth_has_something_good_and_something_that_is_not() -> None:
    judgements = read_judgements()
    assert len(judgements) >= 15
    for grades in judgements.values():
        assert max(grades.values()) >= 2
        assert min(grades.values()) == 0


def test_the_engine_is_well_ahead_of_every_search_and_shows_nothing_excluded(
    shared_data: Path,
) -> None:
    """One test, so that the ads are read and every contender is asked once."""
    collection = read_collection(shared_data)
    _grades_are_of_youths_and_ads_that_exist(collection)
    results = contest(collection)
    [this] = [result for result in results if result.name == THIS]
    assert this.violations == 0
    assert margin(results).ndcg.mean >= AHEAD
    assert margin(results).ndcg.low > 0
    assert margin(results, ruled=True).ndcg.mean > 0, "also ahead of searches with the same rules"
    for result in results:
        assert mean(result.figures.judged) >= 0.8, f"nearly all shown is judged: {result.name}"


def _grades_are_of_youths_and_ads_that_exist(collection: Collection) -> None:
    offered = {vacancy.id for vacancy in collection.vacancies}
    assert collection.judgements.keys() == {seeker.id for seeker in collection.seekers}
    assert all(grades.keys() <= offered for grades in collection.judgements.values())


def test_ads_that_are_missing_are_told_of(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"ads_no_nav\.jsonl\.gz"):
        read_collection(tmp_path)
