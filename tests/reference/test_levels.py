"""Levels, licences and kinds: their order, and what includes what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.labels import LANGUAGES, Terms
from reference.levels import (
    CEFR,
    EDUCATION,
    EMPLOYMENT_TYPES,
    LICENCES,
    OPENING_KINDS,
    at_least,
    education_at_least,
    languages,
    licence_covers,
    licences_within,
)
from reference.occupations import fields

LISTS = (CEFR, EDUCATION, EMPLOYMENT_TYPES, LICENCES, OPENING_KINDS, languages(), fields())
licences = st.sampled_from(LICENCES.codes)


@pytest.mark.parametrize("terms", LISTS)
def test_every_term_has_its_own_code_and_labels(terms: Terms) -> None:
    assert len(set(terms.codes)) == len(terms)
    assert all(term.label(language) for term in terms for language in LANGUAGES)


def test_a_list_offers_choices_for_a_form() -> None:
    assert OPENING_KINDS.choices("nb")[0] == ("work_placement", "Praksisplass")
    assert OPENING_KINDS.choices(only=["job"]) == [("job", "Jobb")]


def test_a_code_outside_the_list_has_no_term() -> None:
    assert LICENCES.get("Z") is None


def test_levels_of_language_are_ordered_up_to_native() -> None:
    assert at_least("B1", "A2")
    assert at_least("B1", "B1")
    assert at_least("native", "C2")
    assert not at_least("A2", "B1")
    with pytest.raises(ValueError, match="D1"):
        at_least("D1", "A1")


def test_levels_of_education_are_ordered() -> None:
    assert education_at_least("upper_secondary", "compulsory")
    assert not education_at_least("none", "compulsory")


def test_a_lorry_and_trailer_licence_includes_what_was_needed_for_it() -> None:
    assert licences_within("CE") == {"CE", "C", "C1", "C1E", "BE", "B96", "B", "AM"}


@pytest.mark.parametrize(
    ("have", "need", "covers"),
    [
        (["CE"], "B", True),
        (["D"], "B", True),
        (["A"], "A1", True),
        (["B"], "AM", True),
        (["B"], "C1", False),
        (["C"], "D", False),
        (["A"], "B", False),
        (["B", "A1"], "A1", True),
        ([], "B", False),
    ],
)
def test_a_licence_covers_those_below_it(have: list[str], need: str, covers: bool) -> None:
    assert licence_covers(have, need) is covers


@given(licences, licences)
def test_inclusion_passes_on_and_never_goes_round(a: str, b: str) -> None:
    if b in licences_within(a):
        assert licences_within(b) <= licences_within(a)
        assert a == b or a not in licences_within(b)


def test_the_languages_begin_with_those_of_the_two_countries() -> None:
    assert languages().codes[:2] == ("sv", "no")
    assert {"en", "ar", "so", "ti", "fa", "uk", "pl"} <= set(languages().codes)
    swedish_names = [term.label("sv") for term in languages()]
    assert all(name[0].isupper() for name in swedish_names)
