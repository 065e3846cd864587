"""Staff sign in with a password: invited to choose it, and helped when they forget it."""

import re

import pytest
from flask import Flask
from sqlmodel import Session, select

from accounts import letters, passwords, service
from accounts.models import AuditEntry, LinkPurpose, RoleName, User
from foundation import clock
from foundation.outbox import QueuedLetter
from tests.client import Client, words
from tests.factories import make_user

SIGN_IN = "/sign-in/staff"
WORDS = "räksmörgås vid hamnen"
WRONG = "hör inte ihop"


@pytest.fixture
def administrator(app: Flask, session: Session) -> User:
    user = make_user(session, RoleName.ADMINISTRATOR, email="eva@example.org")
    with app.app_context():
        passwords.choose(session, user, WORDS, now=clock.now())
    return user


def fields(address: str, password: str, next_page: str = "") -> dict[str, str]:
    return {"staff-email": address, "staff-password": password, "staff-next": next_page}


def path_in(session: Session, address: str) -> str:
    chosen = select(QueuedLetter).where(QueuedLetter.to == address)
    return str(re.findall(r"http://[^/]+(/\S+)", session.exec(chosen).one().text)[0])


def actions(session: Session) -> list[str]:
    return [line.action for line in session.exec(select(AuditEntry))]


def test_the_right_password_leads_to_the_start_of_the_role(
    client: Client, session: Session, administrator: User
) -> None:
    assert client.post(SIGN_IN, fields("EVA@example.org", WORDS)) == "/admin/users"
    assert client.get("/sign-in", expect=302)
    assert actions(session)[-1] == "user.signed_in"


def test_the_way_leads_on_to_a_page_of_ours_only(client: Client, administrator: User) -> None:
    assert client.post(SIGN_IN, fields(administrator.email, WORDS, "/account")) == "/account"
    client.post("/sign-out")
    there = fields(administrator.email, WORDS, "https://evil.example")
    assert client.post(SIGN_IN, there) == "/admin/users"


def test_wrong_password_and_unknown_address_look_the_same(
    client: Client, session: Session, administrator: User
) -> None:
    pages = [
        client.post(SIGN_IN, fields(address, "fel lösenord här"), expect=200)
        for address in (administrator.email, "foo@example.org")
    ]
    assert words(pages[0]) == words(pages[1])
    assert WRONG in pages[0]
    assert "fel lösenord" not in pages[0]
    assert actions(session)[-2:] == ["user.sign_in_failed", "user.sign_in_failed"]


def test_an_employer_is_told_nothing_else_than_a_stranger(
    app: Flask, client: Client, session: Session
) -> None:
    employer = make_user(session, RoleName.EMPLOYER, email="karin@example.org")
    with app.app_context():
        passwords.choose(session, employer, WORDS, now=clock.now())
    assert WRONG in client.post(SIGN_IN, fields(employer.email, WORDS), expect=200)
    client.get("/account", expect=302)


def test_a_closed_account_is_out_at_once_and_stays_out(
    client: Client, session: Session, administrator: User
) -> None:
    client.post(SIGN_IN, fields(administrator.email, WORDS))
    service.disable(session, administrator, by=None, now=clock.now())
    client.get("/account", expect=302)
    assert WRONG in client.post(SIGN_IN, fields(administrator.email, WORDS), expect=200)


def test_guessing_is_stopped_also_from_many_machines(client: Client, administrator: User) -> None:
    for machine in range(10):
        client.http.environ_base["REMOTE_ADDR"] = f"192.0.2.{machine}"
        client.post(SIGN_IN, fields(administrator.email, f"gissning {machine}"), expect=200)
    client.http.environ_base["REMOTE_ADDR"] = "192.0.2.99"
    client.post(SIGN_IN, fields(administrator.email, WORDS), expect=429)


