"""`flask openings`: take in ads from files."""

import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import click
from flask.cli import AppGroup

from accounts import audit
from foundation import clock
from foundation.records import Unreadable, read_records
from foundation.translating import _
from openings.importing import Summary, batches, import_ads
from openings.models import Source
from web.commands.files import complain, progress
from web.db import session

FEEDS = click.Choice([Source.JOBTECH, Source.NAV], case_sensitive=False)

openings = AppGroup("openings", help="Ads from feeds.")


@openings.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--source", type=FEEDS, help="Where the ads are from; told by their shape if left out."
)
def import_files(files: tuple[Path, ...], source: Source | None) -> None:
    """Take in ads from FILES: JSON, JSON Lines or a feed page, plain or gzipped.

    The same files may come again. What is taken in is kept, batch by batch, whatever happens.
    """
    summaries, unreadable = [], []
    with progress(files) as on_bytes:
        for file in files:
            try:
                summaries.append((file.name, _import_file(file, source, on_bytes)))
            except Unreadable as error:
                unreadable.append(str(error))
    for name, summary in summaries:
        _show(name, summary)
    if len(summaries) > 1:
        _show(_("Tillsammans"), sum((each for _name, each in summaries), Summary()), problems=False)
    for message in unreadable:
        click.echo(message, err=True)
    sys.exit(1 if unreadable else 0)


def _import_file(file: Path, source: Source | None, on_bytes: Callable[[int], None]) -> Summary:
    """Import one file and commit each batch, so that a break loses and doubles nothing."""
    total, now = Summary(), clock.now()
    for batch in batches(read_records(file, on_bytes=on_bytes)):
        total += import_ads(session, batch, source=source, now=now)
        session.commit()
    counts = {name: count for name, count in asdict(total).items() if name != "problems"}
    audit.record(session, by=None, action="openings.imported", subject=None, now=now, **counts)
    session.commit()
    return total


def _show(name: str, summary: Summary, *, problems: bool = True) -> None:
    click.echo(
        _(
            "%(name)s: %(read)d lästa, %(new)d nya, %(changed)d ändrade, "
            "%(unchanged)d oförändrade, %(closed)d stängda, %(refused)d avvisade",
            name=name,
            **asdict(summary),
        )
    )
    if problems:
        complain(name, summary.problems, total=summary.refused)
