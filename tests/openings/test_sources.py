"""Whatever JSON comes, a row is understood or refused; nothing crashes."""

import string
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from foundation.records import BadRecord, Record
from openings.importing import statement_of
from openings.models import Source
from openings.sources import codes
from openings.sources.base import Ad, Removal, RowRefused, recognise
from openings.sources.values import text
from tests.openings.ads import jobtech_ad, nav_content, nav_entry, nav_item

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=30)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3),
    max_leaves=8,
)
WHOLE = [jobtech_ad(), nav_content(), nav_entry(), nav_item()]


def keys_of(value: Any) -> set[str]:
    """Every key of an ad, at any depth."""
    if isinstance(value, dict):
        return set(value).union(*map(keys_of, value.values()))
    return set().union(*map(keys_of, value)) if isinstance(value, list) else set()


KEYS = sorted(set().union(*map(keys_of, WHOLE)))
OBJECTS = st.dictionaries(st.sampled_from(KEYS) | ANY_TEXT, VALUES, max_size=8)


@st.composite
def spoilt(draw: st.DrawFn) -> dict[str, Any]:
    """A whole ad in which some parts, at any depth, have been replaced by anything."""

    def spoil(value: Any) -> Any:
        if draw(st.integers(0, 9)) == 0:
            return draw(VALUES)
        if isinstance(value, dict):
            return {key: spoil(part) for key, part in value.items()}
        return [spoil(part) for part in value] if isinstance(value, list) else value

    ad = draw(st.sampled_from(WHOLE))
    return {key: spoil(part) for key, part in ad.items()}


def check(content: dict[str, Any], source: Source | None) -> None:
    try:
        said = statement_of(Record(1, content), source)
    except RowRefused:
        return
    assert isinstance(said, Ad | Removal)
    assert said.source_id
    if isinstance(said, Ad):
        assert said.headline
        f"{said}".encode()  # would raise for half of a surrogate pair
        assert "\0" not in said.headline + said.description + said.employer_name
        assert 0 <= said.number_of_vacancies <= 500


@settings(max_examples=120)
@given(OBJECTS, st.sampled_from([None, Source.JOBTECH, Source.NAV]))
@example({"id": "\ud800", "headline": "\ud800a\0"}, None)
@example({"id": "1", "headline": "x", "timestamp": float("nan")}, None)
@example({"id": "1", "removed": True, "removed_date": "9999-12-31T23:59:59-23:59"}, None)
@example({"uuid": "1", "title": "<![x", "description": "<p><![if"}, None)
@example({"uuid": "1", "title": "x", "categoryList": [{"score": 10**400}, {"score": "1"}]}, None)
def test_any_object_is_understood_or_refused(
    content: dict[str, Any], source: Source | None
) -> None:
    check(content, source)


@settings(max_examples=120)
@given(spoilt())
def test_an_ad_with_any_part_replaced_is_understood_or_refused(content: dict[str, Any]) -> None:
    check(content, None)


@pytest.mark.parametrize("ad", WHOLE)
def test_a_row_is_recognised_by_its_shape(ad: dict[str, Any]) -> None:
    assert recognise(ad) is (Source.JOBTECH if "headline" in ad else Source.NAV)


def test_a_sparse_removal_is_recognised() -> None:
    assert recognise({"id": 1, "removed": True}) is Source.JOBTECH


@pytest.mark.parametrize("row", [{}, {"id": "1"}, {"namn": "Kim"}])
def test_a_row_that_is_no_ad_is_refused_in_plain_words(row: dict[str, Any]) -> None:
    with pytest.raises(RowRefused, match="liknar ingen annons"):
        statement_of(Record(1, row))


def test_a_broken_row_is_refused_with_the_readers_own_reason() -> None:
    with pytest.raises(RowRefused, match="inte giltig JSON"):
        statement_of(BadRecord(7, "Raden är inte giltig JSON."))


@given(st.text(string.printable + "<>&;åäö\0\ud800"))
def test_text_is_clean_and_cleaning_it_again_changes_no_more(raw: str) -> None:
    clean = text(raw)
    assert "\0" not in clean
    clean.encode()  # would raise for half of a surrogate pair
    assert clean == clean.strip()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Svenska", "sv"),
        ("Norsk", "no"),
        ("Persiska (Farsi)", "fa"),
        ("Dari", "fa"),
        ("Tigrinja/Tigrinska", "ti"),
        ("Meänkieli/Tornedalsfinska", "fit"),
        ("Teckenspråk", "swl"),
        ("Urspråket", None),
    ],
)
def test_a_language_is_known_by_what_forms_call_it(name: str, code: str | None) -> None:
    assert codes.language(name) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [("Sverige", "SE"), ("NORGE", "NO"), ("Tsjekkia", "CZ"), ("Norway", "NO"), ("Mordor", "ZZ")],
)
def test_a_country_is_known_by_its_name_in_any_of_our_languages(name: str, code: str) -> None:
    assert codes.country(name, else_="SE") == code
