"""`flask openings import`: files of ads, told of in plain words, kept batch by batch."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import Engine
from sqlmodel import Session, col, func, select

from accounts.models import AuditEntry
from foundation.db import reading
from foundation.settings import ROOT
from openings.models import Opening, OpeningState
from tests.openings.ads import jobtech_ad, nav_content, nav_entry, nav_item

Run = Callable[..., Result]


@pytest.fixture
def run(app: Flask) -> Run:
    """Runs the command with these words."""

    def ran(*words: str | Path) -> Result:
        return app.test_cli_runner().invoke(args=["openings", "import", *map(str, words)])

    return ran


def openings(session: Session) -> list[Opening]:
    session.expire_all()
    return list(session.exec(select(Opening).order_by(Opening.source_id)))


def test_files_of_both_sources_go_in_and_are_summed_up(
    run: Run, session: Session, tmp_path: Path
) -> None:
    swedish, norwegian = tmp_path / "se.jsonl.gz", tmp_path / "no.json"
    ads = [jobtech_ad(), jobtech_ad(id="2"), {"id": "3", "headline": ""}]
    swedish.write_bytes(gzip.compress("\n".join(map(json.dumps, ads)).encode()))
    items = [nav_item(), nav_item(ad_content=nav_content())]
    norwegian.write_text(json.dumps({"version": "1", "items": items}), "utf-8")
    result = run(swedish, norwegian)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "se.jsonl.gz: 3 lästa, 2 nya, 0 ändrade, 0 oförändrade, 0 stängda, 1 avvisade",
        "no.json: 2 lästa, 1 nya, 1 ändrade, 0 oförändrade, 0 stängda, 0 avvisade",
        "Tillsammans: 5 lästa, 3 nya, 1 ändrade, 0 oförändrade, 0 stängda, 1 avvisade",
    ]
    assert "se.jsonl.gz, rad 3: Annonsen saknar rubrik." in result.stderr
    assert len(openings(session)) == 3


def test_a_removal_in_a_later_file_closes(run: Run, session: Session, tmp_path: Path) -> None:
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    first.write_text(json.dumps(nav_entry()), "utf-8")
    second.write_text(json.dumps(nav_entry("INACTIVE")), "utf-8")
    assert "1 stängda" in run(first, second).stdout
    assert [each.state for each in openings(session)] == [OpeningState.CLOSED]


def test_a_file_that_cannot_be_read_is_told_of_and_the_others_go_in(
    run: Run, session: Session, tmp_path: Path
) -> None:
    good, binary = tmp_path / "good.json", tmp_path / "picture.png"
    good.write_text(json.dumps([jobtech_ad()]), "utf-8")
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    result = run(binary, tmp_path / "missing.json", good)
    assert result.exit_code == 1
    assert "Filen picture.png är inte text i UTF-8." in result.stderr
    assert "Filen missing.json går inte att läsa" in result.stderr
    assert len(openings(session)) == 1


def test_the_source_can_be_named(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "ads.json"
    file.write_text(json.dumps([{"id": "1", "title": "Kokk"}]), "utf-8")
    assert "0 nya" in run(file).stdout
    assert "1 nya" in run(file, "--source", "nav").stdout
    assert run(file, "--source", "blocket").exit_code == 2


def test_an_import_leaves_an_audit_line_with_its_figures(
    run: Run, session: Session, tmp_path: Path
) -> None:
    file = tmp_path / "ads.json"
    file.write_text(json.dumps([jobtech_ad()]), "utf-8")
    run(file)
    line = session.exec(select(AuditEntry)).one()
    assert (line.action, line.actor_id) == ("openings.imported", None)
    assert line.facts == {
        "read": 1,
        "new": 1,
        "changed": 0,
        "unchanged": 0,
        "closed": 0,
        "outside": 0,
        "refused": 0,
    }


def test_an_import_that_is_killed_loses_and_doubles_nothing(
    fresh_engine: Engine, tmp_path: Path
) -> None:
    file, count = tmp_path / "ads.jsonl", 1_100
    with file.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(jobtech_ad(id=str(n))) + "\n" for n in range(count))
    url = fresh_engine.url.render_as_string(hide_password=False)
    environ = os.environ | {"DATABASE_URL": url, "INSTANCE": str(tmp_path / "instance")}
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "openings", "import", str(file)]
    first = subprocess.Popen(command, cwd=ROOT, env=environ, start_new_session=True)
    while not (arrived := _count(fresh_engine)[0]) and first.poll() is None:
        time.sleep(0.05)
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert 0 < arrived <= count
    subprocess.run(command, cwd=ROOT, env=environ, check=True, capture_output=True)
    assert _count(fresh_engine) == (count, count)


def _count(engine: Engine) -> tuple[int, int]:
    """How many openings there are, and how many different ones, without locking anybody out."""
    with Session(reading(engine)) as session:
        ids = col(Opening.source_id)
        return session.exec(select(func.count(), func.count(func.distinct(ids)))).one()
