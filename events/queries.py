"""Which events there are, for whom; visibility is part of every query.

Employers at an event are seen by whoever sees the event; youths only as `events.registrations`
says. What an employer sees is what it is invited to.
"""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import false
from sqlalchemy.orm import QueryableAttribute, contains_eager, joinedload
from sqlmodel import Session, col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import TeamMember, User
from accounts.permissions import CASEWORKERS
from employers import queries as employers
from events.models import Event, EventKind, EventOpening, Invitation
from events.states import AHEAD, ANSWERABLE, READABLE
from foundation.errors import NotFound

TEAM = cast("QueryableAttribute[Any]", Event.team)
EVENT = cast("QueryableAttribute[Any]", Invitation.event)
OPENING = cast("QueryableAttribute[Any]", EventOpening.opening)


def visible_to(user: User) -> SelectOfScalar[Event]:
    """The events that a caseworker may read: her teams' own, and what others have announced."""
    rows = select(Event).options(joinedload(TEAM))
    if user.role not in CASEWORKERS:
        return rows.where(false())
    own = col(Event.team_id).in_(_teams_of(user))
    return rows.where(or_(own, col(Event.state).in_(READABLE)))


def owned_by(user: User) -> SelectOfScalar[Event]:
    """The events of the person's own teams, which she may change."""
    rows = select(Event).options(joinedload(TEAM))
    if user.role not in CASEWORKERS:
        return rows.where(false())
    return rows.where(col(Event.team_id).in_(_teams_of(user)))


def listed(user: User, *, is_past: bool, kind: EventKind | None) -> SelectOfScalar[Event]:
    """What lies ahead, the next one first; or what has been or was called off, the latest first.

    What should have been ticked as held by now is still ahead, so that somebody sees it.
    """
    is_ahead = col(Event.state).in_(AHEAD)
    rows = visible_to(user)
    if kind:
        rows = rows.where(col(Event.kind) == kind)
    if is_past:
        return rows.where(~is_ahead).order_by(col(Event.starts_at).desc(), col(Event.id))
    return rows.where(is_ahead).order_by(col(Event.starts_at), col(Event.id))


def coming(user: User, *, now: datetime) -> SelectOfScalar[Event]:
    """What the person's own teams have ahead of them, the next one first."""
    rows = owned_by(user).where(col(Event.state).in_(AHEAD), col(Event.ends_at) > now)
    return rows.order_by(col(Event.starts_at), col(Event.id))


def unticked(user: User, *, now: datetime) -> SelectOfScalar[Event]:
    """What is over by the clock and nobody has ticked as held or called off, the eldest first."""
    rows = owned_by(user).where(col(Event.state).in_(AHEAD), col(Event.ends_at) <= now)
    return rows.order_by(col(Event.starts_at), col(Event.id))


def get_visible(session: Session, event_id: UUID, *, to: User) -> Event:
    """The event, if this person may read it. Raises NotFound."""
    return _one(session, visible_to(to), event_id)


def get_owned(session: Session, event_id: UUID, *, by: User) -> Event:
    """The event, if it is of a team of hers. Raises NotFound."""
    return _one(session, owned_by(by), event_id)


def is_owner(session: Session, event: Event, user: User) -> bool:
    """Whether the event is of a team of hers."""
    owned = owned_by(user).where(col(Event.id) == event.id)
    return session.scalar(owned.with_only_columns(col(Event.id))) is not None


def invitations_of(session: Session, event: Event) -> list[Invitation]:
    """The employers at an event, in the order of a trip's stops."""
    rows = select(Invitation).where(Invitation.event_id == event.id)
    return list(session.exec(rows.order_by(col(Invitation.stop), col(Invitation.id))))


def get_invitation(session: Session, invitation_id: UUID, *, by: User) -> Invitation:
    """An employer at an event of a team of hers. Raises NotFound."""
    own = owned_by(by).with_only_columns(col(Event.id))
    rows = select(Invitation).where(
        col(Invitation.id) == invitation_id, col(Invitation.event_id).in_(own)
    )
    found = session.exec(rows.options(joinedload(EVENT))).first()
    if found is None:
        raise NotFound
    return found


def invited(user: User, *, now: datetime) -> SelectOfScalar[Invitation]:
    """What the person's employers are invited to and has not begun, the next one first."""
    rows = (
        select(Invitation)
        .join(Event, col(Event.id) == Invitation.event_id)
        .where(col(Invitation.employer_id).in_(employers.acted_for_by(user)))
        .where(col(Event.state).in_(ANSWERABLE), col(Event.starts_at) > now)
        .options(contains_eager(EVENT).joinedload(TEAM))
    )
    return rows.order_by(col(Event.starts_at), col(Invitation.id))


def get_invited(session: Session, invitation_id: UUID, *, to: User, now: datetime) -> Invitation:
    """An invitation that the person may answer. Raises NotFound."""
    found = session.exec(invited(to, now=now).where(col(Invitation.id) == invitation_id)).first()
    if found is None:
        raise NotFound
    return found


def linked_openings(session: Session, event: Event) -> list[EventOpening]:
    """The openings that somebody has said came of the event, the latest first."""
    rows = select(EventOpening).where(EventOpening.event_id == event.id)
    latest = rows.order_by(col(EventOpening.linked_at).desc(), col(EventOpening.id))
    return list(session.exec(latest.options(joinedload(OPENING))))


def _teams_of(user: User) -> SelectOfScalar[UUID]:
    return select(TeamMember.team_id).where(TeamMember.user_id == user.id)


def _one(session: Session, rows: SelectOfScalar[Event], event_id: UUID) -> Event:
    found = session.exec(rows.where(col(Event.id) == event_id)).first()
    if found is None:
        raise NotFound
    return found
