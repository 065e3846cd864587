"""`flask openings`: take in ads from files."""

import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from accounts import audit
from foundation import clock, translating
from foundation.db import engine_from
from foundation.errors import NotFound
from foundation.records import Unreadable, read_records
from foundation.settings import Settings
from foundation.translating import _
from openings.feeds import queries, running
from openings.feeds.models import FeedRun, Reach
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


@openings.group("feeds")
def feeds() -> None:
    """Feeds: which there are, and reading one now."""


@feeds.command("list")
def list_feeds() -> None:
    """Show every feed: its kind, when it was read last, and how that went."""
    for each in queries.standings(session, now=clock.now()):
        feed, last = each.feed, each.last
        read = translating.moment(feed.read_at) if feed.read_at else "–"
        how = (last.error or _("%(read)d lästa", read=last.read)) if last else "–"
        state = "" if feed.is_on else _("avstängt")
        click.echo(f"{feed.name:<24} {feed.kind:<10} {read:<32} {how} {state}".rstrip())


@feeds.command("run")
@click.argument("name")
@click.option("--whole", is_flag=True, help="Read all that the source has, not only what is new.")
@click.option("--believe", is_flag=True, help="Close openings even if most of them are gone.")
@click.option("--until-done", is_flag=True, help="Go on until the source has no more.")
def run_feed(name: str, whole: bool, believe: bool, until_done: bool) -> None:
    """Read the feed NAME now, and say what came of it."""
    try:
        feed_id = queries.by_name(session, name).id
    except NotFound:
        raise click.ClickException(
            _("Det finns inget flöde som heter %(name)s.", name=name)
        ) from None
    session.close()
    settings: Settings = current_app.config["SETTINGS"]
    engine = engine_from(settings.database_url)
    reading = running.Reading(
        engine,
        nav_token=settings.nav_token,
        processes=running.own_processes(),
        believes=believe,
    )
    result, has_more = None, True
    while has_more:
        result = running.run(reading, feed_id, Reach.WHOLE if whole else Reach.NEWS)
        _show(name, _summary_of(result.run))
        has_more = until_done and result.has_more and not result.run.error
    running.finish(reading)
    engine.dispose()
    if result and result.run.error:
        click.echo(f"{result.run.error.value} {result.run.detail}", err=True)
        sys.exit(1)


def _summary_of(run: FeedRun) -> Summary:
    names = ("read", "new", "changed", "unchanged", "closed", "outside", "refused")
    return Summary(**{name: getattr(run, name) for name in names})


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
