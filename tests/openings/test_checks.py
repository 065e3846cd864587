"""What a draft may not say, and what is missing before it is published."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from openings.checks import Problem, faults, gaps
from openings.facts import OpeningFacts
from tests.factories import TODAY

COMPLETE = OpeningFacts(
    headline="Hjälp i köket",
    description="Du hjälper kocken med lunchen.",
    occupation="9412",
    municipality="2182",
)
YESTERDAY = TODAY - timedelta(days=1)


def fields(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.field for problem in problems]


def test_an_empty_draft_contradicts_nothing() -> None:
    assert faults(OpeningFacts(), today=TODAY) == ()


@pytest.mark.parametrize(
    ("field", "facts"),
    [
        ("number_of_vacancies", {"number_of_vacancies": 0}),
        ("number_of_vacancies", {"number_of_vacancies": 501}),
        ("occupation", {"occupation": "0000"}),
        ("municipality", {"municipality": "9999"}),
        ("municipality", {"municipality": "2182", "country": "NO"}),
        ("ends_on", {"starts_on": date(2027, 6, 14), "ends_on": date(2027, 6, 13)}),
        ("scope_min", {"scope_min": 0}),
        ("scope_max", {"scope_max": 101}),
        ("scope_max", {"scope_min": 75, "scope_max": 50}),
        ("experience_months", {"experience_months": -1}),
        ("minimum_age", {"minimum_age": 12}),
        ("minimum_age", {"minimum_age": 65}),
    ],
)
def test_a_contradiction_is_found_at_its_field(field: str, facts: dict[str, Any]) -> None:
    assert fields(faults(replace(COMPLETE, **facts), today=TODAY)) == [field]


def test_what_is_complete_may_be_published() -> None:
    assert gaps(COMPLETE, today=TODAY) == ()
    assert faults(COMPLETE, today=TODAY) == ()


def test_an_empty_draft_lacks_what_a_caseworker_must_know() -> None:
    missing = fields(gaps(OpeningFacts(), today=TODAY))
    assert missing == ["headline", "description", "occupation", "municipality"]


@pytest.mark.parametrize("field", ["application_deadline", "ends_on"])
def test_a_day_that_has_passed_must_be_changed(field: str) -> None:
    passed: dict[str, Any] = {field: YESTERDAY}
    last_day: dict[str, Any] = {field: TODAY}
    assert fields(gaps(replace(COMPLETE, **passed), today=TODAY)) == [field]
    assert gaps(replace(COMPLETE, **last_day), today=TODAY) == ()
