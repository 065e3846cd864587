"""What is missing, and what to ask."""

import pytest

from matching.explanation import Gap, Question
from matching.facts import Experience, LanguageLevel, Requirements, Seeker
from tests.matching.making import a_seeker, a_vacancy, the_match

COOK, BAKER = "5120", "7612"


def gaps_for(seeker: Seeker, **vacancy: object) -> list[Gap]:
    return list(the_match(seeker, a_vacancy(**vacancy)).gaps)


def questions_for(seeker: Seeker, **vacancy: object) -> list[Question]:
    return list(the_match(seeker, a_vacancy(**vacancy)).questions)


def test_a_skill_that_is_asked_for_and_not_had_is_a_gap() -> None:
    asked = Requirements(skills=("svetsning", "truckkort"))
    assert gaps_for(a_seeker(skills=("truckkort",)), must_have=asked) == [
        Gap("skill", {"skill": "svetsning"})
    ]


def test_what_would_be_useful_is_a_gap_of_its_own_kind() -> None:
    useful = Requirements(
        skills=("kassa",), driving_licences=("B",), languages=(LanguageLevel("en", "B1"),)
    )
    seeker = a_seeker(skills=(), driving_licences=(), languages=())
    assert [gap.code for gap in gaps_for(seeker, nice_to_have=useful)] == [
        "useful_skill",
        "useful_driving_licence",
        "useful_language",
    ]


def test_what_is_only_useful_is_not_asked_about() -> None:
    useful = Requirements(skills=("kassa",), driving_licences=("B",))
    seeker = a_seeker(wishes=("kock",))
    assert gaps_for(seeker, nice_to_have=useful) == []
    assert questions_for(seeker, nice_to_have=useful) == []


@pytest.mark.parametrize(
    ("done", "gaps"),
    [
        ((Experience("kock", 24, COOK),), []),
        ((Experience("kock", 5, COOK),), [Gap("experience", {"months": 12, "have": 5})]),
        ((Experience("bagare", 24, BAKER),), [Gap("experience", {"months": 12, "have": 0})]),
        ((), [Gap("experience", {"months": 12, "have": 0})]),
    ],
)
def test_experience_that_is_asked_for_and_too_short_is_a_gap(
    done: tuple[Experience, ...], gaps: list[Gap]
) -> None:
    seeker = a_seeker(experience=done)
    asked = {"occupation": COOK, "experience_required": True, "experience_months": 12}
    assert gaps_for(seeker, **asked) == gaps


def test_experience_is_asked_about_where_it_is_not_known() -> None:
    asked = {"occupation": COOK, "experience_required": True, "experience_months": 12}
    unasked = questions_for(a_seeker(wishes=("kock",)), **asked)
    assert unasked == [Question("experience", {"months": 12})]
    some = a_seeker(wishes=("kock",), experience=(Experience("kock", None, COOK),))
    assert questions_for(some, **asked) == [
        Question("experience_months", {"months": 12, "title": "kock"})
    ]
    assert gaps_for(some, **asked) == []


def test_experience_of_what_is_asked_about_where_the_occupation_is_not_known() -> None:
    seeker = a_seeker(wishes=("kock",), experience=(Experience("kock", 12, COOK),))
    assert questions_for(seeker, experience_required=True) == [
        Question("experience", {"months": None})
    ]


def test_skills_are_asked_about_where_none_are_known() -> None:
    asked = Requirements(skills=("svetsning",))
    assert questions_for(a_seeker(wishes=("kock",)), must_have=asked) == [
        Question("skills", {"skills": ["svetsning"]})
    ]


def test_who_has_said_nothing_of_what_she_wants_is_asked() -> None:
    assert questions_for(a_seeker()) == [Question("wishes")]


def test_what_would_be_useful_and_is_known_to_be_missing_is_a_gap() -> None:
    welcome = Requirements(experience=True, education_level="upper_secondary", own_car=True)
    seeker = a_seeker(experience=(), education_level="compulsory", own_car=False)
    assert {gap.code for gap in gaps_for(seeker, occupation=COOK, nice_to_have=welcome)} == {
        "useful_experience",
        "useful_education",
        "useful_own_car",
    }
    assert gaps_for(a_seeker(), occupation=COOK, nice_to_have=welcome) == []
