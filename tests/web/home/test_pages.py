"""The pages that everybody may read, and the checks that machines ask."""

from dataclasses import replace

import pytest
from sqlmodel import Session, select, text

from accounts.models import AuditEntry, RoleName
from foundation.settings import Settings
from tests.client import Client, words
from tests.factories import make_user
from web import create_app


def test_the_front_page_has_two_doors(client: Client) -> None:
    page = client.get("/")
    assert "Vägen till jobbet" in page
    assert "För arbetsgivare" in page
    assert "För personal" in page
    assert 'href="/sign-in"' in page


def test_a_signed_in_person_comes_to_her_own_start(client: Client, session: Session) -> None:
    client.sign_in(make_user(session, RoleName.ADMINISTRATOR))
    assert client.http.get("/").headers["Location"] == "/admin/users"


@pytest.mark.parametrize(
    ("page", "promise"),
    [
        ("/accessibility", "Allt går att göra med tangentbordet"),
        ("/privacy", "Kön, födelseland, hälsa och bidrag används aldrig"),
    ],
)
def test_the_statements_are_open_to_everybody(client: Client, page: str, promise: str) -> None:
    assert promise in words(client.get(page))


def test_the_language_is_chosen_and_leads_back_to_the_page(client: Client) -> None:
    there = {"language": "en", "next": "/privacy?a=b"}
    assert client.post("/language", there) == "/privacy?a=b"
    assert '<html lang="en">' in client.get("/")
    assert client.post("/language", {"language": "sv", "next": "//evil.example"}) == "/"
    client.post("/language", {"language": "xx"}, expect=400)


def test_the_language_that_somebody_chooses_is_kept_with_her_account(
    client: Client, session: Session
) -> None:
    user = make_user(session)
    client.sign_in(user)
    for _twice in range(2):
        client.post("/language", {"language": "nb"})
    assert user.language == "nb"
    lines = session.exec(select(AuditEntry).where(AuditEntry.action == "user.language_chosen"))
    assert [(line.actor_id, line.facts) for line in lines] == [(user.id, {"to": "nb"})]


def test_machines_are_told_that_all_is_well(client: Client) -> None:
    assert '"ok"' in client.get("/healthz")
    assert '"ready"' in client.get("/readyz")


def test_the_portal_is_not_ready_on_the_tables_of_another_version(
    client: Client, session: Session
) -> None:
    session.connection().execute(text("UPDATE alembic_version SET version_num = 'older'"))
    answer = client.http.get("/readyz")
    assert answer.status_code == 503
    assert answer.json is not None
    assert answer.json["status"] == "not ready"
    assert "older" in answer.json["why"]


@pytest.mark.parametrize(
    "url", ["sqlite:////no/such/folder/farled.db", "postgresql+psycopg://127.0.0.1:1/farled"]
)
def test_the_portal_is_not_ready_when_its_database_is_dead(settings: Settings, url: str) -> None:
    portal = create_app(replace(settings, database_url=url)).test_client()
    answer = portal.get("/readyz")
    assert (answer.status_code, answer.json) == (
        503,
        {"status": "not ready", "why": "the database does not answer"},
    )
    assert portal.get("/healthz").status_code == 200
