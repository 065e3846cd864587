"""`flask match fairness`: how much attention each group of youths gets in a file of rankings.

Groups are read from a file of whoever is authorised to have it, counted, and forgotten: nothing is
written to the database, to the log or to a file, and no group of so few that a person could be
recognised is shown.
"""

import csv
import json
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

import click
from flask.cli import with_appcontext

from foundation.errors import DomainError
from foundation.records import BadRecord, read_records
from foundation.textfiles import opened
from foundation.translating import FEWEST_SHOWN, _
from matching.evaluation import Rankings, exposure_by_group, smallest_share
from web.commands.files import Problem, complain

COLUMNS = ("youth", "group")
FILE = click.Path(path_type=Path)


@click.command()
@with_appcontext
@click.option("--run", "run_file", required=True, type=FILE, help="What `flask match rank` wrote.")
@click.option("--groups", "groups_file", required=True, type=FILE, help="CSV: youth, group.")
@click.option("--top", default=20, show_default=True, type=click.IntRange(min=1))
def fairness(run_file: Path, groups_file: Path, top: int) -> None:
    """Show how exposed each group's members are where youths are ranked for openings.

    Only the first openings of each youth are looked at, as many as --top says.
    """
    group_of = _groups(groups_file)
    try:
        rankings = _seekers_by_opening(run_file, top)
    except DomainError as error:
        raise click.ClickException(str(error)) from error
    sizes = Counter(group_of.values())
    shown = {youth: group for youth, group in group_of.items() if sizes[group] >= FEWEST_SHOWN}
    exposures = exposure_by_group(rankings, shown)
    figures = {
        "groups": {group: asdict(exposure) for group, exposure in exposures.items()},
        "smallest_share": smallest_share(exposures),
        "groups_too_small": len(sizes) - len(exposures),
    }
    click.echo(json.dumps(figures, ensure_ascii=False, indent=2))


def _seekers_by_opening(file: Path, top: int) -> Rankings:
    """Turn rankings of openings into rankings of youths, by the same scores, best first."""
    scored = defaultdict[str, list[tuple[float, str]]](list)
    problems: list[Problem] = []
    for row in read_records(file):
        try:
            if isinstance(row, BadRecord):
                problems.append((row.number, row.reason))
                continue
            for each in row.content["ranked"][:top]:
                scored[each["opening"]].append((-float(each["score"]), row.content["youth"]))
        except (KeyError, TypeError, ValueError):
            problems.append((row.number, _("Raden är ingen rangordning.")))
    complain(file.name, problems, total=len(problems))
    return {
        opening: [youth for _score, youth in sorted(pairs)] for opening, pairs in scored.items()
    }


def _groups(file: Path) -> Mapping[str, str]:
    """Read which group each youth is in. Whatever else the file tells is passed over."""
    try:
        with opened(file) as lines:
            return dict(_pairs(line.decode() for line in lines))
    except (OSError, EOFError, zlib.error, ValueError, csv.Error) as error:
        why = _("Filen %(name)s ska ha kolumnerna %(columns)s.", name=file.name, columns=_named())
        raise click.ClickException(why) from error


def _pairs(lines: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Read pairs of youth and group; a spreadsheet in Sweden divides columns by semicolons."""
    first = next(lines, "")
    names = first.strip().split(mark := ";" if ";" in first else ",")
    if not set(COLUMNS) <= set(names):
        raise ValueError(first)
    for row in csv.DictReader(lines, names, delimiter=mark, restval=""):
        if row["youth"] and row["group"]:
            yield row["youth"], row["group"]


def _named() -> str:
    return ", ".join(COLUMNS)
