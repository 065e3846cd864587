"""Excluded openings that are shown come to light."""

from datetime import date

import pytest

from matching.evaluation import Violation, violations
from matching.facts import Requirements
from tests.matching.making import a_seeker, a_vacancy

DRIVING = a_vacancy(id="v1", must_have=Requirements(driving_licences=("B",)))
ANYBODY = a_vacancy(id="v2", application_deadline=date(2026, 1, 31))
NO_LICENCE = a_seeker(id="y1", driving_licences=())


def test_what_a_rule_excludes_is_found_with_the_rule_s_name() -> None:
    found = violations([NO_LICENCE], [DRIVING, ANYBODY], {"y1": ["v2", "v1"]})
    assert found == (Violation("y1", "v1", ("driving_licence",)),)


def test_what_is_not_known_excludes_nothing() -> None:
    assert violations([a_seeker(id="y1")], [DRIVING], {"y1": ["v1"]}) == ()


def test_dates_count_on_the_day_of_the_ranking_only() -> None:
    shown = {"y1": ["v2"]}
    assert violations([NO_LICENCE], [ANYBODY], shown) == ()
    assert violations([NO_LICENCE], [ANYBODY], shown, as_of=date(2026, 1, 31)) == ()
    assert violations([NO_LICENCE], [ANYBODY], shown, as_of=date(2026, 2, 1)) != ()


def test_an_opening_that_nobody_offers_cannot_be_checked() -> None:
    with pytest.raises(KeyError):
        violations([NO_LICENCE], [], {"y1": ["v1"]})
