"""What an employer sees of an introduction, and when. Leaks are looked for in `tests.web.leaks`."""

from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName
from placements import service
from placements.models import Why
from tests.client import Client
from tests.conftest import QueryCounter
from tests.factories import make_employer, make_user
from tests.placements.makers import (
    IN_TIME,
    URL,
    an_employers_opening,
    asked,
    caseworker_of,
    colleague_of,
    introduced,
)


def test_every_look_is_noted(client: Client, session: Session) -> None:
    made = introduced(session)
    colleague = colleague_of(session, made)
    client.sign_in(colleague)
    client.get(f"/my-introductions/{made.id}")
    rows = select(AuditEntry).where(AuditEntry.action == "disclosure.viewed")
    line = session.exec(rows).one()
    assert (line.actor_id, line.subject_id) == (colleague.id, made.youth_id)


def test_when_it_is_over_nothing_is_shown(client: Client, session: Session) -> None:
    made = introduced(session)
    colleague = colleague_of(session, made)
    service.withdraw(
        session, made, Why.WITHDRAWN, by=caseworker_of(made), public_url=URL, now=IN_TIME
    )
    client.sign_in(colleague)
    page = client.get(f"/my-introductions/{made.id}")
    assert "uppgifterna visas inte" in page
    assert "Kim" not in page
    rows = select(AuditEntry).where(AuditEntry.action == "disclosure.viewed")
    assert session.exec(rows).all() == []


def test_an_answer_in_the_portal_is_one_click(client: Client, session: Session) -> None:
    made = introduced(session)
    client.sign_in(colleague_of(session, made))
    assert "Svara på en presentation" in client.get("/employer")
    page = client.follow(f"/my-introductions/{made.id}/answer", {"said": "yes"})
    assert "Ni ska träffas" in page
    client.post(f"/my-introductions/{made.id}/answer", {"said": "no"}, expect=409)
    assert "Svara på en presentation" not in client.get("/employer")


def test_another_employer_sees_nothing(client: Client, session: Session) -> None:
    made = introduced(session)
    stranger = make_user(session, RoleName.EMPLOYER)
    make_employer(session, stranger)
    client.sign_in(stranger)
    client.get(f"/my-introductions/{made.id}", expect=404)
    client.post(f"/my-introductions/{made.id}/answer", {"said": "yes"}, expect=404)
    assert "Ingen presentation än" in client.get("/my-introductions")


def test_before_she_is_introduced_the_employer_knows_of_nobody(
    client: Client, session: Session
) -> None:
    made = asked(session)
    client.sign_in(colleague_of(session, made))
    client.get(f"/my-introductions/{made.id}", expect=404)


def test_a_list_of_many_asks_few_questions(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    opening = an_employers_opening(session)
    made = introduced(session, asked(session, opening=opening))
    client.sign_in(colleague_of(session, made))
    client.get("/my-introductions")
    with count_queries() as few:
        client.get("/my-introductions")
    for _number in range(2):
        introduced(session, asked(session, opening=opening))
    session.commit()
    with count_queries() as many:
        client.get("/my-introductions")
    assert len(many) <= len(few)
