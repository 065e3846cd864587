"""The weekly letters: each at its reader's hour, and never from half a refresh."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from functools import partial
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlmodel import Session

from background import runs
from background.resources import Facts, Resources
from digests import service as digests
from digests.links import Signer
from digests.service import Outcome, Sending
from digests.youth import sending as own_letters
from foundation import clock, logs
from foundation.db import reading, session_for

REFRESH, SHARE_OUT = "refresh-suggestions", "share-out-suggestions"
"""The tasks that a letter's suggestions rest on, by name."""

FRESH_FOR = timedelta(hours=36)
"""How old the last refresh may be: one night may be missed at a letter's hour, and no more."""

TOGETHER = 25
"""How many letters are written in one transaction, for which a click waits on SQLite."""

log = logs.logger("background")
Row = TypeVar("Row")


def send_digests(resources: Resources) -> Facts:
    """Queue the letters whose hour has come, some in a transaction of their own.

    While the night's refresh or the week's sharing is under way, broken or not begun, they wait:
    a later run finds them due still.
    """
    settings, now = resources.settings, resources.now()
    zone = settings.timezone
    with Session(reading(resources.engine)) as session:
        turns = digests.due_now(session, now=now, zone=zone)
        week, youths = own_letters.due_now(session, now=now, zone=zone)
        is_ready = suggestions_are_ready(session, now=now, zone=zone)
    whole = len(turns) + len(youths)
    outcomes = Counter[str]({outcome.value: 0 for outcome in Outcome})
    if whole and not is_ready:
        log.warning("digests wait for the refresh", letters=whole)
        return outcomes | {"held": whole}
    sending = Sending(settings.public_url, Signer(settings.secret_key), now, zone)
    batches: list[Callable[[Session], Counter[Outcome]]] = [
        *(partial(digests.send, turns=some, sending=sending) for some in _some(turns)),
        *(
            partial(own_letters.send, youth_ids=some, week=week, sending=sending)
            for some in _some(youths)
        ),
    ]
    for send in batches:
        with session_for(resources.engine) as session:
            outcomes.update(send(session))
        resources.progress(outcomes.total(), whole)
    return outcomes


def _some(rows: list[Row]) -> Iterator[list[Row]]:
    """The rows, some at a time, each for a transaction of its own."""
    return (rows[at : at + TOGETHER] for at in range(0, len(rows), TOGETHER))


def suggestions_are_ready(session: Session, *, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the last refresh has come to its end, and this week has been shared out after one."""
    monday = clock.monday_of(clock.iso_week(now, zone), time(0), zone)
    latest = runs.latest(session, since=min(monday, now - FRESH_FOR))
    refreshed, shared = latest.get(REFRESH), latest.get(SHARE_OUT)
    return (
        refreshed is not None
        and shared is not None
        and refreshed.action == shared.action == runs.DONE
        and refreshed.at >= max(monday, now - FRESH_FOR)
        and shared.at >= monday
    )
