"""What any ranker must keep, whatever it compares and however it weighs.

A test class derives from `RankerContract` and says how its ranker is made:

    class TestOpeningMatcher(RankerContract):
        def ranker(self, as_of: date | None) -> Ranker:
            return OpeningMatcher(as_of=as_of)
"""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any, Protocol, Self

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from matching.codes import EXCLUSIONS, GAPS, QUESTIONS, REASONS
from matching.explanation import Exclusion, Gap, Match, Question, Reason, total
from matching.facts import Requirements, SearchArea, Seeker, Vacancy
from tests.matching.hard_rules import broken_rules
from tests.matching.strategies import SKILLS, TODAY, boards, seekers, vacancies

ALL = 100
EVERYWHERE = SearchArea(countries=("SE", "NO"))
varied = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors],
)
days_or_none = st.sampled_from((TODAY, None))


class Ranker(Protocol):
    """The ranker's side of the contract."""

    def fit(self, vacancies: Sequence[Vacancy], y: None = None) -> Self:
        """Read the vacancies."""

    def rank(self, seeker: Seeker, limit: int = 20) -> list[Match]:
        """Return the best vacancies for a seeker."""

    def why_not(self, seeker: Seeker, vacancy_id: str) -> tuple[Exclusion, ...]:
        """Return what excludes a vacancy."""

    def explain(self, seeker: Seeker, vacancy_id: str) -> Match | None:
        """Return one match."""

    def rank_seekers(
        self, vacancy_id: str, seekers: Iterable[Seeker], limit: int = 20
    ) -> list[Match]:
        """Return the best seekers for a vacancy."""


