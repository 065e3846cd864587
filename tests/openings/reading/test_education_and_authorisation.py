"""The level of education, and authorisation in regulated occupations."""

import pytest

from openings.reading import Requirement, Weight, read
from tests.openings.reading.asking import demanded, useful

EDUCATION, AUTHORISATION = Requirement.EDUCATION, Requirement.AUTHORISATION


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Du har gymnasieutbildning.", "upper_secondary"),
        ("Krav:\n- Fullständig gymnasieexamen eller motsvarande", "upper_secondary"),
        ("Du är utbildad undersköterska.", "upper_secondary"),
        ("Kvalifikasjoner:\n- Fagbrev gr. L", "upper_secondary"),
        ("Vi söker dig som har högskoleutbildning eller motsvarande.", "post_secondary"),
        ("Krav:\n- Civil- eller högskoleingenjör inom mekanik", "post_secondary"),
        ("Du är gymnasieingenjör eller civilingenjör.", "upper_secondary"),
        ("Søkere må ha master- eller doktorgrad.", "post_secondary"),
        ("Du må:\n- Være utdannet sykepleier", "post_secondary"),
        ("Qualifications:\n- Bachelor's or master's degree in IT", "post_secondary"),
        ("Krav:\n- Avslutad grundskola", "compulsory"),
    ],
)
def test_a_level_is_demanded_the_lowest_of_those_that_will_do(text: str, level: str) -> None:
    assert demanded(text, EDUCATION) == [level]


@pytest.mark.parametrize(
    "text",
    [
        "Högskoleutbildning är meriterande.",
        "Du bör ha en utbildning från högskola eller universitet.",
        "Ønskelig:\n- Bachelor i økonomi",
    ],
)
def test_a_level_is_useful(text: str) -> None:
    assert (demanded(text, EDUCATION), useful(text, EDUCATION)) == ([], ["post_secondary"])


@pytest.mark.parametrize(
    "text",
    [
        "Krav:\nHögskoleutbildning eller motsvarande arbetslivserfarenhet.",
        "Krav:\nFagbrev eller lang erfaring.",
        "Kvalifikasjoner:\n- Relevant mastergrad. Erfaring kan kompensere for manglende krav.",
        "Must have:\nBachelor degree. Work experience may be considered in place of education.",
    ],
)
def test_where_experience_will_do_no_level_is_demanded(text: str) -> None:
    assert demanded(text, EDUCATION) == []


@pytest.mark.parametrize(
    "text",
    [
        "Du är student och läser på universitet.",
        "Högskolan Väst söker dig.",
        "Du arbetar med elever på gymnasieprogram.",
        "Vi hjälper dig att läsa till en högskoleexamen.",
    ],
)
def test_other_schools_are_not_asked_for(text: str) -> None:
    assert demanded(text, EDUCATION) == []


def test_what_a_headline_names_is_demanded() -> None:
    assert [
        (each.requirement, each.weight) for each in read("Ring oss!", "Elektriker med fagbrev")
    ] == [(EDUCATION, Weight.DEMANDED)]


@pytest.mark.parametrize(
    "text",
    [
        "Du är legitimerad sjuksköterska.",
        "Kvalifikationer\nLeg. sjuksköterska.",
        "Lärarlegitimation krävs.",
        "Kvalifikasjoner:\n- Norsk autorisasjon som sykepleier",
        "Kvalifikasjoner:\n- Offentlig godkjent vernepleier",
    ],
)
def test_authorisation_is_demanded(text: str) -> None:
    assert demanded(text, AUTHORISATION) == [""]


def test_authorisation_is_useful_where_other_ways_are_open() -> None:
    text = "Krav:\n- Norsk autorisasjon. Annen bakgrunn og erfaring vil også bli vurdert."
    assert (demanded(text, AUTHORISATION), useful(text, AUTHORISATION)) == ([], [""])


@pytest.mark.parametrize(
    "text",
    [
        "Bifoga din yrkeslegitimation.",
        "Logga in med e-legitimation.",
        "Du arbetar under handledning av en legitimerad läkare.",
        "Du må kunne klareres og autoriseres for hemmelig.",
    ],
)
def test_other_papers_are_no_authorisation(text: str) -> None:
    assert demanded(text, AUTHORISATION) + useful(text, AUTHORISATION) == []
