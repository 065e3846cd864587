"""`flask digests send` queues the week's letters, or only shows what would go."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlmodel import Session

from foundation import clock
from tests.digests.making import DAY, letters, make_suggestion
from tests.factories import make_caseworker, make_youth

Run = Callable[..., str]


@pytest.fixture
def run(app: Flask, session: Session) -> Run:
    youth = make_youth(session, make_caseworker(session, email="karin@example.org"))
    make_suggestion(session, youth, first_suggested_at=clock.now() - DAY)
    session.commit()

    def command(*words: str, expect: int = 0) -> str:
        result = app.test_cli_runner().invoke(args=["digests", "send", *words])
        assert result.exit_code == expect, result.output
        return result.output

    return command


def test_the_weeks_letters_are_queued_and_counted(run: Run, session: Session) -> None:
    output = run("--week", "2026-W47")
    assert "Vecka 2026-W47" in output
    assert "1 brev lagda i utkorgen" in output
    assert [letter.to for letter in letters(session)] == ["karin@example.org"]


def test_a_second_run_sends_nothing_and_says_so(run: Run, session: Session) -> None:
    run("--week", "2026-W47")
    assert "1 hade redan fått veckans brev" in run("--week", "2026-W47")
    assert len(letters(session)) == 1


def test_a_dry_run_shows_what_would_go_and_sends_nothing(run: Run, session: Session) -> None:
    output = run("--dry-run")
    assert "provkörning" in output
    assert "1 brev lagda i utkorgen" in output
    assert letters(session) == []


@pytest.mark.parametrize("week", ["2025-W53", "47", "next"])
def test_a_week_that_does_not_exist_is_refused(run: Run, session: Session, week: str) -> None:
    assert "--week" in run("--week", week, expect=2)
    assert letters(session) == []


def test_the_output_names_nobody(run: Run) -> None:
    assert "karin" not in run()
