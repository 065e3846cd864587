"""`flask reference`: what our facts say of somebody else's words, and forecasts to take in."""

import json
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime
from gzip import BadGzipFile
from pathlib import Path
from typing import IO

import click
from flask.cli import AppGroup

from accounts import audit
from foundation import clock
from foundation.errors import DomainError
from foundation.sheets import read_sheet
from foundation.textfiles import opened
from foundation.translating import _
from jobtracks import shortages as forecasts
from reference import places
from reference.linking import link_codes
from web.commands.files import Problem, complain, progress
from web.db import session

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


@reference.group()
def shortages() -> None:
    """Which occupations are short of people, as forecasts say."""


@shortages.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--source", default=forecasts.SOURCE, show_default=True, help="Whose forecast.")
@click.option("--county", default="", help="The code of the county it is about; else the country.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day it is from.")
def import_shortages(file: Path, source: str, county: str, day: datetime | None) -> None:
    """Take in FILE, a table with the columns of Yrkesbarometern. The same file may come again."""
    if county and places.county("SE", county) is None:
        raise click.ClickException(_("Det finns inget län med koden %(code)s.", code=county))
    try:
        summary = forecasts.import_rows(
            session,
            read_sheet(file.read_bytes(), most=forecasts.MOST_ROWS),
            source=source,
            region=county,
            published_on=day.date() if day else None,
            now=clock.now(),
        )
    except DomainError as error:
        raise click.ClickException(str(error)) from error
    counts = {name: getattr(summary, name) for name in ("new", "changed", "unchanged")}
    action = "shortages.imported"
    audit.record(session, by=None, action=action, subject=None, now=clock.now(), **counts)
    session.commit()
    click.echo(
        _(
            "%(name)s: %(read)d lästa, %(new)d nya, %(changed)d ändrade, "
            "%(unchanged)d oförändrade, %(refused)d avvisade",
            name=file.name,
            read=summary.read,
            refused=len(summary.problems),
            **counts,
        )
    )
    complain(file.name, summary.problems, total=len(summary.problems))


def _titles(file: Path, on_bytes: Callable[[int], None]) -> Iterator[str]:
    with opened(file, on_bytes) as lines:
        for line in lines:
            yield line.decode(errors="replace").strip()


def _as_json(title: str, country: str) -> str:
    found = link_codes(title, country)
    codes, scores = [each.code for each in found], [each.score for each in found]
    return json.dumps({"title": title, "codes": codes, "scores": scores}, ensure_ascii=False)
