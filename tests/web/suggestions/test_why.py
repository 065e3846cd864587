"""The whole sum, what hinders, and the youths of an opening."""

from re import findall

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, User
from openings.models import Needs, OpeningState
from suggestions.models import Suggestion, SuggestionState
from suggestions.service import refresh
from tests.client import Client, words
from tests.factories import NOW, make_caseworker, make_opening, make_youth
from tests.suggestions.makers import make_cook


@pytest.fixture
def sara(client: Client, session: Session) -> User:
    """A signed-in caseworker with a team."""
    user = make_caseworker(session)
    client.sign_in(user)
    return user


def numbers(page: str) -> list[list[int]]:
    """The points and the most possible of every row of the sum, the total last."""
    table = page[page.index("Hela summan") :].replace("\xa0", "")
    cells = [int(cell) for cell in findall(r'<td class="number"[^>]*>\s*(\d+)\s*</td>', table)]
    return [cells[at : at + 2] for at in range(0, len(cells), 2)]


def test_the_whole_sum_adds_up_to_the_last_point(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_cook(session, sara, driving_licences=["B"])
    opening = make_opening(session, must_have=Needs(driving_licences=("B",)))
    refresh(session, youth.id, now=NOW)

    page = client.get(f"/youths/{youth.id}/openings/{opening.id}")

    *rows, total = numbers(page)
    score = session.exec(select(Suggestion.score)).one()
    assert total == [round(score * 1000), 1000]
    assert [sum(column) for column in zip(*rows, strict=True)] == total
    assert "Varför inte högre?" in words(page)


def test_what_gave_no_points_is_named_too(client: Client, session: Session, sara: User) -> None:
    youth = make_youth(session, sara, available_from=NOW.date())
    opening = make_opening(session)

    page = words(client.get(f"/youths/{youth.id}/openings/{opening.id}"))

    assert "Yrket är ett annat än det du vill ha" in page
    assert "Annonsen nämner inget av det du kan" in page


def test_what_hinders_is_said_as_what_the_opening_needs(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_cook(session, sara, driving_licences=[])
    opening = make_opening(session, must_have=Needs(driving_licences=("CE",)))

    page = words(client.get(f"/youths/{youth.id}/openings/{opening.id}"))

    assert "Platsen kräver körkort CE." in page
    assert "Ta vidare" not in page


def test_a_closed_opening_is_said_to_be_closed(
    client: Client, session: Session, sara: User
) -> None:
    youth, opening = make_cook(session, sara), make_opening(session, state=OpeningState.CLOSED)

    page = words(client.get(f"/youths/{youth.id}/openings/{opening.id}"))

    assert "Platsen går inte att söka längre." in page


def test_an_opening_can_be_taken_on_before_it_was_suggested(
    client: Client, session: Session, sara: User
) -> None:
    youth, opening = make_cook(session, sara), make_opening(session)
    address = f"/youths/{youth.id}/openings/{opening.id}"
    assert "Ta vidare" in words(client.get(address))

    client.post(f"{address}/accept")

    kept = session.exec(select(Suggestion)).one()
    assert kept.state is SuggestionState.ACCEPTED
    assert "Tagen vidare" in words(client.get(address))


def test_what_a_hard_rule_forbids_cannot_be_taken_on(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_cook(session, sara, driving_licences=[])
    opening = make_opening(session, must_have=Needs(driving_licences=("CE",)))

    client.post(f"/youths/{youth.id}/openings/{opening.id}/accept", expect=409)

    assert session.exec(select(Suggestion)).first() is None


def test_an_openings_youths_come_best_first_and_the_hindered_last(
    client: Client, session: Session, sara: User
) -> None:
    make_cook(session, sara, alias="Räv 7", driving_licences=["B"])
    make_cook(session, sara, alias="Lo 2", driving_licences=[])
    make_cook(session, alias="Ekorre 3", driving_licences=["B"])
    opening = make_opening(session, must_have=Needs(driving_licences=("B",)))

    page = words(client.get(f"/openings/{opening.id}/youths?whole=1"))

    assert page.index("De här passar") < page.index("Räv 7") < page.index("Något hindrar")
    assert page.index("Något hindrar") < page.index("Lo 2")
    assert "Platsen kräver körkort B." in page
    assert "Ekorre 3" not in page


def test_an_openings_page_begins_with_those_it_clearly_fits(
    client: Client, session: Session, sara: User
) -> None:
    make_cook(session, sara, alias="Räv 7")
    make_youth(session, sara, alias="Hare 4")
    opening = make_opening(session)

    page = words(client.get(f"/openings/{opening.id}/youths"))

    assert "Räv 7" in page
    assert "Hare 4" not in page
    assert "Visa 1 ungdom till" in page
    assert "Hare 4" in words(client.get(f"/openings/{opening.id}/youths?whole=1"))


def test_an_opening_without_youths_says_so(client: Client, session: Session, sara: User) -> None:
    opening = make_opening(session)

    assert "Ingen att visa" in words(client.get(f"/openings/{opening.id}/youths"))


def test_a_draft_has_no_page_of_youths(client: Client, session: Session, sara: User) -> None:
    draft = make_opening(session, state=OpeningState.DRAFT)

    client.get(f"/openings/{draft.id}/youths", expect=404)


def test_another_teams_youth_is_not_found_beside_an_opening(
    client: Client, session: Session, sara: User
) -> None:
    youth, opening = make_cook(session), make_opening(session)

    client.get(f"/youths/{youth.id}/openings/{opening.id}", expect=404)
    client.post(f"/youths/{youth.id}/openings/{opening.id}/accept", expect=404)


def test_who_was_shown_beside_an_opening_is_logged(
    client: Client, session: Session, sara: User
) -> None:
    youth, opening = make_cook(session, sara), make_opening(session)

    client.get(f"/openings/{opening.id}/youths")

    line = session.exec(select(AuditEntry)).one()
    assert (line.action, line.subject_id) == ("youth.listed", youth.id)
