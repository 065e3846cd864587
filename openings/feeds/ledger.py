"""Keeps what a run has read: openings, figures and cursor, batch by batch and all or nothing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Engine
from sqlmodel import Session, col, select, update

from foundation.db import session_for
from openings.feeds.models import Cursor, Feed, FeedRun
from openings.importing import Summary, take_in
from openings.models import Opening, OpeningState
from openings.sources.base import Problem
from openings.storing import Told, removal

TOGETHER = 500
STANDING = (OpeningState.PUBLISHED, OpeningState.PAUSED, OpeningState.TWIN)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Where one run of a feed writes."""

    engine: Engine
    feed_id: UUID
    run_id: UUID
    now: Callable[[], datetime]
    believes: bool = False

    def keep(
        self,
        told: Sequence[tuple[int, Told]] = (),
        problems: Sequence[Problem] = (),
        *,
        unchanged: int = 0,
        cursor: Cursor | None = None,
    ) -> Summary:
        """Commit a batch with its figures, and with it how far the feed has been read.

        `unchanged` are rows that were known before they were read.
        """
        with session_for(self.engine) as session:
            summary = take_in(session, told, problems, now=self.now(), feed_id=self.feed_id)
            summary += Summary(read=unchanged, unchanged=unchanged)
            self._count(session, summary)
            if cursor is not None:
                session.exec(update(Feed).where(col(Feed.id) == self.feed_id).values(cursor=cursor))
        return summary

    def known(self, hashes: Sequence[str]) -> dict[str, str]:
        """The ids at the source of rows that have come before and still say what is so."""
        rows = select(Opening.row_hash, Opening.source_id).where(
            col(Opening.feed_id) == self.feed_id,
            col(Opening.row_hash).in_(hashes),
            col(Opening.state) != OpeningState.CLOSED,
        )
        with Session(self.engine) as session:
            return {str(row_hash): str(source_id) for row_hash, source_id in session.exec(rows)}

    def standing(self, columns: Sequence[Any], *, until: datetime | None = None) -> Iterator[Any]:
        """Columns of the feed's openings that are not closed, in constant memory.

        With `until` those that the source has told of later are left out.
        """
        rows = select(*columns).where(
            col(Opening.feed_id) == self.feed_id, col(Opening.state).in_(STANDING)
        )
        if until is not None:
            version = col(Opening.source_updated_at)
            rows = rows.where(version.is_(None) | (version <= until))
        with Session(self.engine) as session:
            yield from session.exec(rows.execution_options(yield_per=TOGETHER))

    def close(self, gone: Sequence[tuple[Any, str]], at: datetime) -> None:
        """Close openings, as source and id there, that the source no longer has."""
        for start in range(0, len(gone), TOGETHER):
            batch = gone[start : start + TOGETHER]
            told = [(0, removal(source, source_id, at)) for source, source_id in batch]
            with session_for(self.engine) as session:
                closed = take_in(session, told, now=self.now(), feed_id=self.feed_id).closed
                self._count(session, Summary(closed=closed))

    def _count(self, session: Session, summary: Summary) -> None:
        counts = {name: n for name, n in asdict(summary).items() if name != "problems"}
        added = {name: getattr(FeedRun, name) + count for name, count in counts.items()}
        session.exec(update(FeedRun).where(col(FeedRun.id) == self.run_id).values(**added))
