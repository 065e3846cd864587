"""Languages that are to be spoken."""

import pytest

from openings.reading import Requirement
from tests.openings.reading.asking import demanded, useful

LANGUAGE = Requirement.LANGUAGE


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Flytande svenska i tal och skrift krävs.", ["sv C1"]),
        ("Goda kunskaper i svenska och engelska.", ["sv B2", "en B2"]),
        ("Mycket god svenska samt grundläggande kunskaper i engelska.", ["sv C1", "en A2"]),
        ("Du behärskar svenska språket.", ["sv B2"]),
        ("Svenska som lägst motsvarar nivå C1.", ["sv C1"]),
        ("Förmåga att undervisa på både svenska och engelska.", ["sv", "en"]),
        ("Gode norskkunnskaper, muntlig og skriftlig.", ["no B2"]),
        ("Du må kunne kommunisere på norsk, minimum B2.", ["no B2"]),
        ("Arbeidsspråk er norsk", ["no"]),
        ("Norsk eller annet skandinavisk språk", ["no"]),
        ("Skandinavisk språk, muntlig og skriftlig", ["no"]),
        ("Språk\n- Norsk\n- Engelsk", ["no", "en"]),
        ("Fluent English, both written and spoken.", ["en C1"]),
        ("Must have:\nGood skills in English – Norwegian language is a plus.", ["en B2"]),
    ],
)
def test_a_language_is_demanded(text: str, languages: list[str]) -> None:
    assert demanded(text, LANGUAGE) == languages


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Det är meriterande om du talar finska.", ["fi"]),
        ("Engelskkunnskaper er en fordel.", ["en"]),
        ("Krav:\n- Gärna kunskaper i arabiska", ["ar"]),
        ("Kunskaper i spanska är meriterande, men inget krav.", ["es"]),
    ],
)
def test_a_language_is_useful(text: str, languages: list[str]) -> None:
    assert (demanded(text, LANGUAGE), useful(text, LANGUAGE)) == ([], languages)


def test_a_wish_says_nothing_of_the_language_before_it() -> None:
    text = "Förutom att du behärskar svenska språket är det en fördel om du talar finska."
    assert (demanded(text, LANGUAGE), useful(text, LANGUAGE)) == (["sv B2"], ["fi B2"])


@pytest.mark.parametrize(
    "text",
    [
        "Du må kunne kommunisere på norsk og/eller engelsk.",
        "Kunna svenska alternativt god engelska",
        "Nordisk språk eller godt engelsk",
        "Knowledge of Danish, Finnish or German",
    ],
)
def test_where_any_of_several_languages_will_do_none_is_demanded(text: str) -> None:
    assert demanded(text, LANGUAGE) == []


@pytest.mark.parametrize(
    "text",
    [
        "Vi kan stötta svenska kunder.",
        "Skriv ditt personliga brev på svenska.",
        "Lärare i engelska med god förmåga att skriva.",
        "Norsk autorisasjon og gode kunnskaper kreves.",
    ],
)
def test_not_every_swedish_thing_is_a_language(text: str) -> None:
    assert demanded(text, LANGUAGE) + useful(text, LANGUAGE) == []
