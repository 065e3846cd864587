"""The ranker over today's openings: learnt seldom, brought up to date at every change.

A ranker learns how rare words are from all openings at once, and that takes a while. What changes
afterwards is read by what was learnt before, in a tenth of a millisecond for an opening, so nobody
waits and nothing shown is old. The index lies in a folder (`keep_in`), so that the next process
opens it instead of learning anew; without a folder each process learns for itself.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, Pool, case
from sqlmodel import Session, col, func, select

from foundation import clock
from foundation.db import reading
from matching.facts import Vacancy
from matching.matcher import OpeningMatcher
from openings.models import Opening, OpeningState
from suggestions import shelf
from suggestions.facts import vacancy_of
from suggestions.weights import Chosen, current

RANKER = "opening-matcher-2"
"""What a suggestion says it was ranked by; a new number where the meaning of a score changes."""

MOST_DRIFT = 0.2
"""The share of openings read since the words were learnt at which they are learnt anew."""

TOGETHER = 500


@dataclass(frozen=True, slots=True)
class Edition:
    """The openings and the weights as they are: any change to them gives another edition."""

    published: int
    changed_at: datetime | None
    weights: Chosen


@dataclass(slots=True)
class Kept:
    """A ranker, the edition that it has read, and how many openings it has read since it learnt."""

    matcher: OpeningMatcher
    edition: Edition
    learnt_from: int
    read_since: int = 0


_kept: WeakKeyDictionary[Pool | Connection, Kept] = WeakKeyDictionary()
_homes: dict[Pool, tuple[Engine, Path]] = {}
_turn = RLock()


def keep_in(folder: Path, database: Engine) -> None:
    """Say where the index of this database lies, for every process that works with it."""
    _homes[database.pool] = database, folder


def matcher_on(database: Engine | Connection, *, on: date) -> OpeningMatcher:
    """The ranker over all published openings as they are now, for a day."""
    with _reader(database) as session:
        edition = _edition(session)
    kept = _kept.get(_key(database))
    if kept is None or kept.edition != edition:
        kept = _bring_up_to_date(database)
    return kept.matcher.on(on)


def prepare(database: Engine) -> None:
    """Open or learn the index, and compile, before anybody asks; learn anew after much change."""
    kept = _bring_up_to_date(database)
    if kept.read_since > MOST_DRIFT * max(kept.learnt_from, TOGETHER):
        with _turn, _reader(database) as session:
            kept = _learnt(database, session, _edition(session))
    kept.matcher.on(clock.now().date()).warm()


def prepare_all() -> None:
    """Do so for every database that has a place for its index, as a process begins."""
    for database, _folder in list(_homes.values()):
        prepare(database)


@contextmanager
def saved(database: Engine, matcher: OpeningMatcher) -> Iterator[Path]:
    """Leave a matcher's index for other processes to open, beside where the database's own lies."""
    home = _homes.get(database.pool)
    with TemporaryDirectory(prefix="ranked-", dir=home[1].parent if home else None) as folder:
        with _turn:
            matcher.save(Path(folder))
        yield Path(folder)


def has_read(matcher: OpeningMatcher, opening: Opening) -> bool:
    """Whether the opening was among those that could be applied for."""
    return str(opening.id) in matcher


def _bring_up_to_date(database: Engine | Connection) -> Kept:
    """Read what has changed; one at a time."""
    with _turn, _reader(database) as session:
        edition = _edition(session)
        kept = _kept.get(_key(database)) or _opened(database, edition)
        if kept is None:
            return _learnt(database, session, edition)
        if kept.edition.weights != edition.weights:
            kept.matcher = kept.matcher.weighing(edition.weights.weights)
        if kept.edition != edition:
            _read_changes(session, kept)
            kept.edition = edition
        return kept


def _opened(database: Engine | Connection, edition: Edition) -> Kept | None:
    """Open the index that another process has left, or an earlier run of this one."""
    home = _homes.get(database.pool) if isinstance(database, Engine) else None
    found = shelf.newest(home[1]) if home else None
    if home is None or found is None:
        return None
    engine = home[0]
    matcher = OpeningMatcher(edition.weights.weights)
    if not shelf.opened(matcher, found.path, lambda ids: _vacancies_of(engine, ids)):
        return None
    as_saved = Edition(found.published, found.changed_at, edition.weights)
    kept = _kept[_key(database)] = Kept(matcher, as_saved, found.published)
    return kept


def _learnt(database: Engine | Connection, session: Session, edition: Edition) -> Kept:
    """Learn from all openings, and leave the index for the next process."""
    vacancies = [vacancy_of(opening) for opening in _published(session)]
    matcher = OpeningMatcher(edition.weights.weights).fit(vacancies)
    if isinstance(database, Engine) and database.pool in _homes:
        _engine, folder = _homes[database.pool]
        shelf.put(matcher, folder, published=len(vacancies), changed_at=edition.changed_at)
    kept = _kept[_key(database)] = Kept(matcher, edition, len(vacancies))
    return kept


def _read_changes(session: Session, kept: Kept) -> None:
    """Forget what is gone or changed, and read what is new or changed."""
    gone: list[str] = []
    fresh: list[UUID] = []
    since = kept.edition.changed_at
    rows = select(Opening.id, Opening.state, Opening.updated_at).order_by(col(Opening.id))
    changed = rows.where(col(Opening.updated_at) >= since) if since else rows
    for opening_id, state, updated_at in session.exec(changed):
        is_published, is_known = state is OpeningState.PUBLISHED, str(opening_id) in kept.matcher
        if updated_at == since and is_published == is_known:
            continue
        if is_known:
            gone.append(str(opening_id))
        if is_published:
            fresh.append(opening_id)
    kept.matcher.remove(gone)
    for at in range(0, len(fresh), TOGETHER):
        some = col(Opening.id).in_(fresh[at : at + TOGETHER])
        openings = session.exec(select(Opening).where(some))
        kept.matcher.add([vacancy_of(opening) for opening in openings])
    kept.read_since += len(fresh)


def _vacancies_of(database: Engine, ids: Sequence[str]) -> list[Vacancy]:
    """The vacancies of some openings, in the order of their ids."""
    found: dict[str, Vacancy] = {}
    with _reader(database) as session:
        for at in range(0, len(ids), TOGETHER):
            some = col(Opening.id).in_(map(UUID, ids[at : at + TOGETHER]))
            openings = session.exec(select(Opening).where(some))
            found |= {str(opening.id): vacancy_of(opening) for opening in openings}
    return [found[each] for each in ids]


def _published(session: Session) -> Iterator[Opening]:
    """Every published opening by id, a part at a time: texts take memory."""
    rows = select(Opening).where(Opening.state == OpeningState.PUBLISHED)
    in_order = rows.order_by(col(Opening.id)).execution_options(yield_per=TOGETHER)
    for opening in session.exec(in_order):
        yield opening
        session.expunge(opening)


def _key(database: Engine | Connection) -> Pool | Connection:
    """What the readers and the writers of one database have in common."""
    return database.pool if isinstance(database, Engine) else database


def _reader(database: Engine | Connection) -> Session:
    if isinstance(database, Engine):
        return Session(reading(database))
    return Session(database, join_transaction_mode="create_savepoint")


def _edition(session: Session) -> Edition:
    """Ask how many openings are published, and when one was last published, changed or closed."""
    is_published = case((col(Opening.state) == OpeningState.PUBLISHED, 1))
    counted = select(func.count(is_published), func.max(Opening.updated_at))
    row = session.exec(counted.where(Opening.state != OpeningState.DRAFT)).one()
    return Edition(*row, current(session))
