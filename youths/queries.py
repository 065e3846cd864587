"""Reads of youths. Who may see whom is part of every query here."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, false, or_
from sqlalchemy.orm import QueryableAttribute, aliased, joinedload
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import RoleName, TeamMember, User
from accounts.permissions import CASEWORKERS
from foundation.errors import NotFound
from youths.models import Youth


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a list of youths is narrowed to."""

    only_mine: bool = False
    archived: bool = False
    ids: Collection[UUID] | None = None


def visible_to(user: User) -> SelectOfScalar[Youth]:
    """The youths of the user's own teams, the archived ones too.

    A youth with protected identity is seen by her own caseworker and the team's coordinators. One
    who has said no to being known to all agencies of the team is seen by them and by the
    colleagues of her caseworker's own agency. A row that was merged into another is nobody's.
    """
    if user.role not in CASEWORKERS:
        return select(Youth).where(false())
    teams = select(TeamMember.team_id).where(TeamMember.user_id == user.id)
    in_team = select(Youth).where(
        col(Youth.team_id).in_(teams), col(Youth.merged_into_id).is_(None)
    )
    if user.role is RoleName.COORDINATOR:
        return in_team
    open_to_team = col(Youth.protected_identity).is_(False)
    known_to_all = or_(col(Youth.team_consent).is_(None), col(Youth.team_consent).is_(True))
    is_hers = col(Youth.responsible_id) == user.id
    return in_team.where(
        or_(and_(open_to_team, or_(known_to_all, _is_of_her_agency(user))), is_hers)
    )


def _is_of_her_agency(user: User) -> ColumnElement[bool]:
    """Whether the user comes from the same agency as the responsible caseworker, in her team."""
    mine, theirs = aliased(TeamMember), aliased(TeamMember)
    return exists(
        select(mine.user_id)
        .join(theirs, col(theirs.team_id) == mine.team_id)
        .where(mine.user_id == user.id, mine.team_id == Youth.team_id)
        .where(theirs.user_id == Youth.responsible_id, theirs.agency_id == mine.agency_id)
        .correlate(Youth)
    )


def get_visible(session: Session, youth_id: UUID, *, to: User) -> Youth:
    """One youth, or the one that she was merged into. Raises NotFound where she is not hers to see.

    An unknown youth and one that is another team's are not told apart.
    """
    found = session.exec(visible_to(to).where(col(Youth.id) == youth_id)).first()
    if found is not None:
        return found
    row = session.get(Youth, youth_id)
    if row is None or row.merged_into_id is None:
        raise NotFound
    return get_visible(session, row.merged_into_id, to=to)


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
    if filters.ids is not None:
        chosen = chosen.where(col(Youth.id).in_(filters.ids))
    return chosen


def find(session: Session, user: User, words: str, *, most: int) -> list[Youth]:
    """The user's youths whose alias holds the words: those that begin with them first.

    Nothing is found for no words. Archived youths come last.
    """
    if not words:
        return []
    alias = col(Youth.alias)
    rows = visible_to(user).where(alias.icontains(words, autoescape=True))
    begins = alias.istartswith(words, autoescape=True)
    is_archived = col(Youth.archived_at).is_not(None)
    order = (is_archived, begins.desc(), func.lower(Youth.alias), col(Youth.id))
    along = joinedload(cast("QueryableAttribute[Any]", Youth.responsible))
    return list(session.exec(rows.order_by(*order).options(along).limit(most)))


def is_active() -> ColumnElement[bool]:
    """Not archived: still somebody we look for work with."""
    return col(Youth.archived_at).is_(None)
