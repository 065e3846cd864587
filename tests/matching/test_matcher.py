"""What is this ranker's own, beside the contract."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError

from matching.facts import Experience, LanguageLevel, Requirements, SearchArea
from matching.matcher import OpeningMatcher
from matching.weights import DEFAULT_WEIGHTS
from tests.matching.making import TODAY, a_seeker, a_vacancy, the_match

KITCHEN = a_vacancy(
    headline="Köksbiträde till skolrestaurang",
    text="Du diskar, skär grönsaker och serverar lunch.",
    kind="job",
    municipality="2184",
    occupation="9412",
    must_have=Requirements(languages=(LanguageLevel("sv", "A2"),)),
    experience_required=False,
    published_on=TODAY - timedelta(days=2),
)
AMINA = a_seeker(
    wishes=("jobba i kök",),
    experience=(Experience("diskare", 8, "9412"),),
    languages=(LanguageLevel("sv", "B1"),),
    home_municipality="2182",
)


def test_a_match_tells_why_from_the_weightiest_reason_down() -> None:
    match = the_match(AMINA, KITCHEN)
    assert match.label == "strong"
    codes = [reason.code for reason in match.reasons]
    assert codes[0] == "occupation"
    assert {"usual_title", "experience", "distance", "first_job", "language_met"} <= set(codes)
    assert [reason.points for reason in match.reasons] == sorted(
        (reason.points for reason in match.reasons), reverse=True
    )


def test_every_rule_that_stands_in_the_way_is_named() -> None:
    licence = Requirements(driving_licences=("B",))
    closed = replace(KITCHEN, is_open=False, country="NO", must_have=licence)
    seeker = replace(AMINA, driving_licences=(), search_area=SearchArea())
    matcher = OpeningMatcher(as_of=TODAY).fit([closed])
    assert [each.code for each in matcher.why_not(seeker, closed.id)] == [
        "closed",
        "country",
        "driving_licence",
    ]


def test_weights_decide_what_counts() -> None:
    only_distance = replace(
        DEFAULT_WEIGHTS,
        **dict.fromkeys(("occupation", "wish", "experience", "skills", "text"), 0.0),
        **dict.fromkeys(("first_job", "requirements", "freshness"), 0.0),
        distance=1.0,
    )
    home = a_vacancy(id="home", municipality="2182", occupation="1210")
    matcher = OpeningMatcher(only_distance).fit([KITCHEN, home])
    assert [match.vacancy_id for match in matcher.rank(AMINA)] == ["home", KITCHEN.id]


def test_making_a_matcher_only_stores_what_it_is_given() -> None:
    matcher = OpeningMatcher(as_of=TODAY)
    assert matcher.get_params() == {"weights": DEFAULT_WEIGHTS, "as_of": TODAY}
    assert clone(matcher).get_params() == matcher.get_params()


def test_a_matcher_that_has_read_nothing_says_so() -> None:
    with pytest.raises(NotFittedError):
        OpeningMatcher().rank(AMINA)


def test_fitting_again_forgets_what_was_read_before() -> None:
    matcher = OpeningMatcher().fit([KITCHEN]).fit([a_vacancy(id="new")])
    assert [match.vacancy_id for match in matcher.rank(AMINA)] == ["new"]
