"""Reads what the running texts of ads ask for, some time after the ads have come in.

Reading takes several milliseconds an ad, so it is a step of its own: what waits is marked, is read
in batches that are committed one by one, by several processes if there are many, and a process
that dies leaves the rest waiting.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from datetime import datetime
from multiprocessing import get_context
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, bindparam
from sqlmodel import Session, col, select, update

from foundation.db import session_for
from openings.completing import completed
from openings.models import Opening
from openings.sources.base import Ad
from openings.taking import COLUMNS

TOGETHER = 200
FEW = 400
"""So few are read sooner by one process than others are started."""

AHEAD = 2
"""How many batches a process may have waiting for it."""

_TABLE: Any = Opening.__table__  # type: ignore[attr-defined]  # SQLModel does not type it
_FACTS = COLUMNS
WRITTEN = (
    "must_have",
    "nice_to_have",
    "experience_required",
    "experience_months",
    "education_level",
    "minimum_age",
    "readings",
)
"""The columns that a text may fill; what the ad's own fields say goes first."""

Waiting = tuple[UUID, str | None, Ad]
"""An opening's id, the version of its content, and the content."""
Reading = dict[str, Any]


def read_waiting(session: Session, *, now: datetime) -> int:
    """Read every text that waits, here and now; returns how many."""
    count = 0
    while batch := _waiting(session, TOGETHER):
        _write(session, read(batch), now)
        count += len(batch)
    return count


def read_all(engine: Engine, *, processes: int, now: Callable[[], datetime]) -> int:
    """Read every text that waits and commit each batch; returns how many were read."""
    with Session(engine) as session:
        is_few = len(session.exec(_ids(FEW + 1)).all()) <= FEW
    if processes < 2 or is_few:
        return _read_here(engine, now)
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        return _read_in(pool, engine, processes * AHEAD, now)


def _read_here(engine: Engine, now: Callable[[], datetime]) -> int:
    count = 0
    while True:
        with session_for(engine) as session:
            batch = _waiting(session, TOGETHER)
            _write(session, read(batch), now())
        if not batch:
            return count
        count += len(batch)


def _read_in(pool: Executor, engine: Engine, ahead: int, now: Callable[[], datetime]) -> int:
    """Hand batches to a pool, a few ahead of what has been written."""
    count, begun = 0, deque[Future[list[Reading]]]()
    batches = _batches(engine)
    while True:
        while len(begun) < ahead and (batch := next(batches, None)):
            begun.append(pool.submit(read, batch))
        if not begun:
            return count
        readings = begun.popleft().result()
        with session_for(engine) as session:
            _write(session, readings, now())
        count += len(readings)


def _batches(engine: Engine) -> Iterator[list[Waiting]]:
    """All that waits, in the order of ids, however much of it has been written meanwhile."""
    after: UUID | None = None
    while True:
        with Session(engine) as session:
            batch = _waiting(session, TOGETHER, after)
        if not batch:
            return
        yield batch
        after = batch[-1][0]


def read(batch: Sequence[Waiting]) -> list[Reading]:
    """Read texts: pure, so that any process can do it."""
    readings = []
    for opening_id, version, ad in batch:
        full = completed(ad)
        columns = {name: getattr(full, name) for name in WRITTEN}
        readings.append(columns | {"of_id": opening_id, "of_version": version})
    return readings


def _ids(limit: int, after: UUID | None = None) -> Any:
    rows = select(Opening.id).where(col(Opening.is_unread)).order_by(col(Opening.id)).limit(limit)
    return rows.where(col(Opening.id) > after) if after else rows


def _waiting(session: Session, limit: int, after: UUID | None = None) -> list[Waiting]:
    columns = (_TABLE.c[name] for name in ("id", "content_hash", *_FACTS))
    found = session.exec(select(*columns).where(col(Opening.id).in_(_ids(limit, after))))
    return [
        (opening_id, version, Ad(**dict(zip(_FACTS, facts, strict=True))))
        for opening_id, version, *facts in sorted(found, key=lambda row: row[0])
    ]


def _write(session: Session, readings: Sequence[Reading], now: datetime) -> None:
    """Write what was read, unless the ad has come in another version meanwhile."""
    if not readings:
        return
    columns: dict[str, Any] = {name: bindparam(name) for name in WRITTEN}
    statement = (
        update(_TABLE)
        .where(_TABLE.c.id == bindparam("of_id"), _TABLE.c.content_hash == bindparam("of_version"))
        .values(**columns, is_unread=False, updated_at=now)
    )
    session.connection().execute(statement, list(readings))
