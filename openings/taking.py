"""Decides what one statement of a source does to an opening: pure rules, without a database.

The newest statement about an ad wins. Which is newest is told by the source's own time, so the
same rows may come again, in any number of files, and nothing is doubled or undone.
"""

import hashlib
from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import Any, Protocol

from openings.models import Needs, OpeningState
from openings.sources.base import Ad, Outside, Removal, Statement

_OWN = {"is_header", "fingerprint"}
COLUMNS = tuple(each.name for each in fields(Ad) if each.name not in _OWN)
_VALUES = attrgetter(*(name for name in COLUMNS if name != "source_updated_at"))


class Outcome(StrEnum):
    """What became of one row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    CLOSED = "closed"
    OUTSIDE = "outside"


class Standing(Protocol):
    """As much as is asked of an opening that is known: a row, or what a batch has read of it."""

    state: OpeningState
    source_updated_at: datetime | None
    content_hash: str | None
    taken: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a statement, and the columns that are written for it."""

    outcome: Outcome
    columns: dict[str, Any] = field(default_factory=dict)


def decide(known: Standing | None, statement: Statement, now: datetime) -> Decision:
    """What a statement does to the opening that is known by its key, or to none."""
    if isinstance(statement, Removal):
        return _removed(known, statement, now)
    if isinstance(statement, Outside):
        return _left(known, statement, now)
    if known is None:
        return Decision(Outcome.NEW, _new(statement, now))
    return _newer(known, statement, now)


def _new(ad: Ad, now: datetime) -> dict[str, Any]:
    """A new opening. What a header says of time is not the time of content, so it is left out."""
    return _content(ad) | {
        "state": OpeningState.PUBLISHED,
        "source_updated_at": None if ad.is_header else ad.source_updated_at,
        "created_at": now,
        "updated_at": now,
    }


def _newer(known: Standing, ad: Ad, now: datetime) -> Decision:
    """Let a newer version in. A closed opening opens again only for news from after it closed."""
    before, version = known.source_updated_at, ad.source_updated_at
    is_newer = version is not None and (before is None or version > before)
    is_older = before is not None and (version is None or version < before)
    reopens = known.state is OpeningState.CLOSED and is_newer
    if is_older or (known.state is OpeningState.CLOSED and not reopens):
        return Decision(Outcome.UNCHANGED)
    columns: dict[str, Any] = {}
    if (reopens or not ad.is_header) and version != before:
        columns["source_updated_at"] = version
    is_news = not ad.is_header and fingerprint(ad) != known.content_hash
    if is_news:
        columns = _content(ad) | {"source_updated_at": version}
        columns["number_of_vacancies"] = max(ad.number_of_vacancies, known.taken)
        if known.state is OpeningState.TWIN:  # it may be another's twin now, or nobody's
            columns |= {"state": OpeningState.PUBLISHED, "twin_of_id": None}
    if reopens:
        columns |= {"state": OpeningState.PUBLISHED, "closed_at": None}
    if not (is_news or reopens):
        return Decision(Outcome.UNCHANGED, columns)
    return Decision(Outcome.CHANGED, columns | {"updated_at": now})


def _removed(known: Standing | None, removal: Removal, now: datetime) -> Decision:
    """Close an opening, unless the source has brought the ad anew since."""
    removed_at = removal.removed_at or now
    if known is None or (known.source_updated_at and known.source_updated_at > removed_at):
        return Decision(Outcome.UNCHANGED)
    if known.state is OpeningState.CLOSED:
        return Decision(Outcome.UNCHANGED, {"source_updated_at": removed_at})
    return Decision(Outcome.CLOSED, _closed(removed_at, now) | {"source_updated_at": removed_at})


def _left(known: Standing | None, outside: Outside, now: datetime) -> Decision:
    """Close an opening that is no longer within what an installation takes in.

    The version is kept a moment short, so that the same one opens it again where more is let in.
    """
    if known is None or known.state is OpeningState.CLOSED:
        return Decision(Outcome.OUTSIDE)
    before, version = known.source_updated_at, outside.source_updated_at
    if before is not None and (version is None or version < before):
        return Decision(Outcome.OUTSIDE)
    return Decision(Outcome.CLOSED, _closed(now, now) | {"source_updated_at": outside.just_before})


def _closed(at: datetime, now: datetime) -> dict[str, Any]:
    return {
        "state": OpeningState.CLOSED,
        "closed_at": at,
        "updated_at": now,
        "row_hash": None,
        "twin_of_id": None,
    }


def _content(ad: Ad) -> dict[str, Any]:
    """What an ad says, to be written whole; its text waits to be read anew, and for twins."""
    columns = {name: getattr(ad, name) for name in COLUMNS}
    waits = not ad.is_header
    return columns | {
        "content_hash": fingerprint(ad),
        "is_unread": waits,
        "is_unpaired": waits,
    }


def fingerprint(ad: Ad) -> str:
    """The same for the same content, whatever the source says about its time.

    Whoever reads ads in other processes lets them work this out too, and it comes along.
    """
    if ad.fingerprint is not None:
        return ad.fingerprint
    content = f"[{', '.join([_said(value) for value in _VALUES(ad)])}]"
    return hashlib.blake2b(content.encode("utf-8", "replace"), digest_size=16).hexdigest()


def remember_fingerprint(ad: Ad) -> None:
    """Work it out for an ad that is as it will be; it goes along to whoever writes the ad."""
    object.__setattr__(ad, "fingerprint", fingerprint(ad))


def _said(value: Any) -> str:
    return _needs_said(value) if isinstance(value, Needs) else repr(value)


@lru_cache(maxsize=4096)
def _needs_said(needs: Needs) -> str:
    """Most ads need the same few things, and a model says slowly what it holds."""
    return repr(needs)
