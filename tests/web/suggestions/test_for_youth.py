"""The page of a youth's suggestions: its groups and its cards, all without scripts."""

from typing import Any

from sqlmodel import Session

from accounts.models import User
from suggestions.models import Part, Suggestion, SuggestionState
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import make_opening, make_youth
from tests.suggestions.makers import make_suggestion
from tests.web.suggestions.addresses import of
from tests.web.suggestions.conftest import REASONS


def test_a_card_says_what_why_what_is_missing_and_what_to_ask(
    client: Client, suggestion: Suggestion
) -> None:
    page = words(client.get(of(suggestion)))

    for part in (
        "Stark",
        "Köksbiträde till lunchen",
        "Söderhamn, Gävleborgs län · i din egen kommun",
        "Passar ”kök”: Restaurang",
        "Saknas Bra att kunna: truckkort",
        "Vet inte än Har du körkort B?",
        "Ta vidare",
        "Inte nu",
        "Passar inte",
        "Varför inte högre?",
    ):
        assert part in page


def test_no_card_speaks_of_percent_or_points(client: Client, suggestion: Suggestion) -> None:
    page = words(client.get(of(suggestion))).casefold()

    assert "poäng" not in page
    assert "%" not in page
    assert "0,5" not in page


def test_near_home_elsewhere_and_norway_are_groups_of_their_own(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_youth(session, sara, countries=["SE", "NO"])
    places: tuple[dict[str, Any], ...] = (
        {"municipality": "5001", "county": "50", "country": "NO"},
        {"municipality": "1480", "county": "14"},
        {"municipality": "2182", "county": "21"},
    )
    for place in places:
        make_suggestion(session, youth, make_opening(session, **place))

    page = words(client.get(f"/youths/{youth.id}/suggestions"))

    headings = ["Nära hem 1", "Andra delar av Sverige 1", "Norge 1"]
    at = [page.index(heading) for heading in headings]
    assert at == sorted(at)
    assert "räkna med flytt eller veckopendling" in page
    assert "räkna med flytt, skattekort och bostad på orten" in page
    assert "Förslag per kommun" in page


def test_a_label_narrows_the_page(client: Client, session: Session, sara: User) -> None:
    youth = make_youth(session, sara)
    make_suggestion(session, youth, make_opening(session, headline="Den starka"))
    make_suggestion(session, youth, make_opening(session, headline="Den goda"), label="good")

    page = words(client.get(f"/youths/{youth.id}/suggestions?label=good"))

    assert "Den goda" in page
    assert "Den starka" not in page
    assert "Alla 2" in page
    assert "Stark 1" in page


def test_a_long_group_is_shown_in_full_on_request(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_youth(session, sara)
    for number in range(12):
        opening = make_opening(session, headline=f"Plats {number:02d}")
        make_suggestion(session, youth, opening, score=1 - number / 100)
    address = f"/youths/{youth.id}/suggestions"

    assert "Plats 08" not in client.get(address)
    assert "Visa 4 till" in words(client.get(address))
    assert "Plats 11" in client.get(f"{address}?whole=near")


def test_a_page_without_suggestions_says_what_to_do(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_youth(session, sara)

    page = words(client.get(f"/youths/{youth.id}/suggestions"))

    assert "Inga förslag väntar" in page
    assert "Vidga sökområdet" in page


def test_many_suggestions_take_as_many_queries_as_one(
    client: Client, session: Session, sara: User, count_queries: QueryCounter
) -> None:
    taken = []
    for rows in (1, 15):
        youth = make_youth(session, sara)
        for _number in range(rows):
            make_suggestion(session, youth, reasons=REASONS)
            make_suggestion(session, youth, state=SuggestionState.ACCEPTED, decided_by_id=sara.id)
        client.get(f"/youths/{youth.id}/suggestions")  # the ranker reads what is new
        with count_queries() as queries:
            client.get(f"/youths/{youth.id}/suggestions")
        taken.append(len(queries))

    assert taken[0] == taken[1]


def test_what_widens_her_choices_comes_last_and_says_why(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_youth(session, sara)
    able = [
        Part(code="skills", points=0.05, facts={"asked": ["kassa"], "mentioned": ["truck"]}),
        Part(code="experience", points=0.05, facts={"title": "kiosken", "months": None}),
    ]
    outside = make_opening(session, headline="Kundvärd på tåget")
    make_suggestion(session, youth, outside, label="possible", is_widening=True, reasons=able)
    make_suggestion(session, youth, make_opening(session, headline="Diskare", municipality="1480"))

    page = words(client.get(f"/youths/{youth.id}/suggestions"))

    heading = "Något du kanske inte har tänkt på 1"
    parts = ("Andra delar av Sverige 1", "Diskare", heading, "Kundvärd på tåget")
    places = [page.index(part) for part in parts]
    assert places == sorted(places)
    assert f"{heading} De bygger på det du redan kan och har gjort: kassa, truck, kiosken." in page
    assert "Nära hem" not in page


def test_what_widens_her_choices_is_marked_on_her_own_page_too(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_youth(session, sara)
    make_suggestion(session, youth, is_widening=True)

    assert "Något du kanske inte har tänkt på" in words(client.get(f"/youths/{youth.id}"))


def test_what_the_week_has_picked_for_her_is_marked(
    client: Client, session: Session, suggestion: Suggestion
) -> None:
    assert "Veckans urval" not in client.get(of(suggestion))
    suggestion.picked_for = "2026-W48"
    session.flush()
    assert "Veckans urval" in client.get(of(suggestion))
