"""Counting seekers by the hard rules gives just what the ranker's rules say one by one."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.crowd import Crowd, question
from matching.facts import Requirements, Seeker, Vacancy
from matching.matcher import OpeningMatcher
from tests.matching.strategies import seekers, vacancies


@settings(max_examples=60, deadline=None)
@given(people=st.lists(seekers, max_size=8), vacancy=vacancies())
def test_a_crowd_counts_those_whom_nothing_excludes(people: list[Seeker], vacancy: Vacancy) -> None:
    people = [replace(each, id=str(at)) for at, each in enumerate(people)]
    matcher = OpeningMatcher().fit([vacancy])
    passing = [each for each in people if not matcher.why_not(each, vacancy.id)]
    assert Crowd(people).count([vacancy]) == [len(passing)]


def test_what_is_known_of_a_seeker_is_replaced_and_forgotten() -> None:
    driving = Vacancy(id="v", headline="", must_have=Requirements(driving_licences=("B",)))
    crowd = Crowd([Seeker(id="a", driving_licences=()), Seeker(id="b", driving_licences=("B",))])
    assert crowd.count([driving]) == [1]
    crowd.put([Seeker(id="a", driving_licences=("B",))])
    assert (crowd.count([driving]), len(crowd)) == ([2], 2)
    crowd.remove("b")
    crowd.remove("nobody")
    assert (crowd.count([driving]), len(crowd)) == ([1], 1)


def test_words_change_no_question() -> None:
    assert question(Vacancy(id="a", headline="Kock")) == question(Vacancy(id="b", headline="Lager"))
    assert question(Vacancy(id="a", headline="Kock")) != question(
        Vacancy(id="a", headline="Kock", minimum_age=18)
    )
