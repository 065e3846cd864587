"""`flask match rank`: files in, a file of rankings out, and no database in between."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from flask import Flask
from sqlmodel import Session, select

from foundation.settings import Settings
from openings.importing import Openings, import_ads
from openings.models import Opening
from suggestions.facts import vacancy_of
from suggestions.unsaved import take_ads, vacancies_of
from tests.factories import NOW
from tests.openings.ads import concept, jobtech_ad, nav_content, nav_entry, rows
from web import create_app

COOK = {"id": "y01", "wishes": ["kock"], "occupations": ["5120"], "home_municipality": "2182"}
MOVER = {"id": "y02", "wishes": ["kokk"], "search_area": {"countries": ["SE", "NO"]}}
ADS = [
    jobtech_ad(id="near"),
    jobtech_ad(id="past", application_deadline="2026-01-31T23:59:59"),
    jobtech_ad(
        id="welder",
        headline="Svetsare",
        description={"text": "Du svetsar."},
        occupation=concept("Svetsare"),
        occupation_group=concept("Svetsare och gasskärare", "7212"),
    ),
    nav_content(),
]
NORWEGIAN = ADS[-1]["uuid"]

Run = Callable[..., Result]


@pytest.fixture
def offline(settings: Settings) -> Flask:
    """The portal with a database that nobody may open."""

    def no_sessions(_reads_only: bool) -> Session:
        raise AssertionError("a ranking of files must not touch the database")

    return create_app(settings, no_sessions)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Puts objects in a file as JSON Lines."""

    def written(name: str, *contents: dict[str, Any]) -> Path:
        path = tmp_path / name
        path.write_text("\n".join(map(json.dumps, contents)), "utf-8")
        return path

    return written


@pytest.fixture
def run(offline: Flask, write: Callable[..., Path]) -> Run:
    """Ranks these ads for the two youths, as on a day in November."""

    def ran(*words: str | Path, ads: list[dict[str, Any]] | None = None) -> Result:
        youths = write("youths.jsonl", COOK, MOVER)
        openings = write("ads.jsonl", *(ADS if ads is None else ads))
        args = ["match", "rank", "--youths", youths, "--openings", openings, *words]
        return offline.test_cli_runner().invoke(args=[str(word) for word in args])

    return ran


def ranked(result: Result) -> dict[str, list[str]]:
    """The ids of the openings, best first, by youth."""
    assert result.exit_code == 0, result.output
    lines = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    return {line["youth"]: [each["opening"] for each in line["ranked"]] for line in lines}


def test_every_youth_gets_a_line_with_openings_by_the_files_own_ids(run: Run) -> None:
    found = ranked(run("--as-of", "2026-11-23"))
    assert list(found) == ["y01", "y02"]
    assert found["y01"][0] == "near"
    assert NORWEGIAN in found["y02"]
    assert NORWEGIAN not in found["y01"]


def test_the_score_is_the_sum_of_the_reasons_points(run: Run) -> None:
    result = run("--as-of", "2026-11-23")
    for line in map(json.loads, result.stdout.splitlines()[-2:]):
        assert line.keys() == {"youth", "ranked"}
        for each in line["ranked"]:
            assert each.keys() == {"opening", "score", "reasons"}
            assert each["score"] == pytest.approx(sum(r["points"] for r in each["reasons"]))
            assert all(r.keys() == {"code", "points", "facts"} for r in each["reasons"])


def test_dates_count_unless_they_are_passed_over(run: Run) -> None:
    assert "past" not in ranked(run("--as-of", "2026-11-23"))["y01"]
    assert "past" in ranked(run("--as-of", "2026-01-15"))["y01"]
    assert "past" in ranked(run("--any-date"))["y01"]
    assert run("--any-date", "--as-of", "2026-01-15").exit_code == 2


def test_the_best_few_are_enough(run: Run) -> None:
    assert len(ranked(run("--any-date", "--top", "1"))["y01"]) == 1


def test_the_ranking_is_written_to_a_file_and_is_the_same_every_time(
    run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "run.jsonl"
    assert run("--any-date", "--out", out).exit_code == 0
    first = out.read_bytes()
    run("--any-date", "--out", out)
    assert out.read_bytes() == first
    assert len(first.splitlines()) == 2


def test_several_files_of_ads_are_one_offer(run: Run, write: Callable[..., Path]) -> None:
    gone = write("gone.jsonl", {"id": "near", "removed": True, "removed_date": "2026-11-20"})
    more = write("more.jsonl", jobtech_ad(id="also"))
    found = ranked(run(gone, more, "--as-of", "2026-11-23"))["y01"]
    assert found[0] == "also"
    assert "near" not in found


def test_no_ads_give_empty_rankings(run: Run) -> None:
    assert ranked(run("--any-date", ads=[])) == {"y01": [], "y02": []}


def test_bad_rows_are_told_of_and_a_missing_file_is_an_error(
    run: Run, write: Callable[..., Path], tmp_path: Path
) -> None:
    result = run(write("bad.jsonl", {"x": 1}), "--any-date")
    assert "bad.jsonl, rad 1: Raden liknar ingen annons" in result.stderr
    missing = run(tmp_path / "missing.jsonl")
    assert missing.exit_code == 1
    assert "missing.jsonl" in missing.stderr


def test_files_and_database_tell_the_ranker_the_same(session: Session) -> None:
    ads = rows(*ADS[:3], nav_entry())
    import_ads(session, ads, now=NOW)
    openings: Openings = {}
    assert take_ads(openings, ads, now=NOW) == []
    stored = {each.source_id: vacancy_of(each) for each in session.exec(select(Opening))}
    told = vacancies_of(openings)
    assert len(told) == len(ads)
    for vacancy in told:
        assert replace(stored[vacancy.id], id=vacancy.id) == vacancy
