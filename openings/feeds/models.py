"""Feeds: where openings are read from, how far that has come, and how each run went."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from foundation.db import Row, UtcDateTime, Versioned, code, document


class FeedKind(StrEnum):
    """What a feed speaks: Platsbanken's JobStream, NAV's, another Farled's, or a table's rows."""

    JOBSTREAM = "jobstream"
    NAV = "nav"
    NEIGHBOUR = "neighbour"
    SHEET = "sheet"


class Reach(StrEnum):
    """How much a run reads: what is new, or all that the source has."""

    NEWS = "news"
    WHOLE = "whole"


class FeedError(StrEnum):
    """Why a run broke off, in words that the pages know."""

    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    TOO_OFTEN = "too_often"
    BROKEN_OFF = "broken_off"
    NO_KEY = "no_key"
    NOT_A_FEED = "not_a_feed"
    SHRUNK = "shrunk"
    OTHER = "other"


class Cursor(BaseModel):
    """How far a feed has been read, by the source's own clock or by its pages.

    `until` is the moment that the stream has been read to. `page` is the address of NAV's page
    in turn, `item` the last of its items that is taken in, `etag` what the source calls the
    version of the page or file that was read last.
    """

    model_config = ConfigDict(frozen=True)

    until: datetime | None = None
    page: str | None = None
    item: str | None = None
    etag: str | None = None


class Feed(Versioned, table=True):
    """A source of openings, within counties ("SE-21") and occupation fields; none means all.

    `wished_at` is when somebody asked for a run; the next round of the clock takes it up.
    `failures` counts the runs that have failed since the last one that did not.
    """

    __table_args__ = (UniqueConstraint("name"),)

    name: str
    kind: FeedKind = code(FeedKind)
    address: str
    counties: list[str] = document(list[str], default=list)
    occupation_fields: list[str] = document(list[str], default=list)
    is_on: bool = True
    cursor: Cursor = document(Cursor, default=Cursor)
    created_at: datetime = Field(sa_type=UtcDateTime)
    wished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    not_before: datetime | None = Field(default=None, sa_type=UtcDateTime)
    read_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    read_whole_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    failures: int = 0


class FeedRun(Row, table=True):
    """One run: what was read and what became of it, and the error that broke it off, if any.

    Every batch counts itself in, so the figures of a run that was killed are true as well.
    """

    __tablename__: ClassVar[str] = "feed_run"

    feed_id: UUID = Field(foreign_key="feed.id", index=True, ondelete="CASCADE")
    reach: Reach = code(Reach)
    began_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    closed: int = 0
    outside: int = 0
    refused: int = 0
    error: FeedError | None = code(FeedError, optional=True)
    detail: str = ""
