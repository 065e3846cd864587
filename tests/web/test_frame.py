"""What stands around every page, and what a crash leaves behind."""

import pytest
from flask import Flask
from sqlmodel import Session
from structlog.testing import capture_logs

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
    own_app: Flask, session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    @public
    def crash(token: str) -> str:
        raise LookupError(token)

    own_app.add_url_rule("/crash/<token>", "crash", crash)
    own_app.config["PROPAGATE_EXCEPTIONS"] = False

    with capture_logs() as lines:
        page = Client(own_app, session).get("/crash/a-token-that-still-works", expect=500)

    assert "Något gick fel hos oss" in page
    assert ("crashed", "/crash/<token>") in {(each["event"], each["route"]) for each in lines}
    assert "a-token-that-still-works" not in caplog.text
