"""Runs feeds: one after the other, each with its figures; a broken one stops only itself."""

import os
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

import httpx
from sqlalchemy import Engine
from sqlmodel import Session, col, delete, or_, select, update

from foundation import clock, logs
from foundation.db import session_for
from openings import unread
from openings.feeds import jobstream, nav, sheets
from openings.feeds.fetching import TIMEOUT, FeedBroken, Fetcher
from openings.feeds.jobstream import outside
from openings.feeds.ledger import Ledger
from openings.feeds.models import Feed, FeedError, FeedKind, FeedRun, Reach
from openings.feeds.nav import Nav
from openings.feeds.scope import Scope
from openings.pairing import pair_waiting
from openings.sources.base import Outside
from openings.storing import Told

log = logs.logger("feeds")
AGENT = "Farled"
REMEMBERED = timedelta(days=30)
"""For so long the runs of a feed are kept."""


def own_processes() -> int:
    """How many processes a long reading may use: those of the machine, four at the most."""
    return min(os.cpu_count() or 1, 4)


@dataclass(frozen=True, slots=True)
class Reading:
    """What feeds are read with. `sleep` and `now` are given, so that a test need not wait.

    It `believes` a source that shows far fewer openings than before where somebody says so.
    """

    engine: Engine
    nav_token: str | None = None
    now: Callable[[], datetime] = clock.now
    sleep: Callable[[float], None] = time.sleep
    processes: int = 1
    believes: bool = False
    timeout: httpx.Timeout = field(default_factory=lambda: TIMEOUT)

    def __repr__(self) -> str:
        return f"Reading(processes={self.processes})"


@dataclass(frozen=True, slots=True)
class Result:
    """How a run went, and whether the source has more than one run takes."""

    run: FeedRun
    has_more: bool = False


def run_due(reading: Reading, reach: Reach) -> dict[str, int]:
    """Run every feed that is on, then see to texts and twins; gives the figures of all."""
    return _run_all(reading, _ids(reading, select(Feed.id).where(col(Feed.is_on))), reach)


def run_wished(reading: Reading) -> dict[str, int]:
    """Run the feeds that somebody has asked for; nothing where nobody has."""
    wished = _ids(reading, select(Feed.id).where(col(Feed.wished_at).is_not(None)))
    return _run_all(reading, wished, Reach.WHOLE) if wished else {}


def _ids(reading: Reading, rows: Any) -> Sequence[UUID]:
    """The feeds of these that do not ask us to wait, in a lasting order."""
    may = or_(col(Feed.not_before).is_(None), col(Feed.not_before) <= reading.now())
    with Session(reading.engine) as session:
        return list(session.exec(rows.where(may).order_by(col(Feed.created_at), col(Feed.id))))


def _run_all(reading: Reading, feed_ids: Sequence[UUID], reach: Reach) -> dict[str, int]:
    totals = dict.fromkeys(("read", "new", "changed", "closed", "refused", "broken"), 0)
    for feed_id in feed_ids:
        done = run(reading, feed_id, reach).run
        for name in totals:
            totals[name] += bool(done.error) if name == "broken" else getattr(done, name)
    return totals | finish(reading)


def finish(reading: Reading) -> dict[str, int]:
    """Read the texts that have come in, and link twins."""
    texts = unread.read_all(reading.engine, processes=reading.processes, now=reading.now)
    return {"texts": texts, "twins": pair_waiting(reading.engine, now=reading.now)}


def run(reading: Reading, feed_id: UUID, reach: Reach) -> Result:
    """Run one feed, whatever becomes of it; what has been kept stays."""
    feed, done = _begin(reading, feed_id, reach)
    ledger = Ledger(reading.engine, feed.id, done.id, reading.now, reading.believes)
    broken, has_more = None, False
    try:
        has_more = _read(feed, reach, reading, ledger)
    except FeedBroken as fault:
        broken = fault
    except Exception as error:  # one feed never stops the others
        broken = FeedBroken(FeedError.OTHER, type(error).__name__)
        log.exception("feed failed", feed=str(feed.id))
    return Result(_end(reading, feed, done, broken), has_more)


def _read(feed: Feed, reach: Reach, reading: Reading, ledger: Ledger) -> bool:
    scope = Scope.of(feed)
    if scope != Scope():
        _let_out(ledger, scope)
    headers = {"User-Agent": AGENT}
    with httpx.Client(
        timeout=reading.timeout, headers=headers, follow_redirects=False, verify=_trusted()
    ) as client:
        fetcher = Fetcher(client, sleep=reading.sleep, now=reading.now)
        if feed.kind is FeedKind.NAV:
            source = Nav(feed.address, fetcher, reading.nav_token)
            return nav.read(feed, reach, source, ledger)
        if feed.kind is FeedKind.SHEET:
            sheets.read(feed, fetcher, ledger)
        else:
            jobstream.read(feed, reach, fetcher, ledger, reading.processes)
    return False


@cache
def _trusted() -> ssl.SSLContext:
    """Whom to trust is read once: it takes longer than most answers."""
    return httpx.create_ssl_context()


def _let_out(ledger: Ledger, scope: Scope) -> None:
    """Close what was taken in under a wider scope than today's."""
    left = outside(ledger, scope)
    for start in range(0, len(left), nav.TOGETHER):
        told = [
            (0, Told(Outside(source=source, source_id=source_id, source_updated_at=version)))
            for source, source_id, version in left[start : start + nav.TOGETHER]
        ]
        ledger.keep(told)


def _begin(reading: Reading, feed_id: UUID, reach: Reach) -> tuple[Feed, FeedRun]:
    """The wish is taken down as the run begins, so that a new one is not lost."""
    with Session(reading.engine, expire_on_commit=False) as session:
        feed = session.get_one(Feed, feed_id)
        feed.wished_at = None
        old = col(FeedRun.began_at) < reading.now() - REMEMBERED
        session.exec(delete(FeedRun).where(col(FeedRun.feed_id) == feed_id, old))
        done = FeedRun(feed_id=feed.id, reach=reach, began_at=reading.now())
        session.add(done)
        session.commit()
    return feed, done


def _end(reading: Reading, feed: Feed, done: FeedRun, broken: FeedBroken | None) -> FeedRun:
    now = reading.now()
    with session_for(reading.engine) as session:
        facts: dict[str, Any] = {"not_before": broken.until if broken else None}
        if broken:
            facts["failures"] = col(Feed.failures) + 1
            log.warning("feed broken", feed=str(feed.id), why=broken.why.value)
        else:
            facts |= {"failures": 0, "read_at": now}
            if done.reach is Reach.WHOLE:
                facts["read_whole_at"] = now
        session.exec(update(Feed).where(col(Feed.id) == feed.id).values(**facts))
        error = {"error": broken.why, "detail": broken.detail} if broken else {}
        session.exec(
            update(FeedRun).where(col(FeedRun.id) == done.id).values(ended_at=now, **error)
        )
    with Session(reading.engine, expire_on_commit=False) as session:
        return session.get_one(FeedRun, done.id)