def test_guessing_at_many_accounts_from_one_machine_is_stopped(client: Client) -> None:
    for number in range(10):
        client.post(SIGN_IN, fields(f"p{number}@example.org", "gissning"), expect=200)
    client.post(SIGN_IN, fields("p11@example.org", "gissning"), expect=429)


def test_an_office_behind_one_address_signs_in_on_monday_morning(
    app: Flask, session: Session, administrator: User
) -> None:
    for _colleague in range(12):
        Client(app, session).post(SIGN_IN, fields(administrator.email, WORDS))


def test_guessing_at_links_is_stopped(client: Client) -> None:
    for guess in range(10):
        client.get(f"/sign-in/password/{guess}", expect=410)
    client.get("/sign-in/password/11", expect=429)


def test_an_invited_person_chooses_a_password_and_signs_in(
    client: Client, session: Session
) -> None:
    user = service.invite(
        session,
        email="nils@example.org",
        name="Nils",
        role=RoleName.ADMINISTRATOR,
        public_url="http://here",
        now=clock.now(),
    )
    path = path_in(session, user.email)
    assert "nils@example.org" in client.get(path)
    short = {"password": "kort", "again": "kort"}
    assert "minst 12 tecken" in client.post(path, short, expect=200)
    unlike = {"password": WORDS, "again": WORDS + "!"}
    assert "inte lika" in client.post(path, unlike, expect=200)
    assert client.post(path, {"password": WORDS, "again": WORDS}) == "/sign-in"
    assert user.confirmed_at is not None
    client.get("/account", expect=302)
    assert client.post(SIGN_IN, fields(user.email, WORDS)) == "/admin/users"
    client.post("/sign-out")
    client.get(path, expect=410)


def test_an_invitation_for_staff_signs_nobody_in_by_itself(
    client: Client, session: Session
) -> None:
    user = make_user(session, RoleName.CASEWORKER, email="cilla@example.org")
    letters.send_link(
        session, user, LinkPurpose.INVITATION, public_url="http://here", now=clock.now()
    )
    token = path_in(session, user.email).rsplit("/", 1)[1]
    client.post(f"/sign-in/link/{token}", expect=410)
    client.get("/account", expect=302)


def test_a_forgotten_password_is_replaced(
    client: Client, session: Session, administrator: User
) -> None:
    client.get("/sign-in/forgot-password")
    assert client.post("/sign-in/forgot-password", {"email": administrator.email}) == (
        "/sign-in/link-sent"
    )
    new = "helt andra ord nu"
    client.post(path_in(session, administrator.email), {"password": new, "again": new})
    assert WRONG in client.post(SIGN_IN, fields(administrator.email, WORDS), expect=200)
    client.post(SIGN_IN, fields(administrator.email, new))


def test_only_staff_get_a_letter_about_a_forgotten_password(
    client: Client, session: Session
) -> None:
    employer = make_user(session, RoleName.EMPLOYER)
    for address in (employer.email, "nobody@example.org"):
        client.post("/sign-in/forgot-password", {"email": address})
    assert session.exec(select(QueuedLetter)).all() == []


def test_a_changed_password_signs_other_browsers_out_and_is_told_of(
    app: Flask, client: Client, session: Session, administrator: User
) -> None:
    other = Client(app, session).sign_in(administrator)
    client.sign_in(administrator)
    new = "helt andra ord nu"
    wrong = {"current": "fel", "password": new, "again": new}
    assert "Lösenordet stämmer inte" in client.post("/account/password", wrong, expect=200)
    client.post("/account/password", {"current": WORDS, "password": new, "again": new})
    assert "Lösenordet är bytt" in client.get("/account")
    other.get("/account", expect=302)
    assert path_in(session, administrator.email) == "/sign-in/forgot-password"


def test_an_employer_has_no_password_to_change(client: Client, session: Session) -> None:
    client.sign_in(make_user(session, RoleName.EMPLOYER))
    for page in ("/account/password", "/account/authenticator"):
        client.get(page, expect=403)