class RankerContract(ABC):
    """Derive from this with a name that begins with Test."""

    @abstractmethod
    def ranker(self, as_of: date | None) -> Ranker:
        """Make the ranker under test, for one day or for any."""

    @varied
    @given(boards(), seekers, days_or_none)
    def test_the_same_question_gets_the_same_answer(
        self, board: list[Vacancy], seeker: Seeker, as_of: date | None
    ) -> None:
        first, second = self.ranker(as_of).fit(board), self.ranker(as_of).fit(board)
        assert first.rank(seeker) == first.rank(seeker) == second.rank(seeker)

    @varied
    @given(boards(), seekers, st.randoms())
    def test_the_order_of_the_vacancies_does_not_matter(
        self, board: list[Vacancy], seeker: Seeker, chance: Any
    ) -> None:
        shuffled = chance.sample(board, len(board))
        ranked = self.ranker(TODAY).fit(board).rank(seeker)
        assert self.ranker(TODAY).fit(shuffled).rank(seeker) == ranked

    @varied
    @given(boards(), seekers, days_or_none)
    def test_a_hard_rule_is_never_broken(
        self, board: list[Vacancy], seeker: Seeker, as_of: date | None
    ) -> None:
        by_id = {vacancy.id: vacancy for vacancy in board}
        for match in self.ranker(as_of).fit(board).rank(seeker, limit=ALL):
            assert broken_rules(seeker, by_id[match.vacancy_id], as_of) == []

    @varied
    @given(boards(), seekers, days_or_none)
    def test_what_is_not_ranked_is_excluded_with_a_reason(
        self, board: list[Vacancy], seeker: Seeker, as_of: date | None
    ) -> None:
        ranker = self.ranker(as_of).fit(board)
        ranked = {match.vacancy_id for match in ranker.rank(seeker, limit=ALL)}
        for vacancy in board:
            assert (vacancy.id in ranked) == (ranker.why_not(seeker, vacancy.id) == ())

    @varied
    @given(boards(), seekers)
    def test_the_score_is_exactly_the_sum_of_its_reasons(
        self, board: list[Vacancy], seeker: Seeker
    ) -> None:
        for match in self.ranker(TODAY).fit(board).rank(seeker, limit=ALL):
            assert match.score == total(match.reasons)
            assert 0 <= match.score <= 1
            assert all(reason.points >= 0 for reason in match.reasons)

    @varied
    @given(boards(), seekers)
    def test_better_scores_come_first_and_equal_ones_by_id(
        self, board: list[Vacancy], seeker: Seeker
    ) -> None:
        ranked = self.ranker(TODAY).fit(board).rank(seeker, limit=ALL)
        assert ranked == sorted(ranked, key=lambda match: (-match.score, match.vacancy_id))

    @varied
    @given(boards(), seekers, st.integers(0, 10))
    def test_a_limit_cuts_the_same_ranking_shorter(
        self, board: list[Vacancy], seeker: Seeker, limit: int
    ) -> None:
        ranker = self.ranker(TODAY).fit(board)
        assert ranker.rank(seeker, limit=limit) == ranker.rank(seeker, limit=ALL)[:limit]

    @varied
    @given(boards(), seekers, days_or_none)
    def test_an_explanation_is_the_very_match_that_was_ranked(
        self, board: list[Vacancy], seeker: Seeker, as_of: date | None
    ) -> None:
        ranker = self.ranker(as_of).fit(board)
        ranked = {match.vacancy_id: match for match in ranker.rank(seeker, limit=ALL)}
        assert {v.id: m for v in board if (m := ranker.explain(seeker, v.id))} == ranked

    @varied
    @given(vacancies(), st.lists(seekers, max_size=4))
    def test_seekers_for_a_vacancy_get_the_scores_of_the_other_direction(
        self, vacancy: Vacancy, several: list[Seeker]
    ) -> None:
        named = [replace(each, id=f"y{number}") for number, each in enumerate(several)]
        ranker = self.ranker(TODAY).fit([vacancy])
        there = [match for seeker in named for match in ranker.rank(seeker)]
        ordered = sorted(there, key=lambda match: (-match.score, match.seeker_id))
        assert ranker.rank_seekers(vacancy.id, reversed(named)) == ordered
        assert ranker.rank_seekers(vacancy.id, named, limit=1) == ordered[:1]

    @varied
    @given(boards(), seekers, st.data())
    def test_not_knowing_a_fact_never_gives_more_points_than_knowing_it(
        self, board: list[Vacancy], seeker: Seeker, data: st.DataObject
    ) -> None:
        known = [
            field.name
            for field in fields(Seeker)
            if field.default is None and getattr(seeker, field.name) is not None
        ]
        assume(known)
        forgotten: dict[str, Any] = {data.draw(st.sampled_from(known)): None}
        ranker = self.ranker(TODAY).fit(board)
        scores = {match.vacancy_id: match.score for match in ranker.rank(seeker, limit=ALL)}
        for match in ranker.rank(replace(seeker, **forgotten), limit=ALL):
            assert match.score <= scores.get(match.vacancy_id, 1)

    @varied
    @given(boards(), seekers, st.sampled_from(SKILLS))
    def test_one_more_skill_never_lowers_a_score(
        self, board: list[Vacancy], seeker: Seeker, skill: str
    ) -> None:
        ranker = self.ranker(TODAY).fit(board)
        skilled = replace(seeker, skills=(*(seeker.skills or ()), skill))
        before = {match.vacancy_id: match.score for match in ranker.rank(seeker, limit=ALL)}
        after = {match.vacancy_id: match.score for match in ranker.rank(skilled, limit=ALL)}
        assert before.keys() == after.keys()
        assert all(after[vacancy_id] >= score for vacancy_id, score in before.items())

    @varied
    @given(boards(), seekers, st.data())
    def test_a_vacancy_that_goes_changes_nothing_about_who_may_have_the_others(
        self, board: list[Vacancy], seeker: Seeker, data: st.DataObject
    ) -> None:
        assume(board)
        gone = data.draw(st.sampled_from(board))
        left = [vacancy for vacancy in board if vacancy is not gone]
        before, after = self.ranker(TODAY).fit(board), self.ranker(TODAY).fit(left)
        for vacancy in left:
            assert after.why_not(seeker, vacancy.id) == before.why_not(seeker, vacancy.id)

    @varied
    @given(boards(), seekers, days_or_none)
    def test_every_code_is_known_and_has_the_facts_it_should_have(
        self, board: list[Vacancy], seeker: Seeker, as_of: date | None
    ) -> None:
        ranker = self.ranker(as_of).fit(board)
        for match in ranker.rank(seeker, limit=ALL):
            assert all(each.facts.keys() == REASONS[each.code] for each in match.reasons)
            assert all(each.facts.keys() == GAPS[each.code] for each in match.gaps)
            assert all(each.facts.keys() == QUESTIONS[each.code] for each in match.questions)
        for vacancy in board:
            for exclusion in ranker.why_not(seeker, vacancy.id):
                assert exclusion.facts.keys() == EXCLUSIONS[exclusion.code]

    @varied
    @given(boards(), seekers)
    def test_every_fact_can_be_stored_as_json(self, board: list[Vacancy], seeker: Seeker) -> None:
        ranker = self.ranker(TODAY).fit(board)
        for match in ranker.rank(seeker, limit=ALL):
            parts: tuple[Reason | Gap | Question, ...] = (
                *match.reasons,
                *match.gaps,
                *match.questions,
            )
            for part in parts:
                assert json.loads(json.dumps(part.facts)) == part.facts
        for vacancy in board:
            for exclusion in ranker.why_not(seeker, vacancy.id):
                assert json.loads(json.dumps(exclusion.facts)) == exclusion.facts

    def test_twins_are_ordered_by_id(self) -> None:
        twins = [Vacancy(id=each, headline="Städare", occupation="9111") for each in "cab"]
        seeker = Seeker(id="y01", wishes=("städ",))
        ranked = self.ranker(TODAY).fit(twins).rank(seeker)
        assert [match.vacancy_id for match in ranked] == ["a", "b", "c"]
        assert len({match.score for match in ranked}) == 1

    def test_no_vacancies_is_an_empty_ranking(self) -> None:
        assert self.ranker(TODAY).fit([]).rank(Seeker(id="y01", wishes=("lager",))) == []

    def test_vacancies_without_any_words_can_be_ranked(self) -> None:
        wordless = [Vacancy(id="a", headline=""), Vacancy(id="b", headline="–")]
        ranker = self.ranker(None).fit(wordless)
        assert len(ranker.rank(Seeker(id="y01", wishes=("",), skills=("",)))) == 2

    def test_two_vacancies_with_one_id_are_refused(self) -> None:
        twice = [Vacancy(id="a", headline="Kock"), Vacancy(id="a", headline="Städare")]
        with pytest.raises(ValueError, match="'a'"):
            self.ranker(TODAY).fit(twice)

    def test_a_vacancy_that_was_not_read_is_an_error(self) -> None:
        ranker = self.ranker(TODAY).fit([Vacancy(id="a", headline="Kock")])
        seeker = Seeker(id="y01")
        for ask in (ranker.why_not, ranker.explain):
            with pytest.raises(KeyError):
                ask(seeker, "b")
        with pytest.raises(KeyError):
            ranker.rank_seekers("b", [seeker])

    def test_what_the_seeker_wants_comes_before_what_is_merely_near(self) -> None:
        wanted = Vacancy(id="wanted", headline="Kock", municipality="2180", occupation="5120")
        near = Vacancy(id="near", headline="Ekonomichef", municipality="2182", occupation="1210")
        seeker = Seeker(id="y01", occupations=("5120",), home_municipality="2182")
        ranked = self.ranker(None).fit([near, wanted]).rank(seeker)
        assert [match.vacancy_id for match in ranked] == ["wanted", "near"]

    def test_a_missing_fact_that_an_opening_turns_on_is_asked_for(self) -> None:
        asks = Requirements(skills=("svetsning",), driving_licences=("B",))
        vacancy = Vacancy(id="a", headline="Svetsare", must_have=asks, minimum_age=18)
        match = self.ranker(TODAY).fit([vacancy]).explain(Seeker(id="y01"), "a")
        assert match is not None
        assert {"driving_licence", "age", "skills"} <= {each.code for each in match.questions}
