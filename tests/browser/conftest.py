"""A running portal with the demo in it, and a real Chromium to look at it with."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from threading import Thread
from typing import cast
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect, sync_playwright
from sqlalchemy import Engine
from sqlmodel import Session
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wsgi import ClosingIterator

from background.posting import deliver_letters
from background.resources import Resources
from demo import loading, people, ways
from foundation import clock
from foundation.db import engine_from
from foundation.mailers import FolderMailer
from foundation.settings import Settings, from_environ
from suggestions import service as suggestions
from tests.browser.chromium import FLAGS, find_chromium
from web import create_app
from web.limits import limiter


@dataclass(frozen=True, slots=True)
class Portal:
    """A running portal: its address, and its database."""

    app: Flask
    url: str
    engine: Engine
    settings: Settings

    def session(self) -> Session:
        return Session(self.engine)


class Quiet(WSGIRequestHandler):
    """Serves without a line for every file: the portal's own log tells what matters."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


def closed_when_read(app: WSGIApplication) -> WSGIApplication:
    """Serve with every file closed as soon as it is read.

    Werkzeug's server closes it only after it has asked the browser for more, and not at all
    where the browser has gone by then.
    """

    def served(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        with closing(cast(ClosingIterator, app(environ, start))) as chunks:
            yield from chunks

    return served


@pytest.fixture(scope="session")
def portal(
    tmp_path_factory: pytest.TempPathFactory, copy_of_template: Callable[[str, Path], str]
) -> Iterator[Portal]:
    """A portal on a free port of this machine, with the demo loaded and suggestions made."""
    folder: Path = tmp_path_factory.mktemp("portal")
    database = copy_of_template("sqlite", folder)
    settings = from_environ({"DEMO": "yes", "DATABASE_URL": database}, folder)
    engine = engine_from(settings.database_url)
    app = create_app(settings)
    with app.app_context(), Session(engine) as session:
        loading.load_once(session, now=clock.now(), zone=settings.timezone)
        session.commit()
    suggestions.refresh_all(engine, now=clock.now())
    with Session(engine) as session:
        ways.set_out(session, public_url=settings.public_url, now=clock.now())
        session.commit()
    server = make_server(
        "127.0.0.1", 0, closed_when_read(app), threaded=True, request_handler=Quiet
    )
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Portal(app, f"http://127.0.0.1:{server.port}", engine, settings)
    server.shutdown()
    thread.join()
    engine.dispose()


@pytest.fixture(autouse=True)
def _as_often_as_one_likes() -> Iterator[None]:
    """One person in a browser is quicker than the limits, which other tests are about."""
    limiter.enabled = False
    yield
    limiter.enabled = True


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's Chromium, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, portal: Portal) -> Iterator[Page]:
    """A new visitor's page, in Swedish, that fails the test on an error in a script."""
    context = chromium.new_context(base_url=portal.url, locale="sv-SE", reduced_motion="reduce")
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.set_default_timeout(15_000)
    yield opened
    context.close()
    assert errors == []


@pytest.fixture
def sign_in(page: Page) -> Callable[[str], Page]:
    """Signs a member of the demo's staff in, the way she does it herself."""

    def as_person(email: str) -> Page:
        page.goto("/sign-in")
        page.locator("[name=staff-email]").fill(email)
        page.locator("[name=staff-password]").fill(people.PASSWORD)
        page.get_by_role("button", name="Logga in", exact=True).click()
        expect(page.get_by_role("navigation", name="Huvudmeny")).to_be_visible()
        return page

    return as_person


@pytest.fixture
def post(portal: Portal) -> Callable[[str], EmailMessage]:
    """Empties the outbox, and reads the newest letter to an address."""
    folder = portal.settings.instance / "mail"
    mailer = FolderMailer(folder, portal.settings.mail_from)
    resources = Resources(portal.engine, portal.settings, mailer, clock.now)

    def newest_to(address: str) -> EmailMessage:
        deliver_letters(resources)
        files = sorted(folder.glob("*.eml"), key=lambda file: file.stat().st_mtime, reverse=True)
        letters = [message_from_bytes(f.read_bytes(), policy=policy.default) for f in files]
        return next(letter for letter in letters if letter["To"] == address)

    return newest_to
