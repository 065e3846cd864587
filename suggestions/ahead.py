"""Many youths ranked before any of them is locked, in parts that several processes share.

A round of them is ranked at a time, so that a country's rankings need not be held at once.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from foundation.db import reading
from matching.matcher import OpeningMatcher
from suggestions.choosing import Choice, are_worth_parts, choose_in_parts
from suggestions.facts import seeker_of
from suggestions.ranking import saved
from youths.models import Youth

IN_A_ROUND = 20_000
TOGETHER = 500

Round = tuple[Sequence[UUID], Mapping[UUID, Choice]]
"""Some youths, and what was chosen for them ahead."""


def rounds(engine: Engine, matcher: OpeningMatcher, youth_ids: Sequence[UUID]) -> Iterator[Round]:
    """Divide youths into rounds; where one process is enough, all in one, with nothing ahead."""
    if not are_worth_parts(len(youth_ids)):
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
        for at in range(0, len(youth_ids), TOGETHER):
            some = col(Youth.id).in_(youth_ids[at : at + TOGETHER])
            seekers += [seeker_of(youth) for youth in session.exec(select(Youth).where(some))]
            session.expunge_all()
    chosen = choose_in_parts(matcher, index, seekers)
    return {UUID(choice.seeker.id): choice for choice in chosen}
