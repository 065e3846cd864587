"""`flask users …` on the command line."""

import pytest
from click.testing import Result
from flask import Flask
from sqlmodel import Session, select

from accounts import queries
from accounts.models import RoleName
from foundation.outbox import QueuedLetter
from tests.factories import make_user


def run(app: Flask, *words: str) -> Result:
    return app.test_cli_runner().invoke(args=["users", *words])


def test_a_team_and_its_first_member_are_created(app: Flask, session: Session) -> None:
    assert run(app, "team", "Högtrycket", "--municipality", "2182").exit_code == 0
    made = run(
        app, "invite", "Nils@example.org", "--name", "Nils", "--role", "caseworker",
        "--team", "Högtrycket", "--agency", "Arbetsförmedlingen",
    )  # fmt: skip
    assert made.output == "Ett brev med en inbjudan är på väg till nils@example.org.\n"
    user = queries.get_by_email(session, "nils@example.org")
    assert user.role is RoleName.CASEWORKER
    assert [team.name for team in queries.teams_of(session, user)] == ["Högtrycket"]
    assert session.exec(select(QueuedLetter.to)).all() == [user.email]
    listed = run(app, "list").output
    assert listed.split() == ["nils@example.org", "caseworker", "inbjuden", "Högtrycket"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["team", "Nytt", "--municipality", "9999"], "Kommunkoden finns inte."),
        (["invite", "x", "--name", "X", "--role", "steering"], "Adressen ser inte ut"),
        (["invite", "x@example.org", "--name", "X", "--role", "employer"], "Invalid value"),
        (
            ["invite", "x@example.org", "--name", "X", "--role", "caseworker", "--team", "Inget"],
            "Det finns inget team med det namnet.",
        ),
        (["disable", "nobody@example.org"], "Det finns inget konto med den adressen."),
    ],
)
def test_a_refusal_is_a_line_and_changes_nothing(
    app: Flask, session: Session, words: list[str], said: str
) -> None:
    result = run(app, *words)
    assert result.exit_code != 0
    assert said in result.output
    assert "Traceback" not in result.output
    assert session.exec(select(QueuedLetter)).all() == []
    assert queries.by_email(session, "x@example.org") is None


def test_an_account_is_closed(app: Flask, session: Session) -> None:
    user = make_user(session, email="cilla@example.org")
    session.commit()
    run(app, "disable", "Cilla@example.org")
    session.refresh(user)
    assert user.active is False
