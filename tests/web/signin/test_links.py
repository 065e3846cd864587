"""An employer signs in with a mailed link, and nobody learns who has an account."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlmodel import Session, select

from accounts import letters, service
from accounts.models import AuditEntry, LinkPurpose, RoleName, User
from foundation import clock
from foundation.outbox import QueuedLetter
from tests.client import Client, words
from tests.factories import make_employer, make_user

ASK = "/sign-in/employer"


@pytest.fixture
def employer(session: Session) -> User:
    user = make_user(session, RoleName.EMPLOYER, email="karin@example.org")
    make_employer(session, user)
    return user


def path_in(letter: QueuedLetter) -> str:
    return str(re.findall(r"http://[^/]+(/\S+)", letter.text)[0])


def ask(client: Client, address: str, next_page: str = "") -> str:
    return client.post(ASK, {"employer-email": address, "employer-next": next_page})


def letter_to(session: Session, address: str) -> QueuedLetter:
    return session.exec(select(QueuedLetter).where(QueuedLetter.to == address)).one()


def test_a_link_is_mailed_and_its_button_signs_in(
    client: Client, session: Session, employer: User
) -> None:
    assert ask(client, "Karin@Example.org") == "/sign-in/link-sent"
    path = path_in(letter_to(session, employer.email))
    assert "Logga in" in words(client.get(path))
    assert client.post(path) == "/employer"
    assert "karin@example.org" in client.get("/account")
    said = [line.action for line in session.exec(select(AuditEntry))]
    assert said == ["user.signed_in"]


def test_a_mail_scanner_that_opens_the_link_does_not_spend_it(
    client: Client, session: Session, employer: User
) -> None:
    ask(client, employer.email)
    path = path_in(letter_to(session, employer.email))
    for _scan in range(3):
        client.get(path)
        client.http.head(path)
    client.post(path)


def test_a_used_link_leads_to_a_page_that_offers_a_new_one(
    client: Client, session: Session, employer: User
) -> None:
    ask(client, employer.email)
    path = path_in(letter_to(session, employer.email))
    client.post(path)
    client.post("/sign-out")
    page = client.post(path, expect=410)
    assert "redan använts eller är för gammal" in page
    never = client.get("/sign-in/link/never", expect=410)
    assert words(never) == words(client.get(path, expect=410))


def test_known_unknown_closed_and_staff_addresses_get_the_same_answer(
    client: Client, session: Session, employer: User
) -> None:
    staff = make_user(session, email="cilla@example.org")
    closed = make_user(session, RoleName.EMPLOYER, email="closed@example.org", active=False)
    addresses = (employer.email, staff.email, closed.email, "nobody@example.org")
    assert {ask(client, address) for address in addresses} == {"/sign-in/link-sent"}
    assert [letter.to for letter in session.exec(select(QueuedLetter))] == [employer.email]


def test_a_link_confirms_the_address_the_first_time(client: Client, session: Session) -> None:
    user = service.create_employer_user(
        session, email="ny@example.org", name="Ny", language="sv", now=clock.now()
    )
    make_employer(session, user)
    letters.send_link(session, user, LinkPurpose.CONFIRM, public_url="http://here", now=clock.now())
    path = path_in(letter_to(session, "ny@example.org"))
    assert "Bekräfta och logga in" in client.get(path)
    client.post(path)
    assert user.confirmed_at is not None


def test_the_link_leads_on_to_the_page_that_was_asked_for(
    client: Client, session: Session, employer: User
) -> None:
    assert client.http.get("/account").headers["Location"] == "/sign-in?next=/account"
    page = client.get("/sign-in?next=/account")
    assert 'name="employer-next" type="hidden" value="/account"' in page
    ask(client, employer.email, "/account")
    assert client.post(path_in(letter_to(session, employer.email))) == "/account"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "evil", " /"],
)
def test_no_address_leads_a_person_elsewhere(
    client: Client, session: Session, employer: User, elsewhere: str
) -> None:
    page = client.http.get("/sign-in", query_string={"next": elsewhere}).text
    assert page.count('-next" type="hidden" value=""') == 2
    ask(client, employer.email, elsewhere)
    assert client.post(path_in(letter_to(session, employer.email))) == "/employer"
    signed_in = client.http.get("/sign-in", query_string={"next": elsewhere})
    assert signed_in.headers["Location"] == "/employer"


def test_signing_in_keeps_the_language_and_nothing_else_in_the_cookie(
    client: Client, session: Session, employer: User
) -> None:
    client.post("/language", {"language": "nb"})
    with client.http.session_transaction() as cookie:
        cookie["planted"] = "by somebody else"
    ask(client, employer.email)
    client.post(path_in(letter_to(session, employer.email)))
    with client.http.session_transaction() as cookie:
        assert "planted" not in cookie
        assert cookie["language"] == "nb"


def test_signing_out_ends_the_session_and_keeps_pages_out_of_the_cache(
    client: Client, employer: User
) -> None:
    client.sign_in(employer)
    assert client.http.get("/account").headers["Cache-Control"] == "no-store"
    assert "Du är utloggad." in client.follow("/sign-out")
    client.get("/account", expect=302)


def test_signing_out_everywhere_ends_the_other_browsers_too(
    app: Flask, client: Client, session: Session, employer: User
) -> None:
    other = Client(app, session).sign_in(employer)
    client.sign_in(employer).post("/account/sign-out-everywhere")
    client.get("/account", expect=302)
    other.get("/account", expect=302)


def test_signing_out_everywhere_spends_the_links_that_wait_in_the_mail(
    client: Client, session: Session, employer: User
) -> None:
    ask(client, employer.email)
    client.sign_in(employer).post("/account/sign-out-everywhere")
    client.post(path_in(letter_to(session, employer.email)), expect=410)


def test_a_working_day_after_signing_in_the_session_is_over(
    client: Client, session: Session, employer: User
) -> None:
    ask(client, employer.email)
    client.post(path_in(letter_to(session, employer.email)))
    for hours, status in ((11, 200), (12, 302)):
        with client.http.session_transaction() as cookie:
            cookie["since"] = (clock.now() - timedelta(hours=hours)).timestamp()
        client.get("/account", expect=status)
    assert "Logga in" in words(client.get("/sign-in"))


def test_a_session_that_does_not_say_when_it_began_is_over(client: Client, employer: User) -> None:
    client.sign_in(employer)
    with client.http.session_transaction() as cookie:
        del cookie["since"]
    client.get("/account", expect=302)


def test_links_are_not_mailed_without_end(client: Client, employer: User) -> None:
    for _time in range(3):
        ask(client, employer.email)
    page = client.post(ASK, {"employer-email": employer.email.upper()}, expect=429)
    assert "Vänta en liten stund" in page


def test_what_is_not_an_address_is_said_beside_the_field(client: Client) -> None:
    page = client.post(ASK, {"employer-email": "karin"}, expect=200)
    assert "Adressen ser inte ut som en e-postadress" in page
    assert 'value="karin"' in page


def test_forms_without_their_token_are_refused(
    app: Flask, client: Client, session: Session, employer: User
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    client.post(ASK, {"employer-email": employer.email}, expect=400)
    client.post("/sign-in/link/anything", expect=400)
    client.sign_in(employer).post("/sign-out", expect=400)
    assert session.exec(select(QueuedLetter)).all() == []
