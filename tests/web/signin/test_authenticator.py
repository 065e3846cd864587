"""The second step: a code from an app."""

import re
import time

import pytest
from flask import Flask
from sqlmodel import Session

from accounts import passwords
from accounts.models import RoleName, User
from foundation import clock
from tests.client import Client, words
from tests.factories import make_user
from tests.telephone import STEP, code_for

SIGN_IN = "/sign-in/staff"
WORDS = "räksmörgås vid hamnen"


@pytest.fixture
def user(app: Flask, session: Session) -> User:
    made = make_user(session, RoleName.ADMINISTRATOR, email="eva@example.org")
    with app.app_context():
        passwords.choose(session, made, WORDS, now=clock.now())
    return made


def codes_on(page: str) -> list[str]:
    return re.findall("<code>(.+?)</code>", page)


def turn_on(client: Client, user: User) -> tuple[str, list[str]]:
    """The key that the app has read, and the recovery codes."""
    client.sign_in(user)
    key = codes_on(client.get("/account/authenticator"))[0]
    shown = {"code": code_for(key), "current": WORDS}
    page = client.post("/account/authenticator", shown, expect=200)
    client.post("/sign-out")
    return key, codes_on(page)


def first_step(client: Client, user: User) -> None:
    credentials = {"staff-email": user.email, "staff-password": WORDS, "staff-next": "/account"}
    assert client.post(SIGN_IN, credentials) == "/sign-in/code"


def test_a_code_is_asked_for_after_the_password(client: Client, user: User) -> None:
    key, _recovery = turn_on(client, user)
    first_step(client, user)
    client.get("/account", expect=302)
    assert client.post("/sign-in/code", {"code": code_for(key, later=STEP)}) == "/account"
    assert "Och med en kod från appen" in client.get("/account")


def test_the_code_that_turned_it_on_is_spent(client: Client, user: User) -> None:
    client.sign_in(user)
    code = code_for(codes_on(client.get("/account/authenticator"))[0])
    client.post("/account/authenticator", {"code": code, "current": WORDS}, expect=200)
    client.post("/sign-out")
    first_step(client, user)
    page = client.post("/sign-in/code", {"code": code}, expect=200)
    assert "Vänta på nästa kod" in page
    client.get("/account", expect=302)


def test_a_recovery_code_lets_in_once(client: Client, user: User) -> None:
    _key, recovery = turn_on(client, user)
    assert len(recovery) == 8
    first_step(client, user)
    client.post("/sign-in/code", {"code": recovery[0]})
    client.post("/sign-out")
    first_step(client, user)
    client.post("/sign-in/code", {"code": recovery[0]}, expect=200)
    client.post("/sign-in/code", {"code": recovery[1]})


def test_guessing_at_codes_is_stopped(client: Client, user: User) -> None:
    turn_on(client, user)
    first_step(client, user)
    for guess in range(6):
        client.post("/sign-in/code", {"code": f"00000{guess}"}, expect=200)
    client.post("/sign-in/code", {"code": "000007"}, expect=429)


def test_without_a_password_first_there_is_no_second_step(client: Client, user: User) -> None:
    key, _recovery = turn_on(client, user)
    assert client.post("/sign-in/code", {"code": code_for(key, later=STEP)}) == "/sign-in"
    client.get("/account", expect=302)


def test_the_second_step_is_not_waited_for_long(client: Client, user: User) -> None:
    key, _recovery = turn_on(client, user)
    first_step(client, user)
    with client.http.session_transaction() as cookie:
        waiting = cookie["awaiting_code"]
        cookie["awaiting_code"] = {**waiting, "until": time.time() - 1}
    assert client.post("/sign-in/code", {"code": code_for(key, later=STEP)}) == "/sign-in"
    assert "Det gick för lång tid" in client.get("/sign-in")


def test_a_forgotten_password_does_not_lead_past_the_code(
    client: Client, session: Session, user: User
) -> None:
    turn_on(client, user)
    client.post("/sign-in/forgot-password", {"email": user.email})
    first_step(client, user)
    client.get("/account", expect=302)


def test_turning_it_on_takes_password_and_code(client: Client, user: User) -> None:
    client.sign_in(user)
    key = codes_on(client.get("/account/authenticator"))[0]
    no_password = {"code": code_for(key), "current": "fel"}
    assert "Lösenordet stämmer inte" in client.post(
        "/account/authenticator", no_password, expect=200
    )
    no_code = {"code": "000000", "current": WORDS}
    assert "Koden stämmer inte" in client.post("/account/authenticator", no_code, expect=200)
    assert codes_on(client.get("/account/authenticator")) == [key]
    assert not user.has_authenticator


def test_it_is_turned_off_with_the_password(client: Client, user: User) -> None:
    turn_on(client, user)
    client.sign_in(user)
    assert "Sluta använda koder" in words(client.get("/account/authenticator"))
    client.post("/account/authenticator/off", {"current": "fel"}, expect=200)
    assert user.has_authenticator
    assert client.post("/account/authenticator/off", {"current": WORDS}) == "/account"
    assert not user.has_authenticator


def test_new_recovery_codes_take_the_password(client: Client, user: User) -> None:
    _key, recovery = turn_on(client, user)
    client.sign_in(user)
    assert "<code>" not in client.post(
        "/account/authenticator/recovery-codes", {"current": "fel"}, expect=200
    )
    page = client.post("/account/authenticator/recovery-codes", {"current": WORDS}, expect=200)
    assert page.count("<code>") == 8
    assert recovery[0] not in page
