"""Other processes of this machine that look at youths ahead, each with the index and the database.

A process opens both for its first youths and keeps them for those that come later. It only reads,
so it never holds anybody up, and what it found is compared again under lock.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from joblib import Parallel, delayed, parallel_config
from sqlalchemy import Engine
from sqlalchemy.engine import URL
from sqlmodel import Session

from foundation import garbage
from foundation.db import engine_from, reading
from matching.matcher import OpeningMatcher
from matching.weights import Weights
from suggestions.finding import Ahead, all_changes, look_ahead
from suggestions.ranking import vacancies_of

ALL_CORES = -1


@dataclass(frozen=True, slots=True)
class Desk:
    """What a process works with. An address, when shown, does not show its password."""

    database: URL
    index: Path
    weights: Weights
    as_of: date | None


def look_together(
    engine: Engine,
    matcher: OpeningMatcher,
    index: Path,
    batches: Sequence[Sequence[UUID]],
    *,
    now: datetime,
) -> Iterator[Ahead]:
    """Yield what `look_ahead` finds for each batch, in order, a few batches ahead of the reader.

    The index is this matcher's, saved. When openings changed is left out: the caller knows it.
    """
    desk = Desk(engine.url, index.resolve(), matcher.weights, matcher.as_of)
    with parallel_config("loky", n_jobs=ALL_CORES, inner_max_num_threads=1):
        together = Parallel(batch_size=1, return_as="generator")
        yield from together(delayed(_look)(desk, batch, now) for batch in batches)


def _look(desk: Desk, youth_ids: Sequence[UUID], now: datetime) -> Ahead:
    """Look at some youths, in the process that was dealt them."""
    engine, matcher, changed_at = _opened(desk)
    with Session(reading(engine)) as session:
        found = look_ahead(session, youth_ids, matcher, Ahead(changed_at=changed_at), now=now)
    garbage.leave_alone()
    return replace(found, changed_at=None)


@lru_cache(maxsize=1)
def _opened(desk: Desk) -> tuple[Engine, OpeningMatcher, Mapping[UUID, datetime]]:
    """Open the database and the index, and do what every batch would else have to do first."""
    engine = engine_from(desk.database.render_as_string(hide_password=False))
    matcher = OpeningMatcher(desk.weights, desk.as_of)
    matcher.open(desk.index, lambda ids: vacancies_of(engine, ids)).warm()
    with Session(reading(engine)) as session:
        return engine, matcher.remembering(), all_changes(session)
