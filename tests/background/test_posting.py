"""Letters leave once, whatever the mail server does and whoever dies on the way."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

from sqlmodel import Session

from background import posting
from background.resources import Resources
from foundation import clock, delivery
from foundation.delivery import BACKOFF, CLAIM_LASTS
from foundation.mailers import SmtpMailer
from foundation.settings import ROOT
from tests.background.making import at, letters, queue
from tests.background.waiting import wait_until
from tests.digests.making import DAY
from tests.factories import NOW
from tests.foundation.mail_server import HOST, MailServer, running


def test_a_refused_address_stops_no_other(resources: Resources, server: MailServer) -> None:
    queue(resources.engine, "a@example.org", "gone@example.org", "z@example.org")
    server.answers["gone@example.org"] = "550 No such user"
    assert posting.deliver_letters(resources) == {"waiting": 0, "sent": 2, "failed": 1}
    assert sorted(server.accepted) == ["a@example.org", "z@example.org"]
    given_up = letters(resources.engine)["gone@example.org"]
    assert (given_up.failed_at, given_up.last_error) == (NOW, "550 recipient refused")


def test_a_busy_server_is_asked_again_later_and_that_is_seen(
    resources: Resources, server: MailServer
) -> None:
    queue(resources.engine, "busy@example.org")
    server.answers["busy@example.org"] = "451 Try later"
    assert posting.deliver_letters(resources)["waiting"] == 1
    waiting = letters(resources.engine)["busy@example.org"]
    assert (waiting.attempts, waiting.last_error) == (1, "451 recipient refused")
    assert waiting.due_at == NOW + BACKOFF[0]

    assert sum(posting.deliver_letters(resources).values()) == 0
    server.answers.clear()
    assert posting.deliver_letters(at(resources, BACKOFF[0]))["sent"] == 1
    assert server.accepted == ["busy@example.org"]


def test_a_letter_is_sent_once_by_two_workers_at_the_same_time(
    resources: Resources, server: MailServer
) -> None:
    addresses = [f"person{number}@example.org" for number in range(8)]
    queue(resources.engine, *addresses)
    together = Barrier(2)

    def work() -> int:
        together.wait()
        return posting.deliver_letters(resources)["sent"]

    with ThreadPoolExecutor(2) as pool:
        sent = [future.result() for future in [pool.submit(work) for _number in range(2)]]
    assert sum(sent) == len(addresses)
    assert sorted(server.accepted) == addresses


def test_a_letter_claimed_by_a_worker_that_died_is_sent_by_the_next(
    resources: Resources, server: MailServer
) -> None:
    queue(resources.engine, "karin@example.org")
    with Session(resources.engine) as session:
        assert delivery.claim(session, now=NOW)
        session.commit()
    assert posting.deliver_letters(resources)["sent"] == 0
    assert posting.deliver_letters(at(resources, CLAIM_LASTS))["sent"] == 1
    assert server.accepted == ["karin@example.org"]


def _delivering(resources: Resources, server: MailServer) -> "subprocess.Popen[bytes]":
    """Another process that delivers what is due."""
    environment = os.environ | {
        "INSTANCE": str(resources.settings.instance),
        "DATABASE_URL": resources.engine.url.render_as_string(hide_password=False),
        "SMTP_URL": f"smtp://{HOST}:{server.port}",
    }
    command = [sys.executable, "-m", "background", "once", "deliver-letters"]
    return subprocess.Popen(command, cwd=ROOT, env=environment)


def test_a_process_killed_in_the_middle_of_delivering_loses_nothing(
    resources: Resources, server: MailServer
) -> None:
    queue(resources.engine, "karin@example.org", now=clock.now())
    server.seconds_to_think = 30
    with _delivering(resources, server) as process:
        wait_until(lambda: letters(resources.engine)["karin@example.org"].attempts == 1)
        process.send_signal(signal.SIGKILL)
    assert letters(resources.engine)["karin@example.org"].sent_at is None

    server.seconds_to_think = 0
    due = letters(resources.engine)["karin@example.org"].due_at
    after = replace(resources, now=lambda: due)
    assert posting.deliver_letters(after)["sent"] == 1
    assert len(server.letters) == 1
    assert letters(resources.engine)["karin@example.org"].doubts == 1


def test_a_process_killed_after_the_server_took_the_letter_repeats_it_once_and_shows_it(
    resources: Resources, server: MailServer
) -> None:
    queue(resources.engine, "karin@example.org", now=clock.now())
    server.seconds_to_answer = 30
    with _delivering(resources, server) as process:
        wait_until(lambda: len(server.letters) == 1)
        process.send_signal(signal.SIGKILL)

    server.seconds_to_answer = 0
    due = letters(resources.engine)["karin@example.org"].due_at
    assert posting.deliver_letters(replace(resources, now=lambda: due))["sent"] == 1
    first, second = server.letters
    assert first["Message-ID"] == second["Message-ID"]
    sent = letters(resources.engine)["karin@example.org"]
    assert (sent.attempts, sent.doubts) == (2, 1)
    later = replace(resources, now=lambda: due + DAY)
    assert posting.deliver_letters(later)["sent"] == 0


def test_a_server_that_drops_the_line_in_a_letter_gets_it_once_more_later(
    resources: Resources, server: MailServer
) -> None:
    queue(resources.engine, "karin@example.org", "lisa@example.org")
    server.drops_in_data = True
    assert posting.deliver_letters(resources) == {"waiting": 2, "sent": 0, "failed": 0}
    server.drops_in_data = False
    assert posting.deliver_letters(at(resources, BACKOFF[0]))["sent"] == 2
    assert len(server.letters) == 2


def test_many_letters_leave_on_several_lines_and_each_once(
    resources: Resources, server: MailServer
) -> None:
    told: list[tuple[int, int]] = []
    counted = replace(resources, progress=lambda done, of: told.append((done, of)))
    addresses = [f"person{number}@example.org" for number in range(230)]
    queue(resources.engine, *addresses)
    assert posting.deliver_letters(counted)["sent"] == 230
    assert sorted(server.accepted) == sorted(addresses)
    assert server.connections == 3
    assert sorted(told) == [(100, 230), (200, 230)]


def test_a_server_that_is_away_costs_no_letter_an_attempt(
    resources: Resources, server: MailServer
) -> None:
    queue(resources.engine, "a@example.org", "b@example.org")
    with running() as other:
        gone = other.port
    away = replace(resources, mailer=SmtpMailer(f"smtp://{HOST}:{gone}", "farled@example.org"))
    for minute in range(20):
        posting.deliver_letters(at(away, minute * BACKOFF[0]))
    waiting = letters(resources.engine).values()
    assert {letter.attempts for letter in waiting} == {0}
    assert posting.deliver_letters(at(resources, 21 * BACKOFF[0]))["sent"] == 2


def test_reports_of_letters_that_came_back_are_read(resources: Resources) -> None:
    assert posting.read_bounces(resources) == {"returned": 0}
