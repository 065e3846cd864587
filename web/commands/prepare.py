"""`flask prepare`: the database in its newest form, and demo data once where it is wanted."""

import click
from alembic import command
from alembic.config import Config
from flask import current_app
from sqlalchemy import Engine

from demo import loading, people, ways
from foundation import clock
from foundation.db import engine_from, migrating, session_for
from foundation.settings import ROOT, Settings
from suggestions import service as suggestions
from suggestions import sharing
from suggestions.ranking import keep_in
from suggestions.ranking import prepare as ranking_is_ready


@click.command()
def prepare() -> None:
    """Create or update the database; in demo mode, load invented demo data once."""
    settings: Settings = current_app.config["SETTINGS"]
    engine = engine_from(settings.database_url)
    _migrate(engine)
    keep_in(settings.index, engine)
    ranking_is_ready(engine)
    if settings.demo:
        _load_demo(engine, settings)
    engine.dispose()
    click.echo(f"Farled svarar på {settings.public_url}")


def _migrate(engine: Engine) -> None:
    config = Config(ROOT / "alembic.ini")
    with migrating(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _load_demo(engine: Engine, settings: Settings) -> None:
    """Load the demo and rank it, so that the first page has something to show."""
    now = clock.now()
    with session_for(engine) as session:
        loaded = loading.load_once(session, now=now, zone=settings.timezone)
    if loaded:
        suggestions.refresh_all(engine, now=now)
        sharing.share_out(engine, now=now)
        with session_for(engine) as session:
            ways.set_out(session, public_url=settings.public_url, now=now)
    click.echo("Demodata har lagts in." if loaded else "Demodata fanns redan.")
    click.echo(f"\nLogga in med lösenordet: {people.PASSWORD}")
    for person in people.STAFF:
        click.echo(f"  {person.email:<38} {person.what}")
    click.echo("\nArbetsgivare loggar in med en länk. Länken ligger som brev i instance/mail,")
    click.echo(f"eller på {settings.public_url}/admin/letters för en inloggad administratör:")
    for email, employer in people.employer_people():
        click.echo(f"  {email:<38} {employer}")
    click.echo("")
