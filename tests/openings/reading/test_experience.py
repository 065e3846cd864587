"""Earlier work, and how long."""

import pytest

from openings.reading import Requirement
from tests.openings.reading.asking import demanded, useful

EXPERIENCE = Requirement.EXPERIENCE


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Vi söker dig som har erfarenhet av butik.", ""),
        ("Du har tidigare arbetat i kök.", ""),
        ("Du må ha erfaring fra sykehjem.", ""),
        ("Kvalifikasjoner:\n- Solid erfaring med sveising", ""),
        ("Om rollen\nVi söker dig som har erfarenhet av butik.", ""),
        ("Är ett krav att du arbetat inom psykiatrin.", ""),
        ("Vi söker en erfaren kock.", ""),
        ("Minst två års erfarenhet av yrket krävs.", "24"),
        ("Du har minimum 2 års erfaring med utvikling.", "24"),
        ("Krav:\n- 3-5 års erfarenhet av butik", "36"),
        ("Krav:\n- Minst 5 års erfaring innen IT og 1-2 år som arkitekt", "60"),
        ("Krav:\n- Minst sex månaders erfarenhet av kassa", "6"),
        ("Krav:\n- Minst 3 års erfarenhet (senaste 10 åren)", "36"),
        ("You have at least 3 years of experience as a developer.", "36"),
    ],
)
def test_experience_is_demanded(text: str, months: str) -> None:
    assert demanded(text, EXPERIENCE) == [months]


@pytest.mark.parametrize(
    "text",
    [
        "Erfarenhet av butik är meriterande.",
        "Vi ser gärna att du har erfarenhet av butik.",
        "Erfarenhet av försäljning är meriterande, men inget krav.",
        "Du bör ha erfarenhet av butik.",
        "Vi ser helst at du har erfaring fra butikk.",
        "Erfaring fra bransjen vil være en fordel.",
        "Ønskelig:\n- erfaring fra butikk",
        "Meriterande:\nTeknisk bakgrund eller erfarenhet av försäljning.",
        "Prior experience from a start-up is a plus.",
    ],
)
def test_experience_is_useful(text: str) -> None:
    assert (demanded(text, EXPERIENCE), useful(text, EXPERIENCE)) == ([], [""])


def test_one_kind_may_be_demanded_and_another_useful() -> None:
    text = "Du har erfarenhet av försäljning, gärna inom butik."
    assert demanded(text, EXPERIENCE) == useful(text, EXPERIENCE) == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Erfarenhet är inget krav.",
        "Krav:\nVi ser erfarenhet som viktigt men inte avgörande.",
        "Du trenger ikke ha erfaring.",
        "Du treng ikkje ha erfaring frå liknande arbeid.",
        "Vi söker både dig som är ny i yrket och dig som har lång erfarenhet.",
        "Nyutdannede med erfaring oppfordres til å søke.",
    ],
)
def test_experience_is_denied(text: str) -> None:
    assert demanded(text, EXPERIENCE) == []


@pytest.mark.parametrize(
    "text",
    [
        "Krav:\nUtbildning inom IT eller motsvarande arbetslivserfarenhet.",
        "Krav:\nErfarenhet av provning eller mycket god inblick i mekanik.",
        "Krav:\nDu har erfaring og/eller dokumentert kompetanse med SAP.",
        "Kvalifikasjoner:\nErfaring fra drift. Manglende erfaring kan kompenseres av utdanning.",
    ],
)
def test_experience_in_the_place_of_something_else_is_not_demanded(text: str) -> None:
    assert demanded(text, EXPERIENCE) == []


@pytest.mark.parametrize(
    "text",
    [
        "Vi har lång erfarenhet av rekrytering.",
        "Våra elever har minst ett års praktisk erfarenhet, och du möter dem.",
        "Du får värdefull erfarenhet.",
        "Lön efter erfarenhet, och du får semester.",
        "Dina erfarenheter tas till vara.",
        "Har du erfarenhet av butik?",
    ],
)
def test_the_experience_of_others_is_not_hers(text: str) -> None:
    assert demanded(text, EXPERIENCE) == []
