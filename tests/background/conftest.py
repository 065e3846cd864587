"""What the tests of the clock's door share."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from background.resources import Resources
from foundation import logs
from foundation.mailers import SmtpMailer
from foundation.settings import Settings
from tests.factories import NOW
from tests.foundation.mail_server import HOST, MailServer, running


@pytest.fixture(autouse=True)
def _logs_go_back_to_stderr() -> Iterator[None]:
    """A test that catches the logs takes its own stream away with it."""
    yield
    logs.configure()


@pytest.fixture
def server() -> Iterator[MailServer]:
    with running() as started:
        yield started


@pytest.fixture
def resources(fresh_engine: Engine, settings: Settings, server: MailServer) -> Resources:
    mailer = SmtpMailer(f"smtp://{HOST}:{server.port}", "Farled <farled@example.org>")
    return Resources(fresh_engine, settings, mailer, now=lambda: NOW)
