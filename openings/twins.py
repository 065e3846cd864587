"""The same ad through two sources, or published twice, is one opening: the others stand back."""

from datetime import datetime

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, exists, update

from openings.models import Opening, OpeningState


def release(session: Session, *, now: datetime) -> int:
    """Let twins take over whose first is no longer published; returns how many."""
    first = aliased(Opening)
    is_published = col(first.state) == OpeningState.PUBLISHED
    is_there = exists().where(col(first.id) == col(Opening.twin_of_id), is_published)
    released = session.exec(
        update(Opening)
        .where(col(Opening.state) == OpeningState.TWIN, ~is_there)
        .values(state=OpeningState.PUBLISHED, twin_of_id=None, is_unpaired=True, updated_at=now)
        .execution_options(synchronize_session=False)
    )
    return int(released.rowcount)
