"""`flask reference`: what the facts of the project say of somebody else's words."""

import json
import zlib
from collections.abc import Callable, Iterator
from gzip import BadGzipFile
from pathlib import Path
from typing import IO

import click
from flask.cli import AppGroup

from foundation.textfiles import opened
from foundation.translating import _
from reference.linking import link_codes
from web.commands.files import Problem, complain, progress

UNREADABLE = "\N{REPLACEMENT CHARACTER}"

reference = AppGroup("reference", help="Occupations and other facts.")


@reference.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--country",
    required=True,
    type=click.Choice(["SE", "NO"], case_sensitive=False),
    help="Whose codes: SSYK 2012 for SE, STYRK-08 for NO.",
)
@click.option("--out", default="-", type=click.File("w", encoding="utf-8", atomic=True))
def link(file: Path, country: str, out: IO[str]) -> None:
    """Link FILE, one title a line, to occupation codes: up to ten for each, the surest first.

    Every line gives a line, also one without any title.
    """
    problems: list[Problem] = []
    try:
        with progress([file]) as on_bytes:
            for number, title in enumerate(_titles(file, on_bytes), start=1):
                if UNREADABLE in title:
                    problems.append((number, _("Raden är inte text i UTF-8.")))
                out.write(_as_json(title, country) + "\n")
    except (BadGzipFile, EOFError, zlib.error) as error:
        raise click.ClickException(
            _("Filen %(name)s är inte en hel gzip-fil.", name=file.name)
        ) from error
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise click.ClickException(
            _("Filen %(name)s går inte att läsa: %(why)s", name=file.name, why=why)
        ) from error
    complain(file.name, problems, total=len(problems))


def _titles(file: Path, on_bytes: Callable[[int], None]) -> Iterator[str]:
    with opened(file, on_bytes) as lines:
        for line in lines:
            yield line.decode(errors="replace").strip()


def _as_json(title: str, country: str) -> str:
    found = link_codes(title, country)
    codes, scores = [each.code for each in found], [each.score for each in found]
    return json.dumps({"title": title, "codes": codes, "scores": scores}, ensure_ascii=False)
