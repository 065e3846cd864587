"""Offers of handovers as they are read: who may be asked, and which offers wait for whom."""

from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import Agency, Role, Team, TeamMember, User
from accounts.permissions import CASEWORKERS
from foundation.errors import NotFound
from youths.agencies.models import Handover, HandoverState
from youths.models import Youth


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody who may be asked: in which team, and from which agency."""

    team: Team
    user: User
    agency: Agency | None


def receivers(session: Session, youth: Youth) -> list[Receiver]:
    """Every active caseworker who may be asked, the youth's own team first, in one question."""
    rows = (
        select(Team, User, Agency)
        .join(TeamMember, col(TeamMember.team_id) == Team.id)
        .join(User, col(User.id) == TeamMember.user_id)
        .outerjoin(Agency, col(Agency.id) == TeamMember.agency_id)
        .where(col(User.active), col(User.roles).any(col(Role.name).in_(CASEWORKERS)))
        .where(col(User.id) != youth.responsible_id)
        .order_by(Team.name, User.name, col(User.id))
    )
    found = [Receiver(team, user, agency) for team, user, agency in session.exec(rows)]
    return sorted(found, key=lambda each: each.team.id != youth.team_id)


def get_for(session: Session, handover_id: UUID, user: User) -> Handover:
    """An offer, for its giver and its receiver. Raises NotFound.

    The receiver may read it before she sees the youth, who may be in another team.
    """
    found = session.exec(with_people(select(Handover).where(Handover.id == handover_id))).first()
    if found is None or user.id not in {found.from_id, found.to_id}:
        raise NotFound
    return found


def get_open(session: Session, handover_id: UUID) -> Handover:
    """An offer, for a step that itself asks who may take it. Raises NotFound."""
    found = session.get(Handover, handover_id)
    if found is None:
        raise NotFound
    return found


def open_for(session: Session, youth: Youth) -> Handover | None:
    """The offer about a youth that waits for an answer."""
    rows = select(Handover).where(
        Handover.youth_id == youth.id, Handover.state == HandoverState.OFFERED
    )
    return session.exec(with_people(rows)).first()


def waiting(session: Session, user: User) -> list[Handover]:
    """The open offers to and from a person, the soonest to end first."""
    is_hers = or_(col(Handover.to_id) == user.id, col(Handover.from_id) == user.id)
    rows = select(Handover).where(is_hers, Handover.state == HandoverState.OFFERED)
    return list(session.exec(with_people(rows).order_by(col(Handover.due_on), col(Handover.id))))


def with_people(rows: SelectOfScalar[Handover]) -> SelectOfScalar[Handover]:
    """The same rows with everybody in them, in one question."""
    related = cast(
        "tuple[QueryableAttribute[Any], ...]",
        (Handover.youth, Handover.giver, Handover.receiver, Handover.to_team),
    )
    return rows.options(*(joinedload(attribute) for attribute in related))
