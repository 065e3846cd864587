"""Logs name the place of a fault, and never what a person wrote."""

import json
import logging

import pytest

from foundation import logs


def last_line(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    found: dict[str, object] = json.loads(capsys.readouterr().err.splitlines()[-1])
    return found


def test_a_line_is_one_json_object_with_its_facts(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    logs.logger("digests").info("sent", letters=3)
    line = last_line(capsys)
    assert (line["part"], line["event"], line["letters"]) == ("digests", "sent", 3)


@pytest.mark.parametrize("who", ["ours", "the library's"])
def test_a_fault_tells_where_but_not_what_was_written(
    capsys: pytest.CaptureFixture[str], who: str
) -> None:
    logs.configure()
    log = logs.logger("web") if who == "ours" else logging.getLogger("library")
    try:
        int("Anna Andersson, 20050101-1234")
    except ValueError:
        log.exception("broken")
    line = last_line(capsys)
    assert line["error"] == "ValueError"
    assert "test_logs.py" in str(line["lines"])
    assert "Anna" not in json.dumps(line)
