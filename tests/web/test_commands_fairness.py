"""`flask match fairness`: groups come from a file, are counted, and are kept nowhere."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from sqlmodel import Session

from foundation.settings import Settings
from web import create_app

Run = Callable[..., Result]
WOMEN = [f"w{number}" for number in range(5)]
MEN = [f"m{number}" for number in range(5)]
GROUPS = "youth,group\n" + "".join(f"{each},women\n" for each in WOMEN)
GROUPS += "".join(f"{each},men\n" for each in MEN) + "x1,others\n"


def a_line(youth: str, **scores: float) -> dict[str, Any]:
    ranked = [{"opening": opening, "score": score} for opening, score in scores.items()]
    return {"youth": youth, "ranked": ranked}


RANKED = [a_line("w0", cook=0.5, driver=0.1), a_line("m0", cook=0.9), a_line("m1", driver=0.4)]


@pytest.fixture
def run(settings: Settings, tmp_path: Path) -> Run:
    """Measures rankings and groups with a database that nobody may open."""

    def no_sessions(_reads_only: bool) -> Session:
        raise AssertionError("groups must not come near the database")

    def ran(*words: str, ranked: str | None = None, groups: str = GROUPS) -> Result:
        told = "\n".join(map(json.dumps, RANKED)) if ranked is None else ranked
        (tmp_path / "run.jsonl").write_text(told, "utf-8")
        (tmp_path / "groups.csv").write_text(groups, "utf-8-sig")
        files = ["--run", str(tmp_path / "run.jsonl"), "--groups", str(tmp_path / "groups.csv")]
        runner = create_app(settings, no_sessions).test_cli_runner()
        return runner.invoke(args=["match", "fairness", *files, *words])

    return ran


def figures(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_a_group_is_as_exposed_as_its_members_are_where_they_are_ranked(run: Run) -> None:
    found = figures(run())
    assert list(found["groups"]) == ["men", "women"]
    men, women = found["groups"]["men"], found["groups"]["women"]
    assert (men["members"], men["shown"], men["mean_rank"]) == (5, 2, 1.0)
    assert men["exposure"] == pytest.approx(2 / 5)
    assert (women["members"], women["shown"], women["mean_rank"]) == (5, 1, 2.0)
    assert found["smallest_share"] == pytest.approx(women["exposure"] / men["exposure"])


def test_only_the_first_openings_of_each_youth_are_looked_at(run: Run) -> None:
    assert figures(run("--top", "1"))["groups"]["women"]["mean_rank"] == 2.0
    assert run("--top", "0").exit_code == 2


def test_a_group_of_few_is_not_shown(run: Run) -> None:
    found = figures(run())
    assert "others" not in found["groups"]
    assert found["groups_too_small"] == 1


def test_a_spreadsheets_semicolons_and_further_columns_are_read_past(run: Run) -> None:
    spread = GROUPS.replace("\n", ";\n").replace(",", ";").replace("group;\n", "group;note\n")
    assert figures(run(groups=spread)) == figures(run())


def test_a_file_without_the_columns_is_refused_and_not_repeated(run: Run) -> None:
    result = run(groups="name,sex\nAnna,woman\n")
    assert result.exit_code == 1
    assert "youth, group" in result.output
    assert "Anna" not in result.output


def test_a_line_that_is_no_ranking_is_told_of_by_its_number(run: Run) -> None:
    result = run(ranked='{"youth": "w0"}\n' + json.dumps(a_line("m0", cook=1.0)))
    assert "run.jsonl, rad 1: Raden är ingen rangordning." in result.stderr
    assert figures(result)["groups"]["men"]["shown"] == 1


def test_nothing_is_left_behind(run: Run, tmp_path: Path, settings: Settings) -> None:
    before = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert "women" in run().stdout
    after = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.name for path in after} - {path.name for path in before} == {
        "run.jsonl",
        "groups.csv",
    }
