"""`flask match`: rank files of ads for a file of youths, without a database."""

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

import click
from flask.cli import AppGroup

from foundation import clock
from foundation.errors import DomainError
from foundation.records import read_records
from foundation.translating import _, zone
from matching.explanation import Match
from matching.facts import Seeker, Vacancy
from matching.matcher import OpeningMatcher
from openings.importing import Openings
from openings.models import Source
from suggestions import unsaved
from web.commands.fairness import fairness
from web.commands.files import complain, progress
from web.commands.openings import FEEDS

FILE = click.Path(path_type=Path)

match = AppGroup("match", help="Rankings of files.")
match.add_command(fairness)


@match.command()
@click.option("--youths", "youths_file", required=True, type=FILE, help="One youth a line.")
@click.option("--openings", "first", required=True, multiple=True, type=FILE, help="Files of ads.")
@click.argument("more", nargs=-1, type=FILE, metavar="[FILES OF ADS]...")
@click.option(
    "--source", type=FEEDS, help="Where the ads are from; told by their shape if left out."
)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Rank as on this day.")
@click.option("--any-date", is_flag=True, help="Pass over deadlines and starts, for old ads.")
@click.option("--top", default=20, show_default=True, type=click.IntRange(min=1))
@click.option("--out", default="-", type=click.File("w", encoding="utf-8", atomic=True))
def rank(
    youths_file: Path,
    first: tuple[Path, ...],
    more: tuple[Path, ...],
    source: Source | None,
    as_of: datetime | None,
    any_date: bool,
    top: int,
    out: IO[str],
) -> None:
    """Write a line a youth with her best openings and why; today's, unless a day is named."""
    if as_of and any_date:
        raise click.UsageError(_("Välj antingen --as-of eller --any-date."))
    files = [youths_file, *first, *more]
    try:
        with progress(files) as on_bytes:
            seekers = _seekers(youths_file, on_bytes)
            vacancies = _vacancies(files[1:], source, on_bytes)
    except DomainError as error:
        raise click.ClickException(str(error)) from error
    matcher = OpeningMatcher(as_of=None if any_date else _day(as_of)).fit(vacancies)
    for seeker in seekers:
        ranked = [_as_json(each) for each in matcher.rank(seeker, limit=top)]
        out.write(json.dumps({"youth": seeker.id, "ranked": ranked}, ensure_ascii=False) + "\n")


def _day(as_of: datetime | None) -> date:
    return as_of.date() if as_of else clock.local_date(clock.now(), zone())


def _seekers(file: Path, on_bytes: Callable[[int], None]) -> list[Seeker]:
    rows = read_records(file, on_bytes=on_bytes)
    seekers, problems = unsaved.seekers_of(rows, now=clock.now())
    complain(file.name, problems, total=len(problems))
    return seekers


def _vacancies(
    files: list[Path], source: Source | None, on_bytes: Callable[[int], None]
) -> list[Vacancy]:
    openings: Openings = {}
    for file in files:
        rows = read_records(file, on_bytes=on_bytes)
        problems = unsaved.take_ads(openings, rows, source=source, now=clock.now())
        complain(file.name, problems, total=len(problems))
    return unsaved.vacancies_of(openings)


def _as_json(found: Match) -> dict[str, Any]:
    """One ranked opening; the score is the sum of the points."""
    reasons = [
        {"code": each.code, "points": each.points, "facts": dict(each.facts)}
        for each in found.reasons
    ]
    return {"opening": found.vacancy_id, "score": found.score, "reasons": reasons}
