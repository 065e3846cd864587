"""Makers of letters that wait, and of the night before a weekly letter."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Engine
from sqlmodel import Session, select

from accounts import audit
from background import runs, weekly
from background.resources import Resources
from foundation import outbox
from foundation.letters import Letter
from foundation.outbox import QueuedLetter
from tests.factories import NOW

WHOLE = {weekly.REFRESH: runs.DONE, weekly.SHARE_OUT: runs.DONE}


def at(resources: Resources, later: timedelta) -> Resources:
    """The same, some time later."""
    return replace(resources, now=lambda: NOW + later)


def queue(engine: Engine, *addresses: str, now: datetime = NOW) -> None:
    with Session(engine) as session:
        for address in addresses:
            letter = Letter(address, "Hej", "Öppna länken.")
            outbox.queue(session, letter, purpose="test", now=now)
        session.commit()


def letters(engine: Engine) -> dict[str, QueuedLetter]:
    with Session(engine) as session:
        return {letter.to: letter for letter in session.exec(select(QueuedLetter))}


def after_the_night(resources: Resources, night: dict[str, str] = WHOLE) -> None:
    """Remember how the tasks that letters rest on went, half an hour ago."""
    with Session(resources.engine) as session:
        for task, action in night.items():
            at = resources.now() - timedelta(minutes=30)
            audit.record(session, by=None, action=action, subject=None, now=at, task=task)
        session.commit()
