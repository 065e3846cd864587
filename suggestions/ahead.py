"""Many youths looked at before any of them is locked: here, by several processes, or by a cluster.

Other processes of this machine do all that can be done ahead. A cluster, which need not reach the
database, only ranks, a round of youths at a time, so that a country's rankings need not be held
at once. The answer is the same.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from foundation.db import reading
from matching.matcher import OpeningMatcher
from matching.partitions import SCHEDULER
from suggestions.choosing import Choice, choose_in_parts
from suggestions.facts import seeker_of
from suggestions.finding import Ahead, all_changes, look_ahead
from suggestions.ranking import saved
from suggestions.workers import look_together
from youths.models import Youth

TOGETHER = 100
"""How many youths are looked at in one go."""

MANY = 5_000
"""From so many youths on, the start of other processes is earned back."""

IN_A_ROUND = 20_000
READ_TOGETHER = 500

Batch = tuple[Sequence[UUID], Ahead]
"""Some youths, and what was worked out for them ahead."""


def batches(
    engine: Engine, matcher: OpeningMatcher, youth_ids: Sequence[UUID], *, now: datetime
) -> Iterator[Batch]:
    """Divide youths into some that are looked at in one go, in order.

    Raises what `rank_in_parts` raises where a cluster ranks.
    """
    with Session(reading(engine)) as session:
        changed_at = all_changes(session)
    if len(youth_ids) >= MANY and not os.environ.get(SCHEDULER):
        yield from _by_processes(engine, matcher, youth_ids, changed_at, now)
        return
    for together, choices in _rounds(engine, matcher, youth_ids):
        for some_ids in _divided(together):
            with Session(reading(engine)) as session:
                chosen = Ahead(choices, changed_at)
                yield some_ids, look_ahead(session, some_ids, matcher, chosen, now=now)


def _by_processes(
    engine: Engine,
    matcher: OpeningMatcher,
    youth_ids: Sequence[UUID],
    changed_at: Mapping[UUID, datetime],
    now: datetime,
) -> Iterator[Batch]:
    """Let other processes look; all that they found is compared with the same openings."""
    some = [*_divided(youth_ids)]
    with saved(engine, matcher) as index:
        looked = look_together(engine, matcher, index, some, now=now)
        for batch, found in zip(some, looked, strict=True):
            yield batch, replace(found, changed_at=changed_at)


def _divided(youth_ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for at in range(0, len(youth_ids), TOGETHER):
        yield youth_ids[at : at + TOGETHER]


def _rounds(
    engine: Engine, matcher: OpeningMatcher, youth_ids: Sequence[UUID]
) -> Iterator[tuple[Sequence[UUID], Mapping[UUID, Choice]]]:
    """Let a cluster rank, where there is one; else all are one round, with nobody chosen for."""
    if not os.environ.get(SCHEDULER):
        yield youth_ids, {}
        return
    with saved(engine, matcher) as index:
        for at in range(0, len(youth_ids), IN_A_ROUND):
            some = youth_ids[at : at + IN_A_ROUND]
            yield some, _choices(engine, matcher, index, some)


def _choices(
    engine: Engine, matcher: OpeningMatcher, index: Path, youth_ids: Sequence[UUID]
) -> Mapping[UUID, Choice]:
    """Rank youths as they are now, without holding them."""
    seekers = []
    with Session(reading(engine)) as session:
        for at in range(0, len(youth_ids), READ_TOGETHER):
            some = col(Youth.id).in_(youth_ids[at : at + READ_TOGETHER])
            seekers += [seeker_of(youth) for youth in session.exec(select(Youth).where(some))]
            session.expunge_all()
    chosen = choose_in_parts(matcher, index, seekers)
    return {UUID(choice.seeker.id): choice for choice in chosen}
