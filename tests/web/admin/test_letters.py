"""Letters on their way, and the ones that never arrived."""

from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import Connection
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, User
from foundation import bounces, outbox
from foundation.letters import Letter
from foundation.outbox import LetterState, QueuedLetter
from foundation.settings import Settings
from tests.client import Client, words
from tests.factories import NOW, make_user
from web import create_app


@pytest.fixture
def administrator(client: Client, session: Session) -> User:
    user = make_user(session, RoleName.ADMINISTRATOR)
    client.sign_in(user)
    return user


def make_letter(session: Session, to: str = "a@example.org", **facts: object) -> QueuedLetter:
    letter = Letter(to, "Din länk", "Öppna http://here/sign-in/link/token", "<p>Öppna</p>")
    queued = outbox.queue(session, letter, purpose="link.sign_in", now=NOW)
    for name, value in facts.items():
        setattr(queued, name, value)
    session.flush()
    return queued


@pytest.mark.usefixtures("administrator")
def test_letters_are_listed_by_how_far_they_have_come(client: Client, session: Session) -> None:
    make_letter(session, "waits@example.org")
    make_letter(session, "sent@example.org", sent_at=NOW)
    make_letter(session, "gone@example.org", failed_at=NOW, last_error="550 recipient refused")
    everything = words(client.get("/admin/letters"))
    assert "Väntar" in everything
    assert "Skickat" in everything
    assert "Kom inte fram 550 recipient refused" in everything
    for state, address in (("waiting", "waits"), ("sent", "sent"), ("failed", "gone")):
        page = client.get(f"/admin/letters?state={state}")
        assert f"{address}@example.org" in page
        assert page.count("@example.org") == 1
    assert client.get("/admin/letters?q=GONE").count("@example.org") == 1
    assert "Inga brev" in client.get("/admin/letters?q=nobody")


def test_a_letter_that_was_given_up_is_tried_again(
    client: Client, session: Session, administrator: User
) -> None:
    letter = make_letter(session, failed_at=NOW, attempts=6)
    client.post(f"/admin/letters/{letter.id}/retry")
    assert letter.state is LetterState.WAITING
    assert letter.attempts == 0
    line = session.exec(select(AuditEntry)).one()
    assert (line.action, line.actor_id) == ("letter.retried", administrator.id)


@pytest.mark.usefixtures("administrator")
def test_the_queue_is_counted_and_a_doubt_is_told(client: Client, session: Session) -> None:
    make_letter(session)
    make_letter(session, doubts=1, sent_at=NOW)
    make_letter(session, failed_at=NOW, last_error="returned 5.1.1")
    page = words(client.get("/admin/letters"))
    assert "Väntar 1 Skickade 1 Kom inte fram 1" in page
    assert "Skickat Kan ha kommit fram två gånger." in page
    assert "Kom tillbaka (5.1.1)." in page


def test_a_marked_address_gets_letters_again_when_an_administrator_says_so(
    client: Client, session: Session, administrator: User
) -> None:
    bounces.mark(session, "gone@example.org", why="550 recipient refused", now=NOW)
    assert "gone@example.org" in client.get("/admin/letters")
    client.post("/admin/letters/addresses/lift", {"address": "gone@example.org"})
    assert bounces.mark_on(session, "gone@example.org") is None
    line = session.exec(select(AuditEntry)).one()
    assert (line.action, line.actor_id, line.facts) == ("address.lifted", administrator.id, {})


@pytest.mark.usefixtures("administrator")
def test_a_letter_that_was_sent_is_not_sent_again(client: Client, session: Session) -> None:
    letter = make_letter(session, sent_at=NOW)
    client.post(f"/admin/letters/{letter.id}/retry")
    assert letter.state is LetterState.SENT


@pytest.mark.usefixtures("administrator")
def test_what_a_letter_says_is_for_the_recipient_alone(client: Client, session: Session) -> None:
    letter = make_letter(session)
    assert f"/admin/letters/{letter.id}" not in client.get("/admin/letters")
    client.get(f"/admin/letters/{letter.id}", expect=404)


def test_in_a_demo_the_letters_can_be_read_and_their_links_opened(
    settings: Settings, connection: Connection, session: Session
) -> None:
    def sessions(_reads_only: bool) -> Session:
        return Session(connection, join_transaction_mode="create_savepoint")

    demo: Flask = create_app(replace(settings, demo=True), sessions)
    client = Client(demo, session).sign_in(make_user(session, RoleName.ADMINISTRATOR))
    letter = make_letter(session)
    assert f"/admin/letters/{letter.id}" in client.get("/admin/letters")
    assert 'href="http://here/sign-in/link/token"' in client.get(f"/admin/letters/{letter.id}")
