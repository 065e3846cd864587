"""`flask youths import`: a file in the exchange schema goes into a team."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from flask import Flask
from sqlmodel import Session, select

from accounts.models import Team, User
from tests.factories import make_caseworker, make_team, make_user
from youths.models import Youth

Run = Callable[..., Result]


@pytest.fixture
def team(session: Session) -> Team:
    return make_team(session, name="Högtrycket")


@pytest.fixture
def caseworker(session: Session, team: Team) -> User:
    return make_caseworker(session, team, email="sara@example.org")


@pytest.fixture
def run(app: Flask, session: Session, caseworker: User, tmp_path: Path) -> Run:
    """Imports these lines, to Högtrycket and Sara if nothing else is said."""

    def ran(*lines: Any, team: str = "Högtrycket", responsible: str = caseworker.email) -> Result:
        session.commit()
        file = tmp_path / "youths.jsonl"
        texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
        file.write_text("\n".join(texts), "utf-8")
        words = ["youths", "import", str(file), "--team", team, "--responsible", responsible]
        result = app.test_cli_runner().invoke(args=words)
        session.expire_all()
        return result

    return ran


def youths(session: Session) -> dict[str | None, Youth]:
    return {youth.exchange_id: youth for youth in session.exec(select(Youth))}


def test_lines_become_youths_of_the_team(
    run: Run, session: Session, team: Team, caseworker: User
) -> None:
    result = run({"id": "y01", "born": 2003}, {"id": "y02", "skills": []})
    assert result.exit_code == 0, result.output
    expected = "youths.jsonl: 2 lästa, 2 nya, 0 ändrade, 0 oförändrade, 0 avvisade\n"
    assert result.stdout == expected
    found = youths(session)
    assert {(each.team_id, each.responsible_id) for each in found.values()} == {
        (team.id, caseworker.id)
    }
    assert (found["y01"].skills, found["y02"].skills) == (None, [])


def test_a_bad_line_is_told_of_with_its_number_and_field(run: Run, session: Session) -> None:
    result = run({"id": "y01"}, {"id": "y02", "born": "i fjol"}, "{oj", {"id": "y04"})
    assert result.exit_code == 0
    assert "youths.jsonl, rad 2: born: ska vara ett heltal" in result.stderr
    assert "youths.jsonl, rad 3: Raden är inte giltig JSON." in result.stderr
    assert youths(session).keys() == {"y01", "y04"}


def test_the_same_file_twice_gives_the_same_youths(run: Run, session: Session) -> None:
    run({"id": "y01"})
    assert "1 oförändrade" in run({"id": "y01"}).stdout
    assert len(youths(session)) == 1


@pytest.mark.parametrize(
    ("name", "email", "complaint"),
    [
        ("Okända laget", "sara@example.org", "Det finns inget team med det namnet."),
        ("Högtrycket", "ingen@example.org", "Det finns inget konto med den adressen."),
        ("Högtrycket", "utan.team@example.org", "Välj en handläggare som arbetar i teamet."),
    ],
)
def test_an_unknown_team_or_caseworker_is_refused_before_anything_is_written(
    run: Run, session: Session, name: str, email: str, complaint: str
) -> None:
    make_user(session, email="utan.team@example.org")
    result = run({"id": "y01"}, team=name, responsible=email)
    assert result.exit_code == 1
    assert complaint in result.stderr
    assert youths(session) == {}
