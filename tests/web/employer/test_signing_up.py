"""An employer signs up, confirms by mail, and is in without a password."""

import re

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, User
from employers.models import Employer
from foundation.outbox import QueuedLetter
from tests.client import Client, words
from tests.factories import make_employer, make_user

SIGN_UP = "/employer/sign-up"
THANKS = "/employer/sign-up/check-mail"
FIELDS = {
    "country": "SE",
    "number": "SE 556016-0680 01",
    "organization": "Kaféet vid kajen",
    "place": "SE-2182",
    "name": "Maj Berg",
    "email": "maj@kafeet.example",
}


def follow_link(client: Client, session: Session, address: str) -> str:
    """Press the button behind the newest link that was mailed; returns where it leads."""
    letters = select(QueuedLetter).where(QueuedLetter.to == address)
    newest = max(session.exec(letters), key=lambda letter: letter.queued_at)
    path = re.findall(r"http://[^/]+(/\S+)", newest.text)[0]
    return client.post(str(path))


def test_the_whole_way_in(client: Client, session: Session) -> None:
    assert client.post(SIGN_UP, FIELDS) == THANKS
    assert "Kolla din mejl" in words(client.get(THANKS))
    assert follow_link(client, session, "maj@kafeet.example") == "/employer"
    page = words(client.get("/employer"))
    assert "Hej Maj Berg!" in page
    assert "Kaféet vid kajen" in page
    assert "556016-0680" in words(client.get("/employer/organisation"))


def test_the_second_person_waits_and_learns_nothing(client: Client, session: Session) -> None:
    client.post(SIGN_UP, FIELDS)
    follow_link(client, session, "maj@kafeet.example")
    client.post("/sign-out")
    other = FIELDS | {"name": "Bo Ek", "email": "bo@kafeet.example", "organization": "Fel namn"}
    assert client.post(SIGN_UP, other) == THANKS
    follow_link(client, session, "bo@kafeet.example")
    for address in ("/employer", "/employer/organisation", "/my-openings"):
        page = words(client.get(address))
        assert not [
            word for word in ("Maj", "maj@", "Kaféet", "Fel namn", "556016") if word in page
        ]
    assert "väntar på svar" in words(client.get("/employer"))
    client.get("/my-openings/new", expect=409)


@pytest.mark.parametrize("known", ["nobody", "employer", "staff", "closed"])
def test_the_answer_is_the_same_whoever_asks(client: Client, session: Session, known: str) -> None:
    role = RoleName.CASEWORKER if known == "staff" else RoleName.EMPLOYER
    if known != "nobody":
        user = make_user(session, role, email="maj@kafeet.example", active=known != "closed")
        make_employer(session, *([user] if known == "employer" else []))
    assert client.post(SIGN_UP, FIELDS) == THANKS


@pytest.mark.parametrize("address", ["ann@ｋommun.example", "ann@kommun。example"])
def test_a_staff_address_in_other_letters_gets_the_same_answer(
    client: Client, session: Session, address: str
) -> None:
    make_user(session, email="ann@kommun.example")
    assert client.post(SIGN_UP, FIELDS | {"email": address}) == THANKS
    assert session.exec(select(QueuedLetter.purpose)).all() == ["employer"]


def test_a_persons_number_is_refused_and_never_kept(client: Client, session: Session) -> None:
    page = words(client.post(SIGN_UP, FIELDS | {"number": "19850101-1234"}, expect=200))
    assert "Det här är ett personnummer" in page
    assert session.exec(select(Employer)).all() == []
    assert session.exec(select(User)).all() == []
    assert session.exec(select(AuditEntry)).all() == []


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("number", "556016-0681", "Organisationsnumret stämmer inte"),
        ("number", "", "Skriv organisationsnumret"),
        ("organization", " ", "Skriv vad organisationen heter"),
        ("place", "", "Välj kommunen där arbetet utförs"),
        ("place", "SE-9999", "Välj ett av alternativen"),
        ("name", "", "Skriv ditt namn"),
        ("email", "maj@", "ser inte ut som en e-postadress"),
        ("country", "DK", "Välj ett av alternativen"),
    ],
)
def test_a_wrong_field_is_pointed_out_and_the_rest_is_kept(
    client: Client, field: str, value: str, message: str
) -> None:
    page = client.post(SIGN_UP, FIELDS | {field: value}, expect=200)
    assert message in words(page)
    kept = {name: text for name, text in FIELDS.items() if name != field}
    assert all(text in page for name, text in kept.items() if name != "country")


def test_the_same_address_cannot_be_mailed_over_and_over(client: Client) -> None:
    for _time in range(3):
        client.post(SIGN_UP, FIELDS)
    for written in ("MAJ@kafeet.example", "maj@ｋafeet.example", "maj@kaf\0eet.example"):
        client.post(SIGN_UP, FIELDS | {"email": written}, expect=429)


def test_another_field_that_looks_like_an_address_hides_nobody(client: Client) -> None:
    for time in range(3):
        client.post(SIGN_UP, {"0-email": f"decoy{time}@kafeet.example"} | FIELDS)
    client.post(SIGN_UP, {"0-email": "decoy@kafeet.example"} | FIELDS, expect=429)


def test_a_norwegian_employer_may_work_in_sweden(client: Client, session: Session) -> None:
    client.post(SIGN_UP, FIELDS | {"country": "NO", "number": "923 609 016 MVA"})
    employer = session.exec(select(Employer)).one()
    assert (employer.country, employer.organization_number) == ("NO", "923609016")
