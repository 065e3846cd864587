"""Which feeds there are, how their last runs went, and which of them are broken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, func, select

from foundation.errors import NotFound
from openings.feeds.models import Feed, FeedRun

LATE = timedelta(hours=26)
"""A feed that nothing has come from for longer has missed a night as well."""


MINUTE = 17
"""So many minutes past every hour the clock reads what is new."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A feed beside its last run; `lag` is how long ago it was read to its end."""

    feed: Feed
    last: FeedRun | None
    lag: timedelta | None

    @property
    def is_broken(self) -> bool:
        """Whether the last run failed, or none has succeeded for too long."""
        is_late = self.lag is not None and self.lag > LATE
        return self.feed.is_on and (self.feed.failures > 0 or is_late)


def next_run(feed: Feed, *, now: datetime) -> datetime | None:
    """When the clock reads a feed next; a wish is taken up sooner."""
    if not feed.is_on:
        return None
    earliest = max(now, feed.not_before or now)
    this_hour = earliest.replace(minute=MINUTE, second=0, microsecond=0)
    return this_hour if this_hour >= earliest else this_hour + timedelta(hours=1)


def standings(session: Session, *, now: datetime) -> list[Standing]:
    """Every feed by its name, with its last run."""
    newest = (
        select(FeedRun.feed_id, func.max(FeedRun.began_at).label("at"))
        .group_by(col(FeedRun.feed_id))
        .subquery()
    )
    rows = (
        select(Feed, FeedRun)
        .outerjoin(newest, newest.c.feed_id == Feed.id)
        .outerjoin(
            FeedRun,
            (col(FeedRun.feed_id) == Feed.id) & (col(FeedRun.began_at) == newest.c.at),
        )
        .order_by(func.lower(Feed.name))
    )
    return [
        Standing(feed, last, now - feed.read_at if feed.read_at else None)
        for feed, last in session.exec(rows)
    ]


def broken(session: Session, *, now: datetime) -> list[Standing]:
    """The feeds that somebody should look at: for the desk, and for digests."""
    return [each for each in standings(session, now=now) if each.is_broken]


def runs_of(session: Session, feed: Feed, *, limit: int) -> Sequence[FeedRun]:
    """The feed's last runs, the newest first."""
    rows = select(FeedRun).where(col(FeedRun.feed_id) == feed.id)
    newest = rows.order_by(col(FeedRun.began_at).desc(), col(FeedRun.id)).limit(limit)
    return session.exec(newest).all()


def get(session: Session, feed_id: UUID) -> Feed:
    """The feed. Raises NotFound."""
    feed = session.get(Feed, feed_id)
    if feed is None:
        raise NotFound
    return feed


def by_name(session: Session, name: str) -> Feed:
    """The feed of a name. Raises NotFound."""
    feed = session.exec(select(Feed).where(col(Feed.name) == name)).first()
    if feed is None:
        raise NotFound
    return feed
