"""Reads of users, teams and the audit log."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from email_validator import EmailNotValidError, validate_email
from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import Agency, AuditEntry, Role, RoleName, Team, TeamMember, User
from accounts.permissions import CASEWORKERS
from foundation.errors import NotFound
from foundation.translating import lazy_


class NoSuchUser(NotFound):
    """For administrators, who may know."""

    message = lazy_("Det finns inget konto med den adressen.")


class NoSuchTeam(NotFound):
    """A team is created before anybody is invited to it."""

    message = lazy_("Det finns inget team med det namnet.")


def normal_email(address: str) -> str:
    """An address as it is kept, for every way that people and their keyboards write the same one.

    What is no address, such as a part of one, is only stripped and lowercased.
    """
    stripped = address.strip()
    with suppress(EmailNotValidError):
        stripped = validate_email(stripped, check_deliverability=False).normalized
    return stripped.lower()


def by_email(session: Session, address: str) -> User | None:
    """The user with this address, however it is written."""
    return session.exec(select(User).where(User.email == normal_email(address))).one_or_none()


def get_user(session: Session, user_id: UUID) -> User:
    """One user. Raises NotFound."""
    found = session.get(User, user_id)
    if found is None:
        raise NotFound
    return found


def get_by_email(session: Session, address: str) -> User:
    """The user with this address. Raises NoSuchUser."""
    found = by_email(session, address)
    if found is None:
        raise NoSuchUser
    return found


def get_team(session: Session, name: str) -> Team:
    """The team with this name. Raises NoSuchTeam."""
    found = team_named(session, name)
    if found is None:
        raise NoSuchTeam
    return found


def team_named(session: Session, name: str) -> Team | None:
    """The team with this name."""
    return session.exec(select(Team).where(Team.name == name)).one_or_none()


def teams(session: Session) -> list[Team]:
    """Every team, by name."""
    return list(session.exec(select(Team).order_by(Team.name)))


def teams_of(session: Session, user: User) -> list[Team]:
    """The teams that `user` works in, by name."""
    members = select(TeamMember.team_id).where(TeamMember.user_id == user.id)
    return list(session.exec(select(Team).where(col(Team.id).in_(members)).order_by(Team.name)))


def team_ids_of(session: Session, user: User) -> list[UUID]:
    """The ids of the teams that `user` works in."""
    return list(session.exec(select(TeamMember.team_id).where(TeamMember.user_id == user.id)))


def team_names(session: Session, users: Iterable[User]) -> dict[UUID, list[str]]:
    """The names of each user's teams, for many users in one question."""
    ids = [user.id for user in users]
    rows = session.exec(
        select(TeamMember.user_id, Team.name)
        .join(Team, col(Team.id) == TeamMember.team_id)
        .where(col(TeamMember.user_id).in_(ids))
        .order_by(Team.name)
    )
    names: dict[UUID, list[str]] = {user_id: [] for user_id in ids}
    for user_id, name in rows:
        names[user_id].append(name)
    return names


def agency_of(session: Session, user: User, team_id: UUID) -> Agency | None:
    """The agency that a member of a team comes from, where it is known."""
    rows = select(Agency).join(TeamMember, col(TeamMember.agency_id) == Agency.id)
    return session.exec(
        rows.where(TeamMember.team_id == team_id, TeamMember.user_id == user.id)
    ).first()


def colleagues_of(session: Session, user: User) -> list[User]:
    """The active members of the user's teams, herself too, by name."""
    return _members(session, col(TeamMember.team_id).in_(team_ids_of(session, user)))


def caseworkers_of(session: Session, team_id: UUID) -> list[User]:
    """Who may be responsible for a youth of the team: its active caseworkers and coordinators."""
    is_caseworker = col(User.roles).any(col(Role.name).in_(CASEWORKERS))
    return _members(session, col(TeamMember.team_id) == team_id, is_caseworker)


def coordinators_of(session: Session, team_ids: Collection[UUID]) -> dict[UUID, list[str]]:
    """The names of each team's active coordinators; every one of the teams is in the answer."""
    rows = (
        select(TeamMember.team_id, User.name)
        .join(User, col(User.id) == TeamMember.user_id)
        .where(col(TeamMember.team_id).in_(team_ids), col(User.active))
        .where(col(User.roles).any(col(Role.name) == RoleName.COORDINATOR))
        .order_by(User.name, col(User.id))
    )
    names: dict[UUID, list[str]] = {team_id: [] for team_id in team_ids}
    for team_id, name in session.exec(rows):
        names[team_id].append(name)
    return names


def caseworking_colleagues_of(session: Session, user: User) -> list[User]:
    """The active caseworkers and coordinators of the user's teams, herself too, by name."""
    is_caseworker = col(User.roles).any(col(Role.name).in_(CASEWORKERS))
    in_team = col(TeamMember.team_id).in_(team_ids_of(session, user))
    return _members(session, in_team, is_caseworker)


def acquirers_among(session: Session, user_ids: Collection[UUID]) -> set[UUID]:
    """Which of these people acquire placements in a team of theirs."""
    rows = select(TeamMember.user_id).where(
        col(TeamMember.user_id).in_(user_ids), col(TeamMember.acquires)
    )
    return set(session.exec(rows))


def _members(
    session: Session, in_team: ColumnElement[bool], *conditions: ColumnElement[bool]
) -> list[User]:
    members = select(TeamMember.user_id).where(in_team)
    active = select(User).where(col(User.id).in_(members), col(User.active), *conditions)
    return list(session.exec(active.order_by(User.name, col(User.id))))


def people(*, matching: str = "", role: RoleName | None = None) -> SelectOfScalar[User]:
    """Users whose name or address holds `matching`, by name."""
    statement = select(User)
    if matching:
        words = (col(User.name).icontains(matching, autoescape=True), _has_address(matching))
        statement = statement.where(or_(*words))
    if role:
        statement = statement.where(col(User.roles).any(col(Role.name) == role))
    return statement.order_by(User.name, col(User.id))


def names(session: Session, user_ids: Collection[UUID]) -> dict[UUID, str]:
    """The names of many users in one question."""
    rows = select(User.id, User.name).where(col(User.id).in_(user_ids))
    return dict(session.exec(rows).all())


def _has_address(words: str) -> ColumnElement[bool]:
    return col(User.email).contains(normal_email(words), autoescape=True)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines of the audit log to read; every empty wish lets all of them through."""

    actor_ids: Collection[UUID] | None = None
    action: str = ""
    subject_id: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None


def audit_lines(wanted: Wanted) -> SelectOfScalar[AuditEntry]:
    """The lines of the audit log that are wanted, newest first."""
    lines = select(AuditEntry)
    if wanted.actor_ids is not None:
        lines = lines.where(col(AuditEntry.actor_id).in_(wanted.actor_ids))
    if wanted.action:
        lines = lines.where(AuditEntry.action == wanted.action)
    if wanted.subject_id:
        lines = lines.where(AuditEntry.subject_id == wanted.subject_id)
    if wanted.since:
        lines = lines.where(AuditEntry.at >= wanted.since)
    if wanted.until:
        lines = lines.where(AuditEntry.at < wanted.until)
    return lines.order_by(col(AuditEntry.at).desc(), col(AuditEntry.id))


def actions(session: Session) -> list[str]:
    """Every kind of action that the audit log holds."""
    return list(session.exec(select(AuditEntry.action).distinct().order_by(AuditEntry.action)))
