"""A youth's suggestions: the groups, the cards, and the answers, all without scripts."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, User
from openings.models import OpeningState
from suggestions.models import DismissalReason, Part, Suggestion, SuggestionState
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import TODAY, make_caseworker, make_opening, make_team, make_user, make_youth
from tests.suggestions.makers import make_suggestion

REASONS = [
    Part(code="occupation", points=0.34, facts={"ssyk": "9412", "aim": "9412", "wish": "kök"}),
    Part(
        code="distance", points=0.08, facts={"km": 0, "from": "2182", "to": "2182", "country": "SE"}
    ),
]
GAPS = [Part(code="useful_skill", facts={"skill": "truckkort"})]
QUESTIONS = [Part(code="driving_licence", facts={"licence": "B"})]


@pytest.fixture
def sara(client: Client, session: Session) -> User:
    """A signed-in caseworker with a team."""
    user = make_caseworker(session, name="Sara Lind")
    client.sign_in(user)
    return user


@pytest.fixture
def suggestion(session: Session, sara: User) -> Suggestion:
    """A suggestion with reasons, a gap and a question."""
    youth = make_youth(session, sara, alias="Räv 7")
    opening = make_opening(session, headline="Köksbiträde till lunchen")
    return make_suggestion(session, youth, opening, reasons=REASONS, gaps=GAPS, questions=QUESTIONS)


def of(suggestion: Suggestion) -> str:
    return f"/youths/{suggestion.youth_id}/suggestions"


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


def test_taking_on_is_one_click(client: Client, session: Session, suggestion: Suggestion) -> None:
    page = words(client.follow(f"/suggestions/{suggestion.id}/accept"))

    assert "Ni går vidare med Köksbiträde till lunchen." in page
    assert "Det ni har svarat" in page
    assert "Sara Lind" in page
    session.refresh(suggestion)
    assert suggestion.state is SuggestionState.ACCEPTED


def test_dismissing_is_two_clicks_with_a_reason(
    client: Client, session: Session, suggestion: Suggestion
) -> None:
    asked = client.get(f"/suggestions/{suggestion.id}/dismiss")
    assert 'value="too_far"' in asked
    assert "För långt bort" in words(asked)

    page = words(
        client.follow(
            f"/suggestions/{suggestion.id}/dismiss", {"reason": "too_far", "note": "Buss"}
        )
    )

    assert "För långt bort" in page
    session.refresh(suggestion)
    assert suggestion.dismissal_reason is DismissalReason.TOO_FAR
    assert suggestion.note == "Buss"


def test_every_reason_has_a_button(client: Client, suggestion: Suggestion) -> None:
    page = client.get(f"/suggestions/{suggestion.id}/dismiss")

    assert all(f'value="{reason}"' in page for reason in DismissalReason)


def test_putting_off_is_two_clicks(
    client: Client, session: Session, suggestion: Suggestion
) -> None:
    assert "Om två veckor" in words(client.get(f"/suggestions/{suggestion.id}/later"))

    client.post(f"/suggestions/{suggestion.id}/later", {"wait": "fortnight"})

    session.refresh(suggestion)
    assert suggestion.state is SuggestionState.LATER
    assert suggestion.later_until is not None


@pytest.mark.parametrize(
    ("step", "sent"),
    [
        ("dismiss", {}),
        ("dismiss", {"reason": "ugly"}),
        ("dismiss", {"reason": "other", "note": "x" * 501}),
        ("later", {}),
        ("later", {"wait": "never"}),
    ],
)
def test_an_answer_that_cannot_be_understood_is_asked_for_again(
    client: Client, session: Session, suggestion: Suggestion, step: str, sent: dict[str, str]
) -> None:
    page = words(client.post(f"/suggestions/{suggestion.id}/{step}", sent, expect=200))

    assert "Något behöver rättas" in page
    session.refresh(suggestion)
    assert suggestion.state is SuggestionState.NEW


def test_an_answer_can_be_taken_back(
    client: Client, session: Session, suggestion: Suggestion
) -> None:
    client.post(f"/suggestions/{suggestion.id}/accept")

    assert "är ett förslag igen" in words(client.follow(f"/suggestions/{suggestion.id}/undo"))
    session.refresh(suggestion)
    assert suggestion.state is SuggestionState.NEW


def test_a_suggestion_that_has_come_back_says_so(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_youth(session, sara)
    make_suggestion(session, youth, later_until=TODAY - timedelta(days=1))

    assert "Tillbaka som du bad om" in words(client.get(f"/youths/{youth.id}/suggestions"))


def test_a_colleagues_answer_is_told_as_a_page(
    client: Client, session: Session, suggestion: Suggestion, sara: User
) -> None:
    ali = make_user(session)
    make_team(session, sara, ali)
    suggestion.state, suggestion.decided_by_id = SuggestionState.ACCEPTED, ali.id
    session.flush()

    page = client.post(f"/suggestions/{suggestion.id}/dismiss", {"reason": "other"}, expect=409)

    assert "En kollega har redan svarat" in words(page)


def test_a_closed_opening_cannot_be_taken_on(
    client: Client, session: Session, suggestion: Suggestion
) -> None:
    suggestion.opening.state = OpeningState.CLOSED
    session.flush()

    page = client.post(f"/suggestions/{suggestion.id}/accept", expect=409)

    assert "Platsen går inte att söka längre." in words(page)


@pytest.mark.parametrize("step", ["accept", "dismiss", "later", "undo"])
def test_another_teams_suggestion_is_not_found(
    client: Client, session: Session, sara: User, step: str
) -> None:
    foreign = make_suggestion(session, make_youth(session))
    sent = {"reason": "other", "wait": "week"}

    client.post(f"/suggestions/{foreign.id}/{step}", sent, expect=404)

    session.refresh(foreign)
    assert foreign.state is SuggestionState.NEW


def test_answers_are_logged_under_the_youth(
    client: Client, session: Session, suggestion: Suggestion
) -> None:
    client.post(f"/suggestions/{suggestion.id}/dismiss", {"reason": "other"})
    client.post(f"/suggestions/{suggestion.id}/undo")

    lines = session.exec(select(AuditEntry).where(AuditEntry.subject_id == suggestion.youth_id))
    assert sorted(line.action for line in lines) == [
        "suggestion.dismissed",
        "suggestion.taken_back",
    ]


def test_many_suggestions_take_as_many_queries_as_one(
    client: Client, session: Session, sara: User, count_queries: QueryCounter
) -> None:
    taken = []
    for rows in (1, 15):
        youth = make_youth(session, sara)
        for _number in range(rows):
            make_suggestion(session, youth, reasons=REASONS)
            make_suggestion(session, youth, state=SuggestionState.ACCEPTED, decided_by_id=sara.id)
        session.commit()
        with count_queries() as queries:
            client.get(f"/youths/{youth.id}/suggestions")
        taken.append(len(queries))

    assert taken[0] == taken[1]
