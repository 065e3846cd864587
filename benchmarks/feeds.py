"""How fast, and in how much memory, a whole snapshot goes in: `python -m benchmarks.feeds`.

Real ads of the shared data are varied until there are enough, written to a file, and served from
loopback by a process of its own; the feed then reads them as an installation would, over HTTP into
a database that is new. What is timed is everything from the first request to the last commit,
without the reading of texts, which is told of by itself. A second run finds the same snapshot.
"""

import argparse
import gzip
import json
import resource
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from benchmarks.databases import DATABASES, made
from foundation import clock
from foundation.db import session_for
from foundation.settings import ROOT
from openings import unread
from openings.feeds import running
from openings.feeds.models import Feed, FeedKind, FeedRun, Reach
from openings.feeds.running import Reading

ADS = ROOT.parent / "shared" / "data" / "ads_se_jobtech.jsonl.gz"


def main() -> None:
    """Make a snapshot, serve it, and read it twice."""
    asked = _asked()
    with tempfile.TemporaryDirectory(dir=asked.folder) as name:
        folder = Path(name)
        (folder / "v2").mkdir()
        size = _write(folder / "v2" / "snapshot", asked.ads)
        (folder / "v2" / "stream").touch()
        print(f"{asked.ads} ads, {size / 1e6:.0f} MB, {asked.database}")
        server = get_context("spawn").Process(target=_serve, args=(name,), daemon=True)
        server.start()
        try:
            with made(asked.database, name) as engine:
                _measure(engine, asked.processes, asked.texts)
        finally:
            server.terminate()


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ads", type=int, default=75_000)
    parser.add_argument("--processes", type=int, default=running.own_processes())
    parser.add_argument("--database", choices=DATABASES, default=DATABASES[0])
    parser.add_argument("--texts", action="store_true", help="read the texts of the ads as well")
    parser.add_argument("--folder", help="where the files lie")
    return parser.parse_args()


PORT = 18_765


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """The figures are told elsewhere."""


def _serve(folder: str) -> None:
    handler = partial(_Quiet, directory=folder)
    ThreadingHTTPServer(("127.0.0.1", PORT), handler).serve_forever()


def _write(path: Path, count: int) -> int:
    """Write so many ads, no two alike: ids, headlines and texts differ."""
    with path.open("wb") as file:
        for ad in _varied(count):
            file.write(json.dumps(ad, ensure_ascii=False).encode() + b"\n")
    return path.stat().st_size


def _varied(count: int) -> Iterator[dict[str, Any]]:
    with gzip.open(ADS, "rt", encoding="utf-8") as file:
        real = [json.loads(line) for line in file]
    for number, ad in enumerate(islice(cycle(real), count)):
        description = ad["description"] | {
            "text": f"Annons {number}. {ad['description']['text']}",
            "text_formatted": f"<p>Annons {number}. {ad['description'].get('text_formatted')}</p>",
        }
        yield ad | {
            "id": str(number),
            "headline": f"{ad['headline']} {number}",
            "description": description,
            "removed": False,
        }


def _measure(engine: Engine, processes: int, texts: bool) -> None:
    config = Config(ROOT / "alembic.ini")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    now = clock.now()
    with session_for(engine) as session:
        feed = Feed(
            name="bench",
            kind=FeedKind.JOBSTREAM,
            address=f"http://127.0.0.1:{PORT}",
            created_at=now,
            updated_at=now,
        )
        session.add(feed)
        session.flush()
        feed_id = feed.id
    reading = Reading(engine, processes=processes)
    for what in ("first", "again"):
        began, worked = time.perf_counter(), _worked()
        done = running.run(reading, feed_id, Reach.WHOLE).run
        _tell(what, done, time.perf_counter() - began, _worked() - worked)
    if texts:
        began = time.perf_counter()
        count = unread.read_all(engine, processes=processes, now=clock.now)
        seconds = time.perf_counter() - began
        print(f"texts: {count} in {seconds:.1f} s, {count / seconds:.0f} a second")


def _worked() -> float:
    """Seconds of processor time so far, of this process and of those that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _tell(what: str, done: FeedRun, seconds: float, worked: float) -> None:
    own, others = (
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(
        f"{what}: {done.read} read, {done.new} new, {done.unchanged} unchanged, "
        f"{done.refused} refused, {done.error or 'no error'}; {seconds:.1f} s, "
        f"{done.read / seconds:.0f} a second ({worked:.1f} s of processor time); "
        f"peak memory {own:.0f} MB, largest helper {others:.0f} MB"
    )


if __name__ == "__main__":
    main()
