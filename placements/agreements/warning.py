"""Unfinished agreements that are about to be put aside: the caseworker is warned once."""

from datetime import date, datetime
from typing import Any, cast

from sqlalchemy.orm import QueryableAttribute, contains_eager
from sqlmodel import Session, col, select

from foundation import clock
from foundation.translating import zone
from placements.agreements import letters
from placements.agreements.models import Agreement
from placements.agreements.queries import UNFINISHED
from placements.models import Introduction, Stage


def warn(session: Session, *, public_url: str, now: datetime) -> int:
    """Write to the responsible caseworkers of what goes stale; returns how many letters it was.

    Whoever touches the agreement after that gives it its days anew, and may be warned again.
    """
    today = clock.local_date(now, zone())
    going = list(session.exec(_due(today)))
    for agreement in going:
        introduction = agreement.introduction
        introduction.remind_on = None
        if introduction.due_on is not None and introduction.youth.responsible.active:
            letters.goes_stale(session, agreement, introduction.due_on, public_url, now=now)
    session.flush()
    return len(going)


def _due(today: date) -> Any:
    """Those whose day of warning has come, locked; one that is touched just now waits."""
    introduction = cast("QueryableAttribute[Any]", Agreement.introduction)
    return (
        select(Agreement)
        .join(Introduction, col(Introduction.id) == Agreement.introduction_id)
        .where(col(Agreement.state).in_(UNFINISHED), Introduction.stage == Stage.AGREEMENT)
        .where(col(Introduction.remind_on) <= today)
        .options(contains_eager(introduction))
        .order_by(col(Agreement.id))
        .with_for_update(of=(Agreement, Introduction), skip_locked=True)
    )
