"""Driving licences, a car of one's own, and the lowest age."""

import pytest

from openings.reading import Requirement
from tests.openings.reading.asking import demanded, useful

LICENCE, CAR, AGE = Requirement.DRIVING_LICENCE, Requirement.OWN_CAR, Requirement.AGE


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("B-körkort är ett krav.", ["B"]),
        ("B- körkort krävs.", ["B"]),
        ("Körkort krävs.", ["B"]),
        ("Du må ha førerkort klasse B.", ["B"]),
        ("Førekort klasse B er nødvendig.", ["B"]),
        ("Har du klasse C sertifikat har vi jobb for deg.", ["C"]),
        ("Krav:\n- Sertifikat bil", ["B"]),
        ("Du har CE-körkort och YKB.", ["CE"]),
        ("Körkort med behörighet C och CE krävs.", ["C", "CE"]),
        ("Du har C- eller CE-körkort.", ["C"]),
        ("You must have a category B driving licence.", ["B"]),
    ],
)
def test_a_licence_is_demanded(text: str, classes: list[str]) -> None:
    assert demanded(text, LICENCE) == classes


@pytest.mark.parametrize(
    "text",
    [
        "B-körkort är meriterande.",
        "Gärna B-körkort.",
        "Førerkort klasse B er en fordel, men ikke et krav.",
        "Meriterande:\n- B-körkort",
        "B-körkort krävs för vissa tjänster.",
        "Kvalifikasjoner:\n- Førerkort klasse B (ved hjemmetjeneste)",
    ],
)
def test_a_licence_is_useful(text: str) -> None:
    assert (demanded(text, LICENCE), useful(text, LICENCE)) == ([], ["B"])


@pytest.mark.parametrize(
    "text",
    [
        "Vi hjälper dig att ta körkort.",
        "Körkort krävs inte.",
        "Førerkort/Körkort: Ikke nødvendig.",
        "Kvalifikasjoner:\n- Førerkort klasse B (minst en av assistentene må ha det)",
        "Truckkort krävs.",
    ],
)
def test_no_licence_is_asked_for(text: str) -> None:
    assert demanded(text, LICENCE) + useful(text, LICENCE) == []


def test_each_licence_has_the_weight_of_its_own_clause() -> None:
    text = "B-körkort är ett krav, C-körkort är meriterande."
    assert (demanded(text, LICENCE), useful(text, LICENCE)) == (["B"], ["C"])


def test_a_car_of_ones_own_is_demanded_or_useful() -> None:
    assert demanded("Du måste ha egen bil.", CAR) == [""]
    assert demanded("Krav:\n- Du disponerer bil", CAR) == [""]
    assert useful("Disponere egen bil er en fordel, men ikke et krav.", CAR) == [""]


@pytest.mark.parametrize("text", ["Du får tjänstebil.", "Vi tilbyr deg firmabil og egen bil."])
def test_a_car_that_is_lent_is_not_asked_for(text: str) -> None:
    assert demanded(text, CAR) + useful(text, CAR) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Du måste ha fyllt 20 år.", "20"),
        ("Det er et krav at du er fylt 18 år.", "18"),
        ("Åldersgräns 18 år.", "18"),
        ("Arbeidsoppgaver\nDu selger og er over 20 år.", "20"),
        ("You must be at least 18 years old.", "18"),
    ],
)
def test_the_lowest_age_is_read(text: str, years: str) -> None:
    assert demanded(text, AGE) == [years]


@pytest.mark.parametrize(
    "text",
    [
        "Familjen har två barn över 13 år.",
        "Vi har funnits i över 20 år.",
        "Minst 20 års erfarenhet.",
    ],
)
def test_other_ages_are_not_hers(text: str) -> None:
    assert demanded(text, AGE) == []
