"""Occupations for a field that suggests while one writes."""

import json

from sqlmodel import Session

from tests.client import Client
from tests.factories import make_user

ADDRESS = "/reference/occupations"


def test_a_misspelt_occupation_is_suggested_with_its_group(
    client: Client, session: Session
) -> None:
    found = json.loads(client.sign_in(make_user(session)).get(f"{ADDRESS}?q=underskötterska"))
    assert found[0]["code"] == "5321"
    assert set(found[0]) == {"code", "title", "label"}


def test_nothing_written_suggests_nothing(client: Client, session: Session) -> None:
    client.sign_in(make_user(session))
    for query in ("", "?q=", "?q=%20"):
        assert json.loads(client.get(ADDRESS + query)) == []


def test_a_very_long_text_is_answered_too(client: Client, session: Session) -> None:
    client.sign_in(make_user(session)).get(f"{ADDRESS}?q={'kock' * 500}")


def test_visitors_are_led_to_the_sign_in_page(client: Client) -> None:
    client.get(ADDRESS, expect=302)
