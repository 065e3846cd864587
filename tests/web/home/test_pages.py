"""The pages that everybody may read, and the checks that machines ask."""

import pytest
from sqlmodel import Session

from accounts.models import RoleName
from tests.client import Client, words
from tests.factories import make_user


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


def test_machines_are_told_that_all_is_well(client: Client) -> None:
    assert '"ok"' in client.get("/healthz")
    assert '"ready"' in client.get("/readyz")
