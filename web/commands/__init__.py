"""The command line: `flask …`, one group a domain."""

import click
from flask import Flask

from web.commands.digests import digests
from web.commands.match import match
from web.commands.openings import openings
from web.commands.prepare import prepare
from web.commands.reference import reference
from web.commands.users import users
from web.commands.youths import youths

GROUPS: tuple[click.Command, ...] = (prepare, users, youths, openings, match, digests, reference)


def register(app: Flask) -> None:
    """Put every group of commands in the app."""
    for group in GROUPS:
        app.cli.add_command(group)
