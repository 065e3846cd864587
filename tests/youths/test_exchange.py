"""The exchange schema: what is told, what is not known, and what is plainly wrong."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youths.exchange import LineRefused, read_line
from youths.facts import YouthFacts
from youths.models import Experience, LanguageSkill

TODAY = date(2026, 11, 23)
WHOLE: dict[str, Any] = {
    "id": "y01",
    "alias": "Humlan",
    "registered_on": "2026-09-01",
    "wishes": ["lager", "köra truck"],
    "occupations": ["4322"],
    "skills": ["truckkort"],
    "about": "Gillar att ha\nfullt upp.",
    "education_level": "upper_secondary",
    "experience": [{"title": "kock", "months": 8}, {"title": "städare"}],
    "languages": [{"language": "sv", "level": "B1"}, {"language": "ti", "level": "native"}],
    "driving_licences": ["B"],
    "authorised_occupations": [],
    "home_municipality": "2182",
    "search_area": {"max_commute_km": 50, "counties": ["21"], "countries": ["SE", "NO"]},
    "born": 2003,
    "available_from": "2027-01-07",
}


def facts_of(**content: Any) -> YouthFacts:
    return read_line({"id": "y01"} | content).facts(today=TODAY)


def refusal_of(**content: Any) -> str:
    with pytest.raises(LineRefused) as refused:
        read_line({"id": "y01"} | content)
    return str(refused.value)


def test_a_whole_line_is_read() -> None:
    assert read_line(WHOLE).facts(today=TODAY) == YouthFacts(
        alias="Humlan",
        registered_on=date(2026, 9, 1),
        born=2003,
        wishes=("lager", "köra truck"),
        occupations=("4322",),
        skills=("truckkort",),
        about="Gillar att ha\nfullt upp.",
        education_level="upper_secondary",
        experience=(Experience(title="kock", months=8), Experience(title="städare")),
        languages=(
            LanguageSkill(language="sv", level="B1"),
            LanguageSkill(language="ti", level="native"),
        ),
        driving_licences=("B",),
        authorised_occupations=(),
        home_municipality="2182",
        max_commute_km=50,
        counties=("21",),
        countries=("SE", "NO"),
        available_from=date(2027, 1, 7),
    )


def test_a_line_may_tell_nothing_but_its_id() -> None:
    assert facts_of() == YouthFacts(alias="y01", registered_on=TODAY)


@pytest.mark.parametrize(
    "fact",
    ["skills", "experience", "languages", "driving_licences", "authorised_occupations"],
)
def test_a_missing_list_is_not_known_and_an_empty_one_is_known_to_be_none(fact: str) -> None:
    assert getattr(facts_of(), fact) is None
    assert getattr(facts_of(**{fact: None}), fact) is None
    assert getattr(facts_of(**{fact: []}), fact) == ()


def test_a_search_area_that_is_not_told_is_sweden() -> None:
    assert facts_of(search_area={}).countries == ("SE",)
    assert facts_of(search_area={"countries": ["NO"]}).countries == ("NO",)


def test_an_id_may_be_a_number() -> None:
    assert read_line({"id": 7}).id == "7"


def test_keys_that_the_schema_does_not_have_are_passed_over() -> None:
    assert facts_of(sex="f", birth_country="SO", health="…") == facts_of()


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ({"id": None}, "id: ska vara text"),
        ({"id": "  "}, "id: är tom"),
        ({"id": "20030101-1234"}, "id: ser ut som ett personnummer; använd ett alias"),
        ({"alias": "0301011234"}, "alias: ser ut som ett personnummer; använd ett alias"),
        ({"born": "okänt"}, "born: ska vara ett heltal"),
        ({"born": 2003.5}, "born: ska vara ett heltal"),
        ({"born": 3}, "born: är för litet"),
        ({"skills": "truckkort"}, "skills: ska vara en lista"),
        ({"wishes": [7]}, "wishes[0]: ska vara text"),
        ({"occupations": ["4322", "9999"]}, "occupations[1]: ska vara en yrkesgrupp"),
        ({"education_level": "gymnasium"}, "education_level: ska vara none, compulsory"),
        ({"experience": [{"months": 8}]}, "experience[0].title: saknas"),
        ({"experience": [{"title": "kock", "months": -1}]}, "experience[0].months: är för litet"),
        ({"languages": [{"language": "svenska"}]}, "languages[0].language: ska vara en språkkod"),
        ({"languages": [{"language": "sv", "level": "bra"}]}, "languages[0].level: ska vara A1"),
        ({"driving_licences": ["truck"]}, "driving_licences[0]: ska vara en körkortsklass"),
        ({"home_municipality": 2182}, "home_municipality: ska vara text"),
        ({"home_municipality": "9999"}, "home_municipality: ska vara en kommunkod"),
        ({"search_area": "nära"}, "search_area: ska vara ett objekt"),
        ({"search_area": {"counties": ["99"]}}, "search_area.counties[0]: ska vara en länskod"),
        ({"search_area": {"countries": ["DK"]}}, "search_area.countries[0]: ska vara SE eller NO"),
        ({"available_from": "snart"}, "available_from: ska vara ett datum som 2026-01-31"),
        ({"protected_identity": "kanske"}, "protected_identity: ska vara true eller false"),
    ],
)
def test_a_wrong_field_is_named_with_what_would_be_right(
    content: dict[str, Any], complaint: str
) -> None:
    assert refusal_of(**content).startswith(complaint)


def test_every_wrong_field_is_named_at_once_and_no_value_is_repeated() -> None:
    complaint = refusal_of(born="hemligt", home_municipality="hemligt")
    assert complaint.count(": ") == 2
    assert "hemligt" not in complaint


@given(st.dictionaries(st.sampled_from([*WHOLE, "x"]), st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)))  # fmt: skip
def test_any_object_is_read_or_refused_in_words_that_help(content: dict[str, Any]) -> None:
    complaint = ""
    try:
        assert "\0" not in f"{read_line(content).facts(today=TODAY)}"
    except LineRefused as refusal:
        complaint = str(refusal)
    assert "går inte att förstå" not in complaint
