"""The ranker over today's openings: fitted once, and kept for as long as they stay the same.

Fitting reads every opening in a read-only transaction of its own, so nobody has to wait for a
lock. It takes about a second for a thousand openings, and one fit serves all the threads of a
process. With many openings that is too long to wait each time one of them changes: then the
ranker at hand is used once more, while the next one is fitted behind it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from threading import Lock, Thread
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, Pool, case
from sqlmodel import Session, col, func, select

from foundation.db import reading
from matching.matcher import OpeningMatcher
from openings.models import Opening, OpeningState
from openings.queries import published
from suggestions.facts import vacancy_of

RANKER = "opening-matcher-1"
"""What a suggestion says it was ranked by; a new number where the meaning of a score changes."""

WORTH_WAITING_FOR = 2_000
"""The most openings whose fitting a person waits for; see `benchmarks/ranking.py`."""


BEHIND = "fit-ranker"
"""The name of the thread that fits the next ranker while the one at hand is used."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The openings as they are: any change to them gives another edition."""

    on: date
    published: int
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fitted ranker, and the edition that it has read."""

    edition: Edition
    matcher: OpeningMatcher


_kept: WeakKeyDictionary[Pool | Connection, Fitted] = WeakKeyDictionary()
_fitting = Lock()


def matcher_on(
    database: Engine | Connection, *, on: date, may_be_older: bool = False
) -> OpeningMatcher:
    """The ranker over the openings that can be applied for on a day, as they are now.

    With `may_be_older` a ranker of many openings may have read them as they were a while ago.
    """
    with _reader(database) as session:
        edition = _edition(session, on)
    fitted = _kept.get(_key(database))
    if fitted and fitted.edition == edition:
        return fitted.matcher
    if not (may_be_older and fitted and fitted.edition.published > WORTH_WAITING_FOR):
        return _fit(database, on)
    if not _fitting.locked():
        Thread(target=_fit, args=(database, on), name=BEHIND, daemon=True).start()
    return fitted.matcher


def has_read(matcher: OpeningMatcher, opening: Opening) -> bool:
    """Whether the opening was among those that could be applied for."""
    return str(opening.id) in matcher.row_of_


def _fit(database: Engine | Connection, on: date) -> OpeningMatcher:
    """Fit, unless this edition has been read already; one at a time."""
    with _fitting, _reader(database) as session:
        edition, fitted = _edition(session, on), _kept.get(_key(database))
        if fitted is None or fitted.edition != edition:
            vacancies = [vacancy_of(opening) for opening in published(session, on=on)]
            fitted = _kept[_key(database)] = Fitted(
                edition, OpeningMatcher(as_of=on).fit(vacancies)
            )
        return fitted.matcher


def _key(database: Engine | Connection) -> Pool | Connection:
    """What the readers and the writers of one database have in common."""
    return database.pool if isinstance(database, Engine) else database


def _reader(database: Engine | Connection) -> Session:
    if isinstance(database, Engine):
        return Session(reading(database))
    return Session(database, join_transaction_mode="create_savepoint")


def _edition(session: Session, on: date) -> Edition:
    """Ask how many openings are published, and when one was last published, changed or closed."""
    is_published = case((col(Opening.state) == OpeningState.PUBLISHED, 1))
    counted = select(func.count(is_published), func.max(Opening.updated_at))
    row = session.exec(counted.where(Opening.state != OpeningState.DRAFT)).one()
    return Edition(on, *row)
