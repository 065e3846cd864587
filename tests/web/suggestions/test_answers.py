"""What a caseworker answers to a suggestion: taken on, turned down, put off, taken back."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, User
from openings.models import OpeningState
from suggestions.models import DismissalReason, Suggestion, SuggestionState
from tests.client import Client, words
from tests.factories import TODAY, make_team, make_user, make_youth
from tests.suggestions.makers import make_suggestion


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
