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

SIGN_IN = "/logga-in/personal"
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
    key = codes_on(client.get("/konto/app"))[0]
    shown = {"code": code_for(key), "current": WORDS}
    page = client.post("/konto/app", shown, expect=200)
    client.post("/logga-ut")
    return key, codes_on(page)


def first_step(client: Client, user: User) -> None:
    credentials = {"staff-email": user.email, "staff-password": WORDS, "staff-next": "/konto"}
    assert client.post(SIGN_IN, credentials) == "/logga-in/kod"


def test_a_code_is_asked_for_after_the_password(client: Client, user: User) -> None:
    key, _recovery = turn_on(client, user)
    first_step(client, user)
    client.get("/konto", expect=302)
    assert client.post("/logga-in/kod", {"code": code_for(key, later=STEP)}) == "/konto"
    assert "Och med en kod från appen" in client.get("/konto")


def test_the_code_that_turned_it_on_is_spent(client: Client, user: User) -> None:
    client.sign_in(user)
    code = code_for(codes_on(client.get("/konto/app"))[0])
    client.post("/konto/app", {"code": code, "current": WORDS}, expect=200)
    client.post("/logga-ut")
    first_step(client, user)
    page = client.post("/logga-in/kod", {"code": code}, expect=200)
    assert "Vänta på nästa kod" in page
    client.get("/konto", expect=302)


def test_a_recovery_code_lets_in_once(client: Client, user: User) -> None:
    _key, recovery = turn_on(client, user)
    assert len(recovery) == 8
    first_step(client, user)
    client.post("/logga-in/kod", {"code": recovery[0]})
    client.post("/logga-ut")
    first_step(client, user)
    client.post("/logga-in/kod", {"code": recovery[0]}, expect=200)
    client.post("/logga-in/kod", {"code": recovery[1]})


def test_guessing_at_codes_is_stopped(client: Client, user: User) -> None:
    turn_on(client, user)
    first_step(client, user)
    for guess in range(6):
        client.post("/logga-in/kod", {"code": f"00000{guess}"}, expect=200)
    client.post("/logga-in/kod", {"code": "000007"}, expect=429)


def test_without_a_password_first_there_is_no_second_step(client: Client, user: User) -> None:
    key, _recovery = turn_on(client, user)
    assert client.post("/logga-in/kod", {"code": code_for(key, later=STEP)}) == "/logga-in"
    client.get("/konto", expect=302)


def test_the_second_step_is_not_waited_for_long(client: Client, user: User) -> None:
    key, _recovery = turn_on(client, user)
    first_step(client, user)
    with client.http.session_transaction() as cookie:
        waiting = cookie["awaiting_code"]
        cookie["awaiting_code"] = {**waiting, "until": time.time() - 1}
    assert client.post("/logga-in/kod", {"code": code_for(key, later=STEP)}) == "/logga-in"
    assert "Det gick för lång tid" in client.get("/logga-in")


def test_a_forgotten_password_does_not_lead_past_the_code(
    client: Client, session: Session, user: User
) -> None:
    turn_on(client, user)
    client.post("/logga-in/glomt-losenord", {"email": user.email})
    first_step(client, user)
    client.get("/konto", expect=302)


def test_turning_it_on_takes_password_and_code(client: Client, user: User) -> None:
    client.sign_in(user)
    key = codes_on(client.get("/konto/app"))[0]
    no_password = {"code": code_for(key), "current": "fel"}
    assert "Lösenordet stämmer inte" in client.post("/konto/app", no_password, expect=200)
    no_code = {"code": "000000", "current": WORDS}
    assert "Koden stämmer inte" in client.post("/konto/app", no_code, expect=200)
    assert codes_on(client.get("/konto/app")) == [key]
    assert not user.has_authenticator


def test_it_is_turned_off_with_the_password(client: Client, user: User) -> None:
    turn_on(client, user)
    client.sign_in(user)
    assert "Sluta använda koder" in words(client.get("/konto/app"))
    client.post("/konto/app/av", {"current": "fel"}, expect=200)
    assert user.has_authenticator
    assert client.post("/konto/app/av", {"current": WORDS}) == "/konto"
    assert not user.has_authenticator


def test_new_recovery_codes_take_the_password(client: Client, user: User) -> None:
    _key, recovery = turn_on(client, user)
    client.sign_in(user)
    assert "<code>" not in client.post("/konto/app/koder", {"current": "fel"}, expect=200)
    page = client.post("/konto/app/koder", {"current": WORDS}, expect=200)
    assert page.count("<code>") == 8
    assert recovery[0] not in page
