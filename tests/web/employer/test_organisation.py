"""The organisation's page: what it says, who asks to join, and inviting a colleague."""

import re

import pytest
from sqlmodel import Session, select

from accounts.models import RoleName, User
from employers.models import ColleagueState, Employer
from foundation.outbox import QueuedLetter
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import NOW, make_employer, make_opening, make_user
from tests.web.employer.members import ask

PAGE = "/employer/organisation"
SAID = {
    "name": "Kaféet vid kajen",
    "kind": "social_enterprise",
    "website": "https://kafeet.example",
    "about": "Vi bakar bröd.",
    "version": NOW.isoformat(),
}


def test_who_asks_is_shown_to_those_who_answer(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    tie = ask(session, employer, name="Bo Ek", email="bo@kafeet.example")
    page = words(client.sign_in(maj).get(PAGE))
    assert "Bo Ek" in page
    assert "bo@kafeet.example" in page
    assert client.post(f"/employer/requests/{tie.id}/approve") == PAGE
    assert tie.state is ColleagueState.ACTIVE
    client.sign_in(tie.user).get("/my-openings/new")


def test_a_request_can_be_declined(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    tie = ask(session, employer)
    client.sign_in(maj).post(f"/employer/requests/{tie.id}/decline")
    assert tie.state is ColleagueState.DECLINED
    page = words(client.sign_in(tie.user).get("/employer"))
    assert "inte kopplad till någon arbetsgivare" in page


@pytest.mark.parametrize("answer", ["approve", "decline"])
def test_nobody_answers_for_another_employer(
    client: Client, session: Session, employer: Employer, answer: str
) -> None:
    tie = ask(session, employer)
    stranger = make_user(session, RoleName.EMPLOYER)
    make_employer(session, stranger)
    for person in (stranger, tie.user):
        client.sign_in(person).post(f"/employer/requests/{tie.id}/{answer}", expect=404)
    assert tie.state is ColleagueState.ASKED


@pytest.mark.parametrize("page", ["edit", "invite"])
def test_another_employers_pages_are_not_found(
    client: Client, session: Session, employer: Employer, page: str
) -> None:
    stranger = make_user(session, RoleName.EMPLOYER)
    make_employer(session, stranger)
    client.sign_in(stranger).get(f"{PAGE}/{employer.id}/{page}", expect=404)
    client.post(f"{PAGE}/{employer.id}/{page}", SAID, expect=404)


def test_what_is_said_is_saved_and_openings_follow_the_name(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    opening = make_opening(session, employer)
    client.sign_in(maj).post(f"{PAGE}/{employer.id}/edit", SAID)
    page = words(client.get(PAGE))
    for text in (
        "Kaféet vid kajen",
        "Socialt företag",
        "Vi bakar bröd.",
    ):
        assert text in page
    assert opening.employer_name == "Kaféet vid kajen"


def test_of_two_who_change_the_page_the_second_is_told_what_differs(
    client: Client, maj: User, employer: Employer
) -> None:
    edit = f"{PAGE}/{employer.id}/edit"
    client.sign_in(maj).post(edit, SAID)
    page = client.post(edit, SAID | {"about": "Vi steker fisk."}, expect=409)
    assert "En kollega har skrivit något annat här." in words(page)
    assert "Vi steker fisk." in page
    assert employer.about == "Vi bakar bröd."
    [version] = re.findall(r'name="version"[^>]*value="([^"]+)"', page)
    client.post(edit, SAID | {"about": "Vi steker fisk.", "version": version})
    assert employer.about == "Vi steker fisk."


def test_a_wrong_website_is_pointed_out_and_the_rest_is_kept(
    client: Client, maj: User, employer: Employer
) -> None:
    said = SAID | {"website": "kafeet"}
    page = client.sign_in(maj).post(f"{PAGE}/{employer.id}/edit", said, expect=200)
    assert "Skriv hela adressen" in words(page)
    assert "Vi bakar bröd." in page
    assert employer.name == "Kaféet"


def test_an_invited_colleague_gets_a_letter(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    fields = {"name": "Bo Ek", "email": "bo@kafeet.example", "role": "supervisor"}
    assert client.sign_in(maj).post(f"{PAGE}/{employer.id}/invite", fields) == PAGE
    letter = session.exec(select(QueuedLetter)).one()
    assert letter.to == "bo@kafeet.example"
    assert "Bo Ek" not in words(client.get(PAGE))
    path = re.findall(r"http://[^/]+(/\S+)", letter.text)[0]
    client.post("/sign-out")
    assert client.post(str(path)) == "/employer"
    assert "Bo Ek (du) Handledare" in words(client.get(PAGE))


def test_an_invitation_to_a_staff_address_in_other_letters_looks_like_any_other(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    make_user(session, email="ann@kommun.example")
    fields = {"name": "Ann", "email": "ann@ｋommun.example"}
    assert client.sign_in(maj).post(f"{PAGE}/{employer.id}/invite", fields) == PAGE
    assert session.exec(select(QueuedLetter)).all() == []


def test_letting_people_in_mails_no_more_than_a_few_at_a_time(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    client.sign_in(maj)
    for _person in range(5):
        client.post(f"/employer/requests/{ask(session, employer).id}/approve")
    client.post(f"/employer/requests/{ask(session, employer).id}/approve", expect=429)


def test_the_page_asks_no_more_of_the_database_for_more_requests(
    client: Client,
    session: Session,
    maj: User,
    employer: Employer,
    count_queries: QueryCounter,
) -> None:
    def asked() -> int:
        with count_queries() as seen:
            client.get(PAGE)
        return len(seen)

    ask(session, employer)
    client.sign_in(maj)
    few = asked()
    for _person in range(5):
        ask(session, employer)
    assert asked() == few


@pytest.mark.parametrize("role", [role for role in RoleName if role is not RoleName.EMPLOYER])
def test_staff_have_no_business_here(client: Client, session: Session, role: RoleName) -> None:
    client.sign_in(make_user(session, role)).get(PAGE, expect=403)
