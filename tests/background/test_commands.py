"""`python -m background` runs, lists, does one task, and stops when it is told to."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from io import StringIO

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine
from sqlmodel import Session, select

from accounts.models import AuditEntry
from background.__main__ import main, shown_on
from background.tasks import TASKS
from foundation import clock, logs, outbox
from foundation.letters import Letter
from foundation.settings import ROOT, Settings
from tests.background.waiting import wait_until

Run = Callable[..., str]


@pytest.fixture
def environment(fresh_engine: Engine, settings: Settings) -> dict[str, str]:
    return {
        "INSTANCE": str(settings.instance),
        "DATABASE_URL": fresh_engine.url.render_as_string(hide_password=False),
        "SECRET_KEY": settings.secret_key,
        "SMTP_URL": "",
    }


@pytest.fixture
def run(environment: dict[str, str]) -> Run:
    def command(*words: str, expect: int = 0) -> str:
        result = CliRunner().invoke(main, words, env=environment)
        assert result.exit_code == expect, result.output
        return result.stdout

    return command


def test_the_list_shows_every_task_with_its_next_time(run: Run) -> None:
    lines = run("list").splitlines()
    assert [line.split()[0] for line in lines] == [task.name for task in TASKS]
    (digests,) = [line for line in lines if line.startswith("send-digests")]
    assert digests.split()[1:6] == ["0", "*", "*", "*", "*"]


def test_a_task_can_be_run_by_hand_and_is_then_in_the_list(run: Run) -> None:
    assert run("once", "close-expired") == "close-expired: closed 0\n"
    (line,) = [line for line in run("list").splitlines() if line.startswith("close-expired")]
    assert line.endswith(": done")


def test_letters_are_delivered_by_hand(run: Run, fresh_engine: Engine, settings: Settings) -> None:
    with Session(fresh_engine) as session:
        letter = Letter("karin@example.org", "Hej", "Text")
        outbox.queue(session, letter, purpose="test", now=clock.now())
        session.commit()
    assert run("once", "deliver-letters") == "deliver-letters: waiting 0, sent 1, failed 0\n"
    assert len(list((settings.instance / "mail").glob("*.eml"))) == 1


class Terminal(StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


def test_a_person_who_looks_on_sees_a_bar_and_a_log_gets_lines(
    capsys: pytest.CaptureFixture[str],
) -> None:
    terminal = Terminal()
    with shown_on(terminal, "refresh-suggestions") as progress:
        assert terminal.getvalue() == ""
        progress(200, 500)
        progress(500, 500)
    assert "refresh-suggestions" in terminal.getvalue()
    assert " 40%" in terminal.getvalue()
    assert "100%" in terminal.getvalue()
    logs.configure()
    with shown_on(StringIO(), "refresh-suggestions") as progress:
        progress(200, 500)
    assert '"done": 200' in capsys.readouterr().err


def test_a_task_that_does_not_exist_is_refused(run: Run) -> None:
    assert run("once", "make-coffee", expect=2) == ""


def test_the_scheduler_catches_up_and_stops_gently_when_it_is_told(
    environment: dict[str, str], fresh_engine: Engine
) -> None:
    def has_caught_up() -> bool:
        with Session(fresh_engine) as session:
            done = session.exec(select(AuditEntry).where(AuditEntry.action == "task.done")).all()
        return {"close-expired", "refresh-suggestions"} <= {entry.facts["task"] for entry in done}

    command = [sys.executable, "-m", "background", "run"]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | environment) as process:
        wait_until(has_caught_up)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
