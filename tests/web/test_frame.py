"""What stands around every page, and what a crash leaves behind."""

import json

import pytest
from flask import Flask
from sqlmodel import Session

from accounts.models import RoleName
from tests.client import Client
from tests.factories import make_caseworker, make_user
from web.guards import public


def test_a_caseworker_searches_openings_from_every_page(client: Client, session: Session) -> None:
    page = client.sign_in(make_caseworker(session)).get("/desk")
    assert 'action="/openings"' in page
    assert 'data-shortcut="/"' in page


def test_a_steering_group_has_nothing_to_search(client: Client, session: Session) -> None:
    page = client.sign_in(make_user(session, RoleName.STEERING)).get("/steering")
    assert 'role="search"' not in page


def test_a_crash_is_logged_without_the_address(
    capsys: pytest.CaptureFixture[str], app: Flask, client: Client
) -> None:
    @public
    def crash(token: str) -> str:
        raise LookupError(token)

    app.add_url_rule("/crash/<token>", "crash", crash)
    app.config["PROPAGATE_EXCEPTIONS"] = False

    page = client.get("/crash/a-token-that-still-works", expect=500)

    log = capsys.readouterr().err
    assert "Något gick fel hos oss" in page
    assert "a-token-that-still-works" not in log
    assert json.loads(log.splitlines()[0])["error"] == "LookupError"
