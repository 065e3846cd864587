"""Tasks do their work once, for everybody, whatever breaks on the way."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from background import tasks
from background.tasks import Resources
from foundation import clock, outbox
from foundation.letters import Letter, SmtpMailer
from foundation.outbox import BACKOFF, CLAIM_LASTS, QueuedLetter
from foundation.settings import ROOT, Settings
from jobtracks.enrolments import service as enrolments
from openings.models import Opening, OpeningState
from suggestions.models import Suggestion
from tests.background.waiting import wait_until
from tests.digests.making import DAY, make_suggestion
from tests.factories import NOW, TODAY, make_caseworker, make_opening, make_youth
from tests.foundation.mail_server import HOST, MailServer, running
from tests.jobtracks.makers import a_cohort, a_team, a_track, interested


@pytest.fixture
def server() -> Iterator[MailServer]:
    with running() as started:
        yield started


@pytest.fixture
def resources(fresh_engine: Engine, settings: Settings, server: MailServer) -> Resources:
    mailer = SmtpMailer(f"smtp://{HOST}:{server.port}", "Farled <farled@example.org>")
    return Resources(fresh_engine, settings, mailer, now=lambda: NOW)


def at(resources: Resources, later: timedelta) -> Resources:
    """The same, some time later."""
    return replace(resources, now=lambda: NOW + later)


def queue(engine: Engine, *addresses: str, now: datetime = NOW) -> None:
    with Session(engine) as session:
        for address in addresses:
            letter = Letter(address, "Hej", "Öppna länken.")
            outbox.queue(session, letter, purpose="test", now=now)
        session.commit()


def letters(engine: Engine) -> dict[str, QueuedLetter]:
    with Session(engine) as session:
        return {letter.to: letter for letter in session.exec(select(QueuedLetter))}


def test_a_refused_address_stops_no_other(resources: Resources, server: MailServer) -> None:
    queue(resources.engine, "a@example.org", "gone@example.org", "z@example.org")
    server.answers["gone@example.org"] = "550 No such user"
    assert tasks.deliver_letters(resources) == {"waiting": 0, "sent": 2, "failed": 1}
    assert sorted(server.accepted) == ["a@example.org", "z@example.org"]
    given_up = letters(resources.engine)["gone@example.org"]
    assert (given_up.failed_at, given_up.last_error) == (NOW, "550 recipient refused")


def test_a_busy_server_is_asked_again_later_and_that_is_seen(
    resources: Resources, server: MailServer
) -> None:
    queue(resources.engine, "busy@example.org")
    server.answers["busy@example.org"] = "451 Try later"
    assert tasks.deliver_letters(resources)["waiting"] == 1
    waiting = letters(resources.engine)["busy@example.org"]
    assert (waiting.attempts, waiting.last_error) == (1, "451 recipient refused")
    assert waiting.due_at == NOW + BACKOFF[0]

    assert sum(tasks.deliver_letters(resources).values()) == 0
    server.answers.clear()
    assert tasks.deliver_letters(at(resources, BACKOFF[0]))["sent"] == 1
    assert server.accepted == ["busy@example.org"]


def test_a_letter_is_sent_once_by_two_workers_at_the_same_time(
    resources: Resources, server: MailServer
) -> None:
    addresses = [f"person{number}@example.org" for number in range(8)]
    queue(resources.engine, *addresses)
    together = Barrier(2)

    def work() -> int:
        together.wait()
        return tasks.deliver_letters(resources)["sent"]

    with ThreadPoolExecutor(2) as pool:
        sent = [future.result() for future in [pool.submit(work) for _number in range(2)]]
    assert sum(sent) == len(addresses)
    assert sorted(server.accepted) == addresses


def test_a_letter_claimed_by_a_worker_that_died_is_sent_by_the_next(
    resources: Resources, server: MailServer
) -> None:
    queue(resources.engine, "karin@example.org")
    with Session(resources.engine) as session:
        (letter_id,) = outbox.waiting(session, NOW)
        outbox.claim(session, letter_id, now=NOW)
        session.commit()
    assert tasks.deliver_letters(resources)["sent"] == 0
    assert tasks.deliver_letters(at(resources, CLAIM_LASTS))["sent"] == 1
    assert server.accepted == ["karin@example.org"]


def test_a_process_killed_in_the_middle_of_delivering_loses_nothing(
    resources: Resources, server: MailServer
) -> None:
    queue(resources.engine, "karin@example.org", now=clock.now())
    server.seconds_to_think = 30
    environment = os.environ | {
        "INSTANCE": str(resources.settings.instance),
        "DATABASE_URL": resources.engine.url.render_as_string(hide_password=False),
        "SMTP_URL": f"smtp://{HOST}:{server.port}",
    }
    command = [sys.executable, "-m", "background", "once", "deliver-letters"]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as process:
        wait_until(lambda: letters(resources.engine)["karin@example.org"].attempts == 1)
        process.send_signal(signal.SIGKILL)
    assert letters(resources.engine)["karin@example.org"].sent_at is None

    server.seconds_to_think = 0
    due = letters(resources.engine)["karin@example.org"].due_at
    after = replace(resources, now=lambda: due)
    assert tasks.deliver_letters(after)["sent"] == 1
    assert len(server.letters) == 1


def test_digests_go_out_once_however_often_the_task_runs(
    resources: Resources, server: MailServer
) -> None:
    with Session(resources.engine) as session:
        caseworker = make_caseworker(session, email="karin@example.org")
        make_suggestion(session, make_youth(session, caseworker))
        session.commit()
    assert tasks.send_digests(resources)["queued"] == 1
    assert tasks.send_digests(resources) == {
        "queued": 0,
        "sent_before": 1,
        "nothing_new": 0,
        "failed": 0,
    }
    assert tasks.deliver_letters(resources)["sent"] == 1
    tasks.send_digests(at(resources, DAY))
    tasks.deliver_letters(at(resources, DAY))
    assert server.accepted == ["karin@example.org"]


def test_openings_are_closed_after_their_last_day(resources: Resources) -> None:
    with Session(resources.engine) as session:
        make_opening(session, headline="Gammal", application_deadline=TODAY - DAY)
        make_opening(session, headline="Ny", application_deadline=TODAY)
        session.commit()
    assert tasks.close_expired(resources) == {"closed": 1}
    with Session(resources.engine) as session:
        closed = select(Opening.headline).where(col(Opening.state) == OpeningState.CLOSED)
        assert session.exec(closed).all() == ["Gammal"]


def test_a_seat_that_nobody_answers_for_is_handed_on_and_told_of(resources: Resources) -> None:
    with Session(resources.engine) as session:
        team, by = a_team(session)
        cohort = a_cohort(session, a_track(session, team, by), by, seats=1)
        silent, waits = (interested(session, cohort, by) for _number in range(2))
        enrolments.offer(session, silent, by=by, now=NOW)
        enrolments.wait(session, waits, by=by, now=NOW)
        address = waits.youth.responsible.email
        session.commit()
    assert tasks.tend_tracks(resources) == {"lapsed": 0, "left": 0, "offered": 0}
    late = at(resources, timedelta(days=8))
    assert tasks.tend_tracks(late) == {"lapsed": 1, "left": 0, "offered": 1}
    assert set(letters(resources.engine)) == {address}


def test_the_nightly_refresh_makes_suggestions(resources: Resources) -> None:
    with Session(resources.engine) as session:
        make_youth(session, occupations=["9412"], wishes=["kök"])
        make_opening(session)
        session.commit()
    assert tasks.refresh_suggestions(resources)["youths"] == 1
    with Session(resources.engine) as session:
        assert len(session.exec(select(Suggestion)).all()) == 1
