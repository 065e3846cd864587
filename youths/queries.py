"""Reads of youths. Who may see whom is part of every query here."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, false, or_
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import RoleName, TeamMember, User
from accounts.permissions import CASEWORKERS
from foundation.errors import NotFound
from youths.models import Youth


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a list of youths is narrowed to."""

    alias: str = ""
    only_mine: bool = False
    archived: bool = False


def visible_to(user: User) -> SelectOfScalar[Youth]:
    """The youths of the user's own teams, the archived ones too.

    A youth with protected identity is seen by her own caseworker and the team's coordinators.
    """
    if user.role not in CASEWORKERS:
        return select(Youth).where(false())
    teams = select(TeamMember.team_id).where(TeamMember.user_id == user.id)
    in_team = select(Youth).where(col(Youth.team_id).in_(teams))
    if user.role is RoleName.COORDINATOR:
        return in_team
    open_to_team = col(Youth.protected_identity).is_(False)
    return in_team.where(or_(open_to_team, col(Youth.responsible_id) == user.id))


def get_visible(session: Session, youth_id: UUID, *, to: User) -> Youth:
    """One youth. Raises NotFound where she does not exist or is not this person's to see."""
    found = session.exec(visible_to(to).where(col(Youth.id) == youth_id)).first()
    if found is None:
        raise NotFound
    return found


def is_visible(session: Session, youth_id: UUID, *, to: User) -> bool:
    """Whether this person may see the youth, after something about either has changed."""
    return session.exec(visible_to(to).where(col(Youth.id) == youth_id)).first() is not None


def listed(user: User, filters: Filters) -> SelectOfScalar[Youth]:
    """The visible youths that a list asks for, in no order yet."""
    chosen = visible_to(user).where(
        col(Youth.archived_at).is_not(None) if filters.archived else is_active()
    )
    if filters.only_mine:
        chosen = chosen.where(col(Youth.responsible_id) == user.id)
    if filters.alias:
        chosen = chosen.where(col(Youth.alias).icontains(filters.alias, autoescape=True))
    return chosen


def is_active() -> ColumnElement[bool]:
    """Not archived: still somebody we look for work with."""
    return col(Youth.archived_at).is_(None)
