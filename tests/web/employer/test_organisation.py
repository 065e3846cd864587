"""The organisation's page: what it says, who asks to join, and inviting a colleague."""

import re

import pytest
from sqlmodel import Session, select

from accounts.models import RoleName, User
from employers.models import Colleague, ColleagueRole, ColleagueState, Employer
from foundation.outbox import QueuedLetter
from openings.models import OpeningState
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import NOW, make_employer, make_opening, make_user

PAGE = "/employer/organisation"
SAID = {
    "name": "Kaféet vid kajen",
    "kind": "social_enterprise",
    "website": "https://kafeet.example",
    "about": "Vi bakar bröd.",
    "place": "NO-5001",
    "street_address": "Kajen 1",
    "accessibility": "Hiss finns.",
}


@pytest.fixture
def maj(session: Session) -> User:
    return make_user(session, RoleName.EMPLOYER, name="Maj Berg")


@pytest.fixture
def employer(session: Session, maj: User) -> Employer:
    return make_employer(session, maj, name="Kaféet", organization_number="5560160680")


def let_in(session: Session, employer: Employer, user: User, role: ColleagueRole) -> Colleague:
    tie = Colleague(
        employer_id=employer.id,
        user_id=user.id,
        state=ColleagueState.ACTIVE,
        role=role,
        asked_at=NOW,
    )
    session.add(tie)
    session.flush()
    return tie


def ask(session: Session, employer: Employer, **facts: str) -> Colleague:
    asker = make_user(session, RoleName.EMPLOYER, **facts)
    tie = Colleague(
        employer_id=employer.id, user_id=asker.id, state=ColleagueState.ASKED, asked_at=NOW
    )
    session.add(tie)
    session.flush()
    return tie


def test_colleagues_see_each_other_and_only_an_owner_sees_addresses(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    bo = make_user(session, RoleName.EMPLOYER, name="Bo Ek")
    let_in(session, employer, bo, ColleagueRole.SUPERVISOR)
    waiting = ask(session, employer, name="Ulf Frågar")
    page = words(client.sign_in(maj).get(PAGE))
    assert f"Bo Ek Handledare {bo.email}" in page
    page = words(client.sign_in(bo).get(PAGE))
    assert "Maj Berg" in page
    assert maj.email not in page
    assert "Ulf Frågar" not in page
    page = words(client.sign_in(waiting.user).get(PAGE))
    assert "Maj Berg" not in page
    assert "Kaféet" not in page


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
        "Trondheim",
        "Hiss finns.",
    ):
        assert text in page
    assert opening.employer_name == "Kaféet vid kajen"


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
    def queries() -> int:
        with count_queries() as seen:
            client.get(PAGE)
        return len(seen)

    ask(session, employer)
    client.sign_in(maj)
    few = queries()
    for _person in range(5):
        ask(session, employer)
    assert queries() == few


def test_a_recruiter_publishes_and_a_supervisor_does_not(
    client: Client, session: Session, employer: Employer
) -> None:
    recruiter, supervisor = (make_user(session, RoleName.EMPLOYER) for _ in range(2))
    let_in(session, employer, recruiter, ColleagueRole.RECRUITER)
    let_in(session, employer, supervisor, ColleagueRole.SUPERVISOR)
    opening = make_opening(session, employer, state=OpeningState.DRAFT)
    publish = f"/my-openings/{opening.id}/publish"
    client.sign_in(supervisor).post(publish, expect=404)
    client.get("/my-openings/new", expect=409)
    assert "Du är handledare hos Kaféet" in words(client.get("/employer"))
    client.sign_in(recruiter).post(publish)
    for page in ("edit", "invite"):
        client.get(f"{PAGE}/{employer.id}/{page}", expect=404)


def test_what_somebody_is_contact_for_goes_to_another_when_she_leaves(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    bo = make_user(session, RoleName.EMPLOYER, name="Bo Ek")
    tie = let_in(session, employer, bo, ColleagueRole.RECRUITER)
    opening = make_opening(session, employer, contact_id=bo.id)
    closed = make_opening(session, employer, contact_id=bo.id, state=OpeningState.CLOSED)
    end = f"/employer/colleagues/{tie.id}/end"
    assert "1 plats behöver en ny kontaktperson" in words(client.sign_in(maj).get(end))
    assert "Välj vem som tar över" in words(client.post(end, {"heir": ""}, expect=200))
    client.post(end, {"heir": str(maj.id)})
    assert (opening.contact_id, closed.contact_id) == (maj.id, bo.id)
    assert tie.state is ColleagueState.LEFT
    client.sign_in(bo).get(f"/my-openings/{opening.id}", expect=404)


def test_a_new_role_is_chosen_by_an_owner_only(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    bo = make_user(session, RoleName.EMPLOYER)
    tie = let_in(session, employer, bo, ColleagueRole.RECRUITER)
    opening = make_opening(session, employer, contact_id=bo.id)
    page = f"/employer/colleagues/{tie.id}"
    client.sign_in(bo).post(page, {"role": "owner"}, expect=404)
    stranger = make_user(session, RoleName.EMPLOYER)
    make_employer(session, stranger)
    client.sign_in(stranger).get(page, expect=404)
    client.post(f"{page}/end", expect=404)
    client.sign_in(maj).post(page, {"role": "supervisor"})
    assert tie.role is ColleagueRole.SUPERVISOR
    assert opening.contact_id == maj.id


@pytest.mark.parametrize("role", [role for role in RoleName if role is not RoleName.EMPLOYER])
def test_staff_have_no_business_here(client: Client, session: Session, role: RoleName) -> None:
    client.sign_in(make_user(session, role)).get(PAGE, expect=403)
