"""What people do with feeds: set them up, change them, and ask for a run."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from accounts import audit
from accounts.models import User
from foundation.db import broke
from foundation.errors import Refused
from foundation.translating import lazy_
from openings.feeds.models import Cursor, Feed, FeedKind

ONE_EACH = frozenset({FeedKind.JOBSTREAM, FeedKind.NAV})
"""Their ids are the source's own, so a second feed would fight the first for every ad."""


class NameTaken(Refused):
    """Two feeds of one name could not be told apart."""

    message = lazy_("Det finns redan ett flöde med det namnet.")


class OneIsEnough(Refused):
    """Platsbanken and NAV have one feed each."""

    message = lazy_("Det finns redan ett flöde av den sorten. Ändra det i stället.")


class NoAddress(Refused):
    """The address is none that can be read over the web."""

    message = lazy_("Adressen ska börja med https:// eller http://.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedFacts:
    """What an administrator says about a feed; the kind of one that exists stays."""

    name: str
    kind: FeedKind
    address: str
    counties: Sequence[str] = ()
    occupation_fields: Sequence[str] = ()
    is_on: bool = True


def set_up(session: Session, facts: FeedFacts, *, by: User | None, now: datetime) -> Feed:
    """A new feed, to be read at once. Raises NameTaken, OneIsEnough or NoAddress."""
    if facts.kind in ONE_EACH:
        same = select(Feed.id).where(col(Feed.kind) == facts.kind)
        if session.exec(same).first():
            raise OneIsEnough
    feed = Feed(
        name=facts.name,
        kind=facts.kind,
        address=_address(facts.address),
        counties=list(facts.counties),
        occupation_fields=list(facts.occupation_fields),
        is_on=facts.is_on,
        created_at=now,
        updated_at=now,
        wished_at=now if facts.is_on else None,
    )
    session.add(feed)
    _flush(session)
    audit.record(session, by=by, action="feed.set_up", subject=feed, now=now)
    return feed


def change(session: Session, feed: Feed, facts: FeedFacts, *, by: User, now: datetime) -> None:
    """Change a feed; where the scope or the address is another, it is read anew from the start."""
    changed = {
        "name": facts.name,
        "address": _address(facts.address),
        "counties": list(facts.counties),
        "occupation_fields": list(facts.occupation_fields),
        "is_on": facts.is_on,
    }
    differing = [name for name, value in changed.items() if getattr(feed, name) != value]
    if not differing:
        return
    for name, value in changed.items():
        setattr(feed, name, value)
    feed.updated_at = now
    if {"address", "counties", "occupation_fields"} & set(differing):
        feed.cursor, feed.wished_at = Cursor(), now
    _flush(session)
    audit.record(session, by=by, action="feed.changed", subject=feed, now=now, fields=differing)


def wish(session: Session, feed: Feed, *, by: User, now: datetime) -> None:
    """Ask for a run; the clock takes it up within a minute."""
    feed.wished_at = now
    session.flush()
    audit.record(session, by=by, action="feed.wished", subject=feed, now=now)


def _address(text: str) -> str:
    try:
        url = urlsplit(text.strip())
        is_web = url.scheme in {"http", "https"} and bool(url.hostname) and url.port != 0
    except ValueError as error:
        raise NoAddress from error
    if not is_web or url.username or url.password:
        raise NoAddress
    return text.strip().rstrip("/")


def _flush(session: Session) -> None:
    try:
        with session.begin_nested():
            session.flush()
    except IntegrityError as error:
        if broke(error, "uq_feed_name", "feed.name"):
            raise NameTaken from error
        raise
