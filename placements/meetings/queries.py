"""Reads of meetings. Whoever sees the introduction sees them; an employer only while it is open."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, contains_eager, joinedload
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import User
from foundation.errors import NotFound
from openings.models import Opening
from placements import queries
from placements.meetings.models import Meeting
from placements.models import Introduction


def meetings_of(session: Session, introduction: Introduction) -> list[Meeting]:
    """An introduction's meetings, cancelled ones too, in the order of their time."""
    rows = select(Meeting).where(Meeting.introduction_id == introduction.id)
    return list(session.exec(rows.order_by(col(Meeting.starts_at), col(Meeting.id))))


def get_meeting(session: Session, meeting_id: UUID, *, to: User) -> Meeting:
    """One meeting of an introduction that the caseworker may see. Raises NotFound."""
    return _one(session, _within(queries.visible_to(to)), meeting_id)


def invited_to(user: User, *, now: datetime) -> SelectOfScalar[Meeting]:
    """The meetings ahead that the person's employers are invited to, the next one first."""
    rows = _open_to(user).where(col(Meeting.cancelled_at).is_(None), col(Meeting.starts_at) >= now)
    return rows.order_by(col(Meeting.starts_at), col(Meeting.id))


def get_invited(session: Session, meeting_id: UUID, *, to: User) -> Meeting:
    """One meeting of an introduction that is open to the person's employer. Raises NotFound."""
    return _one(session, _open_to(to), meeting_id)


def coming(user: User, *, now: datetime) -> SelectOfScalar[Meeting]:
    """The meetings ahead of the youths that the caseworker may see, the next one first."""
    rows = _within(queries.visible_to(user)).where(
        col(Meeting.cancelled_at).is_(None), col(Meeting.starts_at) >= now
    )
    return rows.order_by(col(Meeting.starts_at), col(Meeting.id))


def _open_to(user: User) -> SelectOfScalar[Meeting]:
    return _within(queries.made_to(user).where(queries.is_shown_to_employer()))


def _within(introductions: SelectOfScalar[Introduction]) -> SelectOfScalar[Meeting]:
    """The meetings of these introductions, read along with opening and proposer."""
    ids = introductions.with_only_columns(col(Introduction.id))
    introduction = cast("QueryableAttribute[Any]", Meeting.introduction)
    opening = cast("QueryableAttribute[Any]", Introduction.opening)
    proposed_by = cast("QueryableAttribute[Any]", Meeting.proposed_by)
    return (
        select(Meeting)
        .join(Introduction, col(Introduction.id) == Meeting.introduction_id)
        .join(Opening, col(Opening.id) == Introduction.opening_id)
        .where(col(Meeting.introduction_id).in_(ids))
        .options(contains_eager(introduction).contains_eager(opening), joinedload(proposed_by))
    )


def _one(session: Session, rows: SelectOfScalar[Meeting], meeting_id: UUID) -> Meeting:
    found = session.exec(rows.where(col(Meeting.id) == meeting_id)).first()
    if found is None:
        raise NotFound
    return found
