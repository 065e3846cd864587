"""`flask reference link`: a file of titles in, a file of occupation codes out."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from flask import Flask
from sqlmodel import Session

from foundation.settings import Settings
from web import create_app

Link = Callable[..., Result]


@pytest.fixture
def link(settings: Settings, tmp_path: Path) -> Link:
    """Links a file with these bytes, or none, and without any database."""

    def no_sessions(_reads_only: bool) -> Session:
        raise AssertionError("titles are linked without the database")

    portal: Flask = create_app(settings, no_sessions)
    file = tmp_path / "titles.txt"

    def linked(content: bytes | None, country: str = "SE", *words: str | Path) -> Result:
        if content is not None:
            file.write_bytes(content)
        args = ["reference", "link", "--country", country, file, *words]
        return portal.test_cli_runner().invoke(args=[str(word) for word in args])

    return linked


def lines(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]


def test_every_title_gets_a_line_with_its_codes_the_surest_first(link: Link) -> None:
    cook, welder = lines(link(b"Kock\nsvetsare\n"))
    assert cook["title"] == "Kock"
    assert cook["codes"][0] == "5120"
    assert welder["codes"][0] == "7212"
    for line in (cook, welder):
        assert line.keys() == {"title", "codes", "scores"}
        assert 1 <= len(line["codes"]) == len(line["scores"]) <= 10
        assert len(set(line["codes"])) == len(line["codes"])
        assert line["scores"] == sorted(line["scores"], reverse=True)
        assert all(0 < score <= 1 for score in line["scores"])


def test_norwegian_titles_get_norwegian_codes(link: Link) -> None:
    carpenter, cleaner = lines(link("tømrer\nrenholder\n".encode(), "NO"))
    assert carpenter["codes"][0] == "7115"
    assert cleaner["codes"][0] == "9112"


def test_the_lines_answer_to_those_of_the_file(link: Link) -> None:
    found = lines(link(b"kock\n\n???\nbagare"))
    assert [line["title"] for line in found] == ["kock", "", "???", "bagare"]
    assert found[1]["codes"] == found[2]["codes"] == []


def test_windows_and_zipped_files_are_read_as_well(link: Link) -> None:
    windows = "\N{BOM}kock\r\nfrisör\r\n".encode()
    assert [line["title"] for line in lines(link(windows))] == ["kock", "frisör"]
    assert lines(link(gzip.compress(windows))) == lines(link(windows))


def test_the_answers_can_be_kept_in_a_file_and_are_the_same_every_time(
    link: Link, tmp_path: Path
) -> None:
    out = tmp_path / "codes.jsonl"
    titles = "dagisfröken\nIT-kille\nstäd\n".encode()
    assert link(titles, "SE", "--out", out).exit_code == 0
    first = out.read_bytes()
    link(titles, "SE", "--out", out)
    assert out.read_bytes() == first
    assert len(first.splitlines()) == 3


def test_a_line_in_another_encoding_is_told_of_by_its_number(link: Link) -> None:
    result = link("kock\nfrisör\n".encode("latin-1"))
    assert "titles.txt, rad 2: Raden är inte text i UTF-8." in result.stderr
    assert len(lines(result)) == 2


def test_what_cannot_be_read_is_an_error_in_plain_words(link: Link) -> None:
    broken = link(gzip.compress(b"kock\n" * 1000)[:-20])
    assert broken.exit_code == 1
    assert "titles.txt är inte en hel gzip-fil" in broken.stderr
    unknown = link(b"kock\n", "DK")
    assert unknown.exit_code == 2
    assert "DK" in unknown.stderr


def test_a_missing_file_is_an_error(link: Link) -> None:
    result = link(None)
    assert result.exit_code == 1
    assert "Filen titles.txt går inte att läsa" in result.stderr
