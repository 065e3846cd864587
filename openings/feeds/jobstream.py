"""Reads JobStream v2: first all that there is, then what has changed since.

A snapshot is read line by line and takes as much memory as two batches and the ids of its ads. The
cursor is the source's own time when an answer began. It moves with the last batch, since nobody
says that a stream is in order; what is read again meanwhile is known by its hash.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from datetime import datetime, timedelta
from multiprocessing import get_context
from typing import Any, Self
from zoneinfo import ZoneInfo

from sqlmodel import col

from openings.feeds.fetching import FeedBroken, Fetcher
from openings.feeds.ledger import Ledger
from openings.feeds.models import Cursor, Feed, FeedError, FeedKind, Reach
from openings.feeds.rows import Numbered, Parsed, Reader, batched, hash_of, parse
from openings.feeds.scope import Scope
from openings.models import Opening, Source

ZONE = ZoneInfo("Europe/Stockholm")
OVERLAP = timedelta(minutes=5)
OLDEST = timedelta(days=7)
"""What has not been read for longer is read whole."""

FEW_GONE = 50
MOST_GONE = 0.5
"""More than both of this closed by one snapshot says more of the snapshot than of the ads."""

AHEAD = 4
FEW = 2_000
"""So many new lines are read sooner by one process than others are started."""


def read(feed: Feed, reach: Reach, fetcher: Fetcher, ledger: Ledger, processes: int) -> None:
    """Read what is new, or the whole of it first. Raises FeedBroken; what was kept stays."""
    until, now = feed.cursor.until, ledger.now()
    reader = reader_of(feed)
    if reach is Reach.WHOLE or until is None or now - until > OLDEST:
        until = _whole(feed, reader, fetcher, ledger, processes)
    _news(feed, reader, fetcher, ledger, until)


def reader_of(feed: Feed) -> Reader:
    """How the rows of a feed are read."""
    is_platsbanken = feed.kind is FeedKind.JOBSTREAM
    return Reader(Scope.of(feed), None if is_platsbanken else feed.id.hex[:12])


def _news(feed: Feed, reader: Reader, fetcher: Fetcher, ledger: Ledger, until: datetime) -> None:
    def take(lines: Iterator[bytes], began: datetime) -> None:
        last: tuple[Parsed, int] = Parsed(), 0
        for batch in batched(lines):
            ledger.keep(last[0].told, last[0].problems, unchanged=last[1])
            fresh, known = _fresh(batch, ledger)
            last = parse(fresh, reader), len(known)
        cursor = Cursor(until=max(began, until))
        ledger.keep(last[0].told, last[0].problems, unchanged=last[1], cursor=cursor)

    since = on_the_wall(until - OVERLAP)
    fetcher.stream(f"{feed.address}/v2/stream", {"updated-after": since}, take)


def _whole(
    feed: Feed, reader: Reader, fetcher: Fetcher, ledger: Ledger, processes: int
) -> datetime:
    """Take in a snapshot, and close what is no longer in it; gives the time it is of."""

    def take(lines: Iterator[bytes], began: datetime) -> datetime:
        seen: set[str] = set()
        nameless = readable = 0
        with _Readers(processes) as readers:
            for parsed, known in readers.in_order(batched(lines), reader, ledger):
                seen.update(known)
                seen.update(parsed.ids)
                nameless += parsed.nameless
                readable += len(parsed.told) + len(known)
                ledger.keep(parsed.told, parsed.problems, unchanged=len(known))
        if nameless and not readable:
            raise FeedBroken(FeedError.NOT_A_FEED, "no line can be read")
        if not nameless:
            close_missing(ledger, seen, began)
        ledger.keep(cursor=Cursor(until=began))
        return began

    return fetcher.stream(f"{feed.address}/v2/snapshot", {}, take)


def close_missing(ledger: Ledger, seen: set[str], at: datetime) -> None:
    """Close what a whole reading did not have. Raises FeedBroken where that is far too much."""
    gone: list[tuple[Source, str]] = []
    count = 0
    for source, source_id in ledger.standing((Opening.source, Opening.source_id), until=at):
        count += 1
        if source_id not in seen:
            gone.append((source, source_id))
    if len(gone) > max(FEW_GONE, MOST_GONE * count) and not ledger.believes:
        raise FeedBroken(FeedError.SHRUNK, f"{len(gone)} of {count}")
    ledger.close(gone, at)


def _fresh(batch: list[Numbered], ledger: Ledger) -> tuple[list[Numbered], list[str]]:
    """The lines that have not come before, and the ids of the ads of the others."""
    hashes = [hash_of(line) for _number, line in batch]
    known = ledger.known(hashes)
    fresh = [each for each, told in zip(batch, hashes, strict=True) if told not in known]
    return fresh, [known[told] for told in hashes if told in known]


class _Readers:
    """Reads lines here, and in processes of their own once many are seen to be new."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._count = 0
        self._pool: Executor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    @property
    def ahead(self) -> int:
        """How many batches may be read before the first of them is written."""
        return AHEAD if self._pool else 0

    def begin(self, lines: list[Numbered], reader: Reader) -> Future[Parsed] | Parsed:
        """Read lines, or let them be read."""
        self._count += len(lines)
        if self._processes < 2 or self._count <= FEW:
            return parse(lines, reader)
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._processes, mp_context=get_context("spawn"))
        return self._pool.submit(parse, lines, reader)

    def in_order(
        self, batches: Iterable[list[Numbered]], reader: Reader, ledger: Ledger
    ) -> Iterator[tuple[Parsed, list[str]]]:
        """What batches tell, in their order, and the ids of the ads that were known before."""
        begun: deque[tuple[Future[Parsed] | Parsed, list[str]]] = deque()
        for batch in batches:
            fresh, known = _fresh(batch, ledger)
            begun.append((self.begin(fresh, reader), known))
            while len(begun) > self.ahead:
                yield _done(*begun.popleft())
        while begun:
            yield _done(*begun.popleft())


def _done(parsed: Future[Parsed] | Parsed, known: list[str]) -> tuple[Parsed, list[str]]:
    return (parsed.result() if isinstance(parsed, Future) else parsed), known


def on_the_wall(moment: datetime) -> str:
    """A moment as JobStream is asked: on the wall in Stockholm, without a zone.

    In the hour that comes twice in autumn, the wall says the same an hour earlier and later, so
    the stream is asked from before it.
    """
    local = moment.astimezone(ZONE)
    if local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset():
        local = (moment - timedelta(hours=1 + local.fold)).astimezone(ZONE)
    return local.replace(tzinfo=None).isoformat(timespec="seconds")


def outside(ledger: Ledger, scope: Scope) -> list[tuple[Any, str, datetime | None]]:
    """Openings that are taken in and no longer within the scope: source, id there, version."""
    columns = tuple(
        col(each)
        for each in (
            Opening.source,
            Opening.source_id,
            Opening.source_updated_at,
            Opening.country,
            Opening.county,
            Opening.occupation,
        )
    )
    return [
        (source, source_id, version)
        for source, source_id, version, *facts in ledger.standing(columns)
        if not scope.has(*facts)
    ]
