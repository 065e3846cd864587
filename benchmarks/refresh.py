"""The night's refresh of a whole installation: the first one, one without news, a usual one.

Run with `python -m benchmarks.refresh [--youths 10000] [--openings 20000] [--database sqlite|
postgresql|both] [--json]`. The installation is invented, see `worlds`. Before the usual night a
day passes, 3 openings of 100 are changed, and 2 of 100 are closed. The index has been learnt
before; bringing it up to date is part of the night. Rows are those written: new, changed and
withdrawn. The processor time is that of this process and of those that it starts, without the
database server's. All the while another process writes a row five times a second, as one who
clicks in the portal does: the longest wait is told.
"""

import argparse
import json
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

import psutil
from sqlalchemy import Engine
from sqlmodel import Session, col, select, update
from threadpoolctl import threadpool_limits

from benchmarks.clicks import clicking
from benchmarks.databases import DATABASES, made
from benchmarks.installation import NOW, fill
from foundation.db import session_for
from openings.models import Opening, OpeningState
from suggestions.ranking import keep_in, prepare
from suggestions.service import refresh_all

CHANGED, CLOSED = 0.03, 0.02
Figures = dict[str, Any]


def main() -> None:
    """Measure, and print each night as soon as it is over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--youths", type=int, default=10_000)
    parser.add_argument("--openings", type=int, default=20_000)
    parser.add_argument("--database", choices=(*DATABASES, "both"), default="both")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    chosen = DATABASES if asked.database == "both" else (asked.database,)
    with threadpool_limits(1):
        for night in (each for name in chosen for each in _on(name, asked.youths, asked.openings)):
            print(json.dumps(night) if asked.json else line(night), flush=True)


def line(night: Figures) -> str:
    """Lay out one night, each figure with its name."""
    return "  ".join(f"{name} {value}" for name, value in night.items())


def _on(database: str, youths: int, openings: int) -> Iterator[Figures]:
    """Measure three nights on one kind of database."""
    with tempfile.TemporaryDirectory(prefix="refresh") as folder, made(database, folder) as engine:
        keep_in(Path(folder) / "index", engine)
        fill(engine, youths=youths, openings=openings)
        prepare(engine)
        about = {"database": database, "youths": youths, "openings": openings}
        tomorrow = NOW + timedelta(days=1)
        yield {**about, "night": "first", **_night(engine, NOW)}
        yield {**about, "night": "no news", **_night(engine, NOW)}
        yield {**about, "night": "usual", **_night(engine, tomorrow, before=_change_some)}


def _night(
    engine: Engine, now: datetime, before: Callable[[Engine, datetime], None] | None = None
) -> Figures:
    """Measure one refresh, as the task does it."""
    if before:
        before(engine, now)
    with clicking(engine) as waits:
        wall, processor = perf_counter(), processor_time()
        prepare(engine)
        summary = refresh_all(engine, now=now)
        wall, processor = perf_counter() - wall, processor_time() - processor
    return {
        "kept": summary.kept,
        "written": summary.new + summary.changed + summary.withdrawn,
        "wall, s": round(wall, 1),
        "processor, s": round(processor, 1),
        "longest click, s": round(max(waits), 2),
    }


def processor_time() -> float:
    """The seconds that this process has used and those that it started and has not ended."""
    here = psutil.Process()
    used = [each.cpu_times() for each in (here, *here.children(recursive=True))]
    return float(sum(each.user + each.system for each in used))


def _change_some(engine: Engine, now: datetime) -> None:
    """Change and close some openings, spread over the whole country."""
    with session_for(engine) as session:
        ids = session.exec(select(Opening.id).order_by(col(Opening.id))).all()
        changed, closed = ids[:: round(1 / CHANGED)], ids[1 :: round(1 / CLOSED)]
        _update(session, changed, headline=Opening.headline + " genast", updated_at=now)
        _update(session, closed, state=OpeningState.CLOSED, closed_at=now, updated_at=now)


def _update(session: Session, ids: Any, **values: Any) -> None:
    session.exec(update(Opening).where(col(Opening.id).in_(ids)).values(**values))


if __name__ == "__main__":
    main()
