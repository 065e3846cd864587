"""How often openings are looked at: a count for each day, and never who looked."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, func, select

from openings.models import Opening, OpeningViews


def note_view(session: Session, opening: Opening, *, on: date) -> None:
    """Count one more look at an opening on a day; of two at once, both are counted."""
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    insert: Any = sqlite.insert if is_sqlite else postgresql.insert
    once_more = {"times": OpeningViews.times + 1}
    row = insert(OpeningViews).values(opening_id=opening.id, day=on, times=1)
    session.execute(row.on_conflict_do_update(index_elements=["opening_id", "day"], set_=once_more))


def views_of(session: Session, opening_ids: Collection[UUID]) -> dict[UUID, int]:
    """How often each opening has been looked at in all; one that never was is left out."""
    counted = (
        select(OpeningViews.opening_id, func.sum(OpeningViews.times))
        .where(col(OpeningViews.opening_id).in_(opening_ids))
        .group_by(col(OpeningViews.opening_id))
    )
    return {opening_id: int(times) for opening_id, times in session.exec(counted)}
