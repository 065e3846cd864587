"""`flask reference shortages import`: a forecast in, once however often it comes."""

from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlmodel import Session, func, select

from accounts.models import AuditEntry
from jobtracks.models import Shortage

TABLE = (
    "yb_yrke,ssyk_code_2012,rekryteringssituation,jobbmojligheter,prognos_5ar,omgang\n"
    "Kockar,5120,brist,stora,öka,2026-1\n"
    "Okänd,9999,brist,stora,öka,2026-1\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A small forecast with one row that means nothing."""
    written = tmp_path / "barometer.csv"
    written.write_text(TABLE, "utf-8")
    return written


def run(app: Flask, *words: object) -> Result:
    args = ["reference", "shortages", "import", *(str(word) for word in words)]
    return app.test_cli_runner().invoke(args=args)


def test_the_same_file_twice_is_taken_in_once(app: Flask, session: Session, file: Path) -> None:
    first, again = run(app, file), run(app, file)
    assert "2 lästa, 1 nya, 0 ändrade, 0 oförändrade, 1 avvisade" in first.output
    assert "barometer.csv, rad 3: Yrkesgruppen 9999 finns inte i SSYK 2012." in first.output
    assert "2 lästa, 0 nya, 0 ändrade, 1 oförändrade, 1 avvisade" in again.output
    assert session.exec(select(func.count()).select_from(Shortage)).one() == 1
    actions = session.exec(select(AuditEntry.action)).all()
    assert actions == ["shortages.imported", "shortages.imported"]


def test_a_county_and_a_day_can_be_given_and_have_to_make_sense(
    app: Flask, session: Session, file: Path
) -> None:
    assert run(app, file, "--county", "21", "--date", "2026-03-01").exit_code == 0
    kept = session.exec(select(Shortage)).one()
    assert (kept.region, kept.published_on.isoformat()) == ("21", "2026-03-01")
    refused = run(app, file, "--county", "99")
    assert "Det finns inget län med koden 99." in refused.output
    assert refused.exit_code == 1


def test_another_table_is_refused_in_words(app: Flask, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n", "utf-8")
    assert "Filen behöver kolumnerna ssyk_code_2012" in run(app, other).output
