"""`flask digests`: send the weekly letters by hand, or see what would go."""

import sys
from datetime import time

import click
from flask import current_app
from flask.cli import AppGroup

from digests import service
from digests.links import Signer
from digests.models import DigestKind
from digests.service import Outcome, Sending, SendSummary
from foundation import clock
from foundation.settings import Settings
from web.db import session

KINDS = {
    DigestKind.CASEWORKER: "Handläggare",
    DigestKind.COORDINATOR: "Samordnare",
    DigestKind.EMPLOYER: "Arbetsgivare",
}
OUTCOMES = {
    Outcome.QUEUED: "brev lagda i utkorgen",
    Outcome.SENT_BEFORE: "hade redan fått veckans brev",
    Outcome.NOTHING_NEW: "utan något nytt",
    Outcome.FAILED: "misslyckades, se loggen",
}


digests = AppGroup("digests", help="Weekly letters.")


@digests.command()
@click.option("--week", metavar="2026-W47", help="The ISO week; this one by default.")
@click.option("--dry-run", is_flag=True, help="Only show what would go.")
def send(week: str | None, dry_run: bool) -> None:
    """Queue the week's letters for everybody who has not had theirs."""
    settings: Settings = current_app.config["SETTINGS"]
    chosen = _checked(week or clock.iso_week(clock.now(), settings.timezone), settings)
    sending = Sending(
        public_url=settings.public_url,
        signer=Signer(settings.secret_key),
        now=clock.now(),
        zone=settings.timezone,
        keeps_silence=False,
    )
    summary = service.send_week(session, sending, chosen)
    if dry_run:
        session.rollback()
    else:
        session.commit()
    _show(summary, dry_run=dry_run)
    sys.exit(1 if summary.total(Outcome.FAILED) else 0)


def _checked(week: str, settings: Settings) -> str:
    """The week, if it is one that has begun: the letter of a week to come would be lost for it."""
    try:
        monday = clock.monday_of(week, time(0), settings.timezone)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--week") from error
    if monday > clock.now():
        raise click.BadParameter(f"{week} har inte börjat än.", param_hint="--week")
    return week


def _show(summary: SendSummary, *, dry_run: bool) -> None:
    click.echo(f"Vecka {summary.week}" + (" (provkörning, inget skickas)" if dry_run else ""))
    for kind, counts in summary.outcomes.items():
        click.echo(f"{KINDS[kind]}:")
        for outcome, words in OUTCOMES.items():
            click.echo(f"  {counts[outcome]:>4} {words}")
