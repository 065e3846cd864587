"""A ranker with other weights shares the index, and answers as one that was made with them."""

from dataclasses import replace

from matching.matcher import OpeningMatcher
from matching.weights import DEFAULT_WEIGHTS
from tests.matching.making import TODAY, a_seeker, a_vacancy

NEAR = a_vacancy(id="near", headline="Lärare", municipality="2182", occupation="2341")
WANTED = a_vacancy(id="wanted", headline="Kock", municipality="0180", occupation="5120")
COOK = a_seeker(wishes=("kock",), home_municipality="2182")
BY_PLACE = replace(DEFAULT_WEIGHTS, occupation=0.0, wish=0.0, distance=0.57)


def test_other_weights_answer_as_if_the_ranker_were_made_with_them() -> None:
    usual = OpeningMatcher(as_of=TODAY).fit([NEAR, WANTED])
    made = OpeningMatcher(BY_PLACE, TODAY).fit([NEAR, WANTED])
    other = usual.weighing(BY_PLACE)
    assert other.rank(COOK) == made.rank(COOK)
    assert other.best([COOK]) == made.best([COOK])
    assert [each.vacancy_id for each in other.rank(COOK)] == ["near", "wanted"]


def test_the_ranker_in_use_goes_on_as_before() -> None:
    usual = OpeningMatcher(as_of=TODAY).fit([NEAR, WANTED])
    before = usual.rank(COOK)
    usual.weighing(BY_PLACE).rank(COOK)
    assert usual.rank(COOK) == before
    assert usual.weights == DEFAULT_WEIGHTS


def test_vacancies_that_came_and_went_are_known_to_both() -> None:
    usual = OpeningMatcher().fit([NEAR]).add([WANTED]).remove(["near"])
    assert [each.vacancy_id for each in usual.weighing(BY_PLACE).rank(COOK)] == ["wanted"]
