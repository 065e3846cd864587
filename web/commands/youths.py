"""`flask youths`: take in youths from another system."""

from pathlib import Path

import click
from flask.cli import AppGroup

from accounts import queries
from foundation import clock
from foundation.errors import DomainError
from foundation.records import read_records
from foundation.translating import _
from web.commands.files import complain, progress
from web.db import session
from youths.importing import import_youths as take_in

youths = AppGroup("youths", help="Youths from other systems.")


@youths.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--team", "team_name", required=True, help="The team that they belong to.")
@click.option("--responsible", required=True, help="The e-mail address of their caseworker.")
def import_youths(file: Path, team_name: str, responsible: str) -> None:
    """Take in youths from FILE, one a line in the exchange schema of docs/formats.md."""
    try:
        with progress([file]) as on_bytes:
            summary = take_in(
                session,
                read_records(file, on_bytes=on_bytes),
                team=queries.get_team(session, team_name),
                responsible=queries.get_by_email(session, responsible),
                now=clock.now(),
            )
        session.commit()
    except DomainError as error:
        raise click.ClickException(str(error)) from error
    click.echo(
        _(
            "%(name)s: %(read)d lästa, %(new)d nya, %(changed)d ändrade, "
            "%(unchanged)d oförändrade, %(refused)d avvisade",
            name=file.name,
            read=summary.read,
            new=summary.new,
            changed=summary.changed,
            unchanged=summary.unchanged,
            refused=len(summary.problems),
        )
    )
    complain(file.name, summary.problems, total=len(summary.problems))
