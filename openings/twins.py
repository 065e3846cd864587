"""The same ad through two sources, or published twice, is one opening: the others stand back."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, exists, update

from openings.models import Opening, OpeningState


def release(session: Session, *, now: datetime) -> int:
    """Let twins take over whose first is no longer published; returns how many."""
    first = aliased(Opening)
    is_published = col(first.state) == OpeningState.PUBLISHED
    is_there = exists().where(col(first.id) == col(Opening.twin_of_id), is_published)
    return _publish(session, ~is_there, now)


def let_go(session: Session, first_ids: Collection[UUID], *, now: datetime) -> int:
    """Let the twins of openings that say something else now be looked at anew."""
    return _publish(session, col(Opening.twin_of_id).in_(first_ids), now) if first_ids else 0


def _publish(session: Session, which: ColumnElement[bool], now: datetime) -> int:
    released = session.exec(
        update(Opening)
        .where(col(Opening.state) == OpeningState.TWIN, which)
        .values(state=OpeningState.PUBLISHED, twin_of_id=None, is_unpaired=True, updated_at=now)
        .execution_options(synchronize_session=False)
    )
    return int(released.rowcount)
