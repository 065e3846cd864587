"""Is the opening there, and can the seeker be there when it begins?"""

from datetime import date, timedelta

import pytest

from tests.matching.making import TODAY, a_seeker, a_vacancy, codes, found

SUMMER = date(2027, 6, 14)


def test_an_ordinary_opening_asks_nothing() -> None:
    assert codes(a_seeker(), a_vacancy()) == []


def test_a_closed_opening_is_never_ranked() -> None:
    assert codes(a_seeker(), a_vacancy(is_open=False)) == [("Exclusion", "closed")]


@pytest.mark.parametrize("left", [0, -1])
def test_an_opening_with_its_last_vacancy_taken_is_never_ranked(left: int) -> None:
    assert codes(a_seeker(), a_vacancy(vacancies_left=left)) == [("Exclusion", "filled")]


def test_the_last_day_to_apply_is_still_a_day_to_apply() -> None:
    assert codes(a_seeker(), a_vacancy(application_deadline=TODAY)) == []


def test_the_day_after_the_last_day_is_too_late() -> None:
    yesterday = TODAY - timedelta(days=1)
    [finding] = found(a_seeker(), a_vacancy(application_deadline=yesterday))
    assert finding.code == "deadline_passed"
    assert finding.facts == {"deadline": "2026-11-15"}


def test_without_a_day_no_date_matters() -> None:
    old = a_vacancy(application_deadline=date(2019, 1, 1), ends_on=date(2019, 6, 1))
    assert codes(a_seeker(available_from=SUMMER), old, None) == []


def test_an_opening_that_is_over_is_excluded() -> None:
    over = a_vacancy(ends_on=TODAY - timedelta(days=1))
    assert codes(a_seeker(), over) == [("Exclusion", "ended")]


def test_who_is_free_when_it_begins_can_begin() -> None:
    assert codes(a_seeker(available_from=SUMMER), a_vacancy(starts_on=SUMMER)) == []


def test_an_opening_that_began_earlier_begins_today_for_a_newcomer() -> None:
    running = a_vacancy(starts_on=date(2026, 1, 1))
    assert codes(a_seeker(available_from=TODAY), running) == []


def test_a_short_wait_is_a_question_to_the_employer() -> None:
    [finding] = found(
        a_seeker(available_from=SUMMER + timedelta(days=30)), a_vacancy(starts_on=SUMMER)
    )
    assert finding.code == "late_start"
    assert finding.facts["days"] == 30


def test_a_long_wait_excludes() -> None:
    late = a_seeker(available_from=SUMMER + timedelta(days=31))
    assert codes(late, a_vacancy(starts_on=SUMMER)) == [("Exclusion", "not_available_in_time")]


def test_who_is_free_only_after_the_end_is_excluded() -> None:
    short = a_vacancy(starts_on=SUMMER, ends_on=SUMMER + timedelta(days=7))
    late = a_seeker(available_from=SUMMER + timedelta(days=8))
    assert codes(late, short) == [("Exclusion", "not_available_in_time")]


def test_when_somebody_is_free_is_asked_if_nobody_knows() -> None:
    assert codes(a_seeker(), a_vacancy(starts_on=SUMMER)) == [("Question", "available_from")]


@pytest.mark.parametrize(
    ("born", "finding"),
    [
        (2007, ("Met", "age_met")),
        (2008, ("Question", "birthday")),
        (2009, ("Exclusion", "age")),
        (None, ("Question", "age")),
    ],
)
def test_a_year_of_birth_is_certain_only_when_the_whole_year_is(
    born: int | None, finding: tuple[str, str]
) -> None:
    assert codes(a_seeker(born=born), a_vacancy(minimum_age=18)) == [finding]


def test_age_is_counted_on_the_day_the_opening_begins() -> None:
    next_summer = a_vacancy(minimum_age=18, starts_on=SUMMER)
    young = a_seeker(born=2008, available_from=TODAY)
    assert codes(young, next_summer) == [("Met", "age_met")]


def test_without_a_day_age_is_a_question() -> None:
    assert codes(a_seeker(born=1990), a_vacancy(minimum_age=18), None) == [("Question", "age")]
