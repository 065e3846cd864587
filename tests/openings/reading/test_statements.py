"""A text falls into statements, each under the heading that weighs it."""

import pytest

from openings.reading import Weight
from openings.reading.statements import statements

DEMANDED, USEFUL, NEITHER = Weight.DEMANDED, Weight.USEFUL, Weight.NEITHER


def weighed(*lines: str) -> list[tuple[str, Weight | None]]:
    return [(each.text, each.heading.weight) for each in statements("\n".join(lines))]


@pytest.mark.parametrize(
    ("heading", "weight"),
    [
        ("Krav:", DEMANDED),
        ("KVALIFIKATIONER", DEMANDED),
        ("Ønskede kvalifikasjoner", DEMANDED),
        ("Vem är du?", DEMANDED),
        ("Hvem ser vi etter?", DEMANDED),
        ("Vi søker deg som:", DEMANDED),
        ("Det här jobbet passar dig som:", DEMANDED),
        ("What we’re looking for", DEMANDED),
        ("Meriterande:", USEFUL),
        ("Ønskelige kvalifikasjoner", USEFUL),
        ("Vi ser gärna att du har:", USEFUL),
        ("I tillegg er det en fordel med:", USEFUL),
        ("Du bør ha:", USEFUL),
        ("Nice to have", USEFUL),
        ("Arbetsuppgifter", NEITHER),
        ("Om oss", NEITHER),
        ("Vi tilbyr", NEITHER),
        ("What we offer", NEITHER),
        ("Teknik & verktyg:", None),
    ],
)
def test_a_heading_weighs_what_stands_under_it(heading: str, weight: Weight | None) -> None:
    assert weighed(heading, "- truckkort")[-1] == ("truckkort", weight)


def test_the_next_heading_takes_over() -> None:
    assert weighed("Krav:", "- bok", "", "Vi erbjuder:", "- penna") == [
        ("bok", DEMANDED),
        ("penna", NEITHER),
    ]


def test_what_leads_in_weighs_to_the_end_of_its_line() -> None:
    lines = weighed("För rollen ser vi gärna att du: Kan svetsa. Har kört truck.", "Fika ingår.")
    assert [weight for _text, weight in lines] == [USEFUL, USEFUL, None]


@pytest.mark.parametrize(
    "line",
    ["Erfarenhet av kassa", "Utbildning inom ekonomi", "Erfaring, evne til å jobbe selvstendig"],
)
def test_something_asked_for_is_no_heading(line: str) -> None:
    assert weighed("Krav", line) == [(line, DEMANDED)]


def test_a_long_heading_says_something_itself() -> None:
    heading = "Vi søker deg med tre års erfaring innen:"
    assert weighed(heading, "- sveising") == [(heading, DEMANDED), ("sveising", DEMANDED)]


def test_a_bullet_by_itself_on_a_line_belongs_to_the_next() -> None:
    assert weighed("Krav:", "-", "Fagbrev", "", "-", "Truckkort") == [
        ("Fagbrev", DEMANDED),
        ("Truckkort", DEMANDED),
    ]


def test_bullets_and_sentences_that_were_glued_together_come_apart() -> None:
    assert [
        text for text, _ in weighed("Hvem er du?- Rask og blid", "Du er sterk.Du er rask.")
    ] == [
        "Rask og blid",
        "Du er sterk.",
        "Du er rask.",
    ]


def test_an_abbreviation_ends_no_sentence() -> None:
    assert len(weighed("Du har fagbrev gr. L eller tilsvarende.")) == 1


def test_a_wrapped_line_is_one_statement() -> None:
    first = "Avlagd examen inom det ämne som anställningen avser eller motsvarande"
    assert [text for text, _ in weighed(first, "kompetens.")] == [f"{first} kompetens."]


def test_a_text_without_full_stops_falls_into_pieces_between_words() -> None:
    pieces = [text for text, _ in weighed("eller erfarenhet " * 100)]
    assert len(pieces) == 3
    assert all(len(each) <= 600 and each.endswith(("eller", "erfarenhet")) for each in pieces)


def test_a_statement_knows_what_follows_it() -> None:
    one, other = statements("Du har mastergrad. Erfaring kan kompensere.")
    assert (one.following, other.following) == ("erfaring kan kompensere.", "")
