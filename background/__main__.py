"""`python -m background`: run the scheduler, list the tasks, or run one of them now."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any, TextIO

import click
from sqlmodel import Session

from accounts.models import AuditEntry
from background import runs, scheduler
from background.resources import Progress, Resources, log_progress
from background.tasks import TASKS
from foundation import logs, translating
from foundation.db import engine_from, reading
from foundation.mailers import mailer_from
from foundation.settings import from_environ
from suggestions.ranking import keep_in

REMEMBERED = timedelta(days=8)
"""How far back `list` looks for the last run; a weekly task is within it."""


@click.group()
@click.pass_context
def main(context: click.Context) -> None:
    """The tasks of the clock."""
    logs.configure()
    settings = from_environ(os.environ)
    translating.speak(settings.default_language)
    translating.keep_time_in(settings.timezone)
    engine = engine_from(settings.database_url)
    keep_in(settings.index, engine)
    context.call_on_close(engine.dispose)
    context.obj = Resources(engine, settings, mailer_from(settings))


@main.command()
@click.pass_obj
def run(resources: Resources) -> None:
    """Run every task at its time, until told to stop."""
    scheduler.run_until_told(resources)


@main.command(name="list")
@click.pass_obj
def list_tasks(resources: Resources) -> None:
    """Show the tasks: when they run next, and how they went last."""
    now, zone = resources.now(), resources.settings.timezone
    with Session(reading(resources.engine)) as session:
        latest = runs.latest(session, since=now - REMEMBERED)
    for task in TASKS:
        due = scheduler.trigger_of(task, zone).get_next_fire_time(None, now)
        entry = latest.get(task.name)
        click.echo(f"{task.name:<20} {task.cron:<12} {translating.moment(due):<32} {_last(entry)}")


@main.command()
@click.argument("name", type=click.Choice([task.name for task in TASKS]))
@click.pass_obj
def once(resources: Resources, name: str) -> None:
    """Run one task now, and say how it went."""
    task = next(task for task in TASKS if task.name == name)
    with shown_on(sys.stderr, name) as progress:
        done = runs.perform(task, replace(resources, progress=progress))
    click.echo(f"{name}: {done.error or _counted(done)}")
    sys.exit(1 if done.error else 0)


@contextmanager
def shown_on(stream: TextIO, task: str) -> Iterator[Progress]:
    """Show how far a task is: as a bar where a person looks on, and in the logs elsewhere."""
    if not stream.isatty():
        yield log_progress
        return
    bars: list[Any] = []
    with ExitStack() as until_done:

        def show(done: int, whole: int) -> None:
            if not bars:
                bar = click.progressbar(length=whole, label=task, file=stream)
                bars.append(until_done.enter_context(bar))
            bars[0].update(done - bars[0].pos)

        yield show


def _last(entry: AuditEntry | None) -> str:
    if entry is None:
        return "–"
    how = entry.facts.get("error") or entry.action.removeprefix("task.")
    return f"{translating.moment(entry.at)}: {how}"


def _counted(done: runs.Run) -> str:
    return ", ".join(f"{what} {count}" for what, count in done.facts.items())


if __name__ == "__main__":
    main(prog_name="python -m background")
