"""In a country looked in, and within the search area."""

from typing import Any

import pytest

from matching.facts import SearchArea
from tests.matching.making import a_seeker, a_vacancy, codes, found

SODERHAMN, HUDIKSVALL, STOCKHOLM = "2182", "2184", "0180"


def looking(home: str | None = SODERHAMN, **limits: Any) -> Any:
    return a_seeker(home_municipality=home, search_area=SearchArea(**limits))


def test_a_country_that_is_not_looked_in_is_excluded() -> None:
    oslo = a_vacancy(country="NO", municipality="0301")
    assert codes(looking(), oslo) == [("Exclusion", "country")]


def test_who_looks_in_norway_looks_in_all_of_it() -> None:
    tromso = a_vacancy(country="NO", municipality="5501")
    assert codes(looking(max_commute_km=30, countries=("SE", "NO")), tromso) == []


def test_who_looks_only_in_norway_does_not_look_at_home() -> None:
    near = a_vacancy(municipality=SODERHAMN)
    assert codes(looking(countries=("NO",)), near) == [("Exclusion", "country")]


def test_who_has_set_no_limits_looks_in_all_of_sweden() -> None:
    assert codes(looking(), a_vacancy(municipality=STOCKHOLM)) == []
    assert codes(looking(home=None), a_vacancy()) == []


def test_within_commuting_distance_is_within_the_area() -> None:
    assert codes(looking(max_commute_km=50), a_vacancy(municipality=HUDIKSVALL)) == []


def test_too_far_is_excluded_with_the_distance() -> None:
    [finding] = found(looking(max_commute_km=50), a_vacancy(municipality=STOCKHOLM))
    assert finding.code == "search_area"
    assert finding.facts["max_km"] == 50
    assert finding.facts["km"] == pytest.approx(225, abs=15)


def test_a_chosen_county_is_within_the_area_however_far() -> None:
    stockholm = a_vacancy(municipality=STOCKHOLM)
    assert codes(looking(max_commute_km=50, counties=("01",)), stockholm) == []


def test_only_chosen_counties_leave_out_the_others() -> None:
    limits = looking(counties=("21",))
    assert codes(limits, a_vacancy(municipality=STOCKHOLM)) == [("Exclusion", "search_area")]
    assert codes(limits, a_vacancy(county="21")) == []


def test_a_workplace_known_only_by_county_is_excluded_where_all_of_it_is_too_far() -> None:
    skane = a_vacancy(county="12")
    assert codes(looking(max_commute_km=100), skane) == [("Exclusion", "search_area")]


def test_a_workplace_known_only_by_county_is_a_question_where_some_of_it_is_near() -> None:
    assert codes(looking(max_commute_km=50), a_vacancy(county="21")) == [("Question", "workplace")]


def test_a_workplace_that_is_not_known_is_a_question() -> None:
    assert codes(looking(max_commute_km=50), a_vacancy()) == [("Question", "workplace")]
    assert codes(looking(counties=("21",)), a_vacancy()) == [("Question", "workplace")]


def test_a_home_that_is_not_known_is_a_question() -> None:
    homeless = looking(home=None, max_commute_km=50)
    near = a_vacancy(municipality=HUDIKSVALL)
    assert codes(homeless, near) == [("Question", "home_municipality")]


def test_one_number_means_different_places_in_the_two_countries() -> None:
    at_home = looking(home="0301", max_commute_km=10, countries=("SE", "NO"))
    assert codes(at_home, a_vacancy(municipality=STOCKHOLM)) == [("Question", "home_municipality")]
