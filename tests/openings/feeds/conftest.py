"""Feeds of a source on loopback, read into a database of its own by a clock that is set."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from foundation.db import session_for
from openings.feeds import running
from openings.feeds.models import Feed, FeedKind, FeedRun, Reach
from openings.feeds.running import Reading
from openings.models import Opening, OpeningState
from tests.openings.feeds.source import World, serving


@dataclass
class Desk:
    """What a test reads with, and what it sees afterwards."""

    engine: Engine
    world: World
    address: str
    patience: float = 5.0
    slept: list[float] = field(default_factory=list)

    @property
    def reading(self) -> Reading:
        """Feeds are read by the world's clock, without waiting."""
        timeout = httpx.Timeout(self.patience)
        now = lambda: self.world.now  # noqa: E731  # the clock moves meanwhile
        return Reading(self.engine, now=now, sleep=self.slept.append, timeout=timeout)

    def feed(self, kind: FeedKind = FeedKind.JOBSTREAM, **facts: Any) -> UUID:
        """A new feed at the world's address."""
        now = self.world.now
        known = {"name": kind.value, "address": self.address} | facts
        feed = Feed(kind=kind, created_at=now, updated_at=now, **known)
        with session_for(self.engine) as session:
            session.add(feed)
            session.flush()
            return feed.id

    def run(self, feed_id: UUID, reach: Reach = Reach.NEWS) -> FeedRun:
        """Run a feed once."""
        return running.run(self.reading, feed_id, reach).run

    def standing(self) -> dict[str, str]:
        """The headlines of what is published or stands back, by the ids of the source."""
        states = (OpeningState.PUBLISHED, OpeningState.TWIN)
        return {each.source_id or "": each.headline for each in self.openings(*states)}

    def openings(self, *states: OpeningState) -> list[Opening]:
        """All openings, or those in some states."""
        rows = select(Opening).order_by(col(Opening.source_id))
        with Session(self.engine, expire_on_commit=False) as session:
            return list(
                session.exec(rows.where(col(Opening.state).in_(states)) if states else rows)
            )

    def get(self, feed_id: UUID) -> Feed:
        """The feed as it is now."""
        with Session(self.engine, expire_on_commit=False) as session:
            return session.get_one(Feed, feed_id)


@pytest.fixture
def world() -> World:
    """A source without ads."""
    return World()


@pytest.fixture
def desk(fresh_engine: Engine, world: World) -> Iterator[Desk]:
    """A database and a source."""
    with serving(world) as address:
        yield Desk(fresh_engine, world, address)
