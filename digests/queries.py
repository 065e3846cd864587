"""Who gets a digest and how she wants it, and the ones that were sent."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, exists
from sqlalchemy.orm import selectinload
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import Role, RoleName, TeamMember, User
from digests.models import Digest, DigestChoice, DigestKind, Opinion
from employers.models import Colleague, ColleagueState
from employers.queries import MAY_ACT
from foundation.bounces import MarkedAddress
from suggestions.models import Suggestion
from youths.models import Youth
from youths.queries import is_active

READERS: Mapping[DigestKind, frozenset[RoleName]] = {
    DigestKind.CASEWORKER: frozenset({RoleName.CASEWORKER}),
    DigestKind.COORDINATOR: frozenset({RoleName.COORDINATOR}),
    DigestKind.EMPLOYER: frozenset({RoleName.EMPLOYER}),
}


def _has_subject(kind: DigestKind) -> ColumnElement[bool]:
    """Whether a person has anything to read about: youths, a team, or an employer to act for."""
    return {
        DigestKind.CASEWORKER: exists().where(col(Youth.responsible_id) == User.id, is_active()),
        DigestKind.COORDINATOR: exists().where(col(TeamMember.user_id) == User.id),
        DigestKind.EMPLOYER: exists().where(
            col(Colleague.user_id) == User.id,
            col(Colleague.state) == ColleagueState.ACTIVE,
            col(Colleague.role).in_(MAY_ACT),
        ),
    }[kind]


def recipients(session: Session, kind: DigestKind) -> list[User]:
    """Active, confirmed people of the kind who want the letter and have something to read about.

    Nobody whose address is marked is among them: no letter would arrive there.
    """
    is_marked = exists().where(col(MarkedAddress.address) == func.lower(User.email))
    wanted = (
        select(User)
        .where(col(User.active), col(User.wants_digest), col(User.confirmed_at).is_not(None))
        .where(col(User.roles).any(col(Role.name).in_(READERS[kind])), _has_subject(kind))
        .where(~is_marked)
        .order_by(col(User.id))
    )
    return list(session.exec(wanted))


def choice_of(session: Session, user: User) -> DigestChoice:
    """How a person wants her letter; the defaults where she has chosen nothing."""
    return session.get(DigestChoice, user.id) or DigestChoice(user_id=user.id)


def choices(session: Session) -> dict[UUID, DigestChoice]:
    """What everybody has chosen who has, by person."""
    return {choice.user_id: choice for choice in session.exec(select(DigestChoice))}


def done_in(session: Session, kind: DigestKind, weeks: Collection[str]) -> set[tuple[UUID, str]]:
    """Who has had the letter of which of these weeks, or had nothing to read in it."""
    rows = select(Digest.recipient_id, Digest.week)
    return set(session.exec(rows.where(Digest.kind == kind, col(Digest.week).in_(weeks))))


def last_sent(
    session: Session, kind: DigestKind, user_ids: Collection[UUID]
) -> dict[UUID, datetime]:
    """When each of these people last had a letter of the kind."""
    rows = (
        select(Digest.recipient_id, func.max(Digest.created_at))
        .where(Digest.kind == kind, col(Digest.letter_id).is_not(None))
        .where(col(Digest.recipient_id).in_(user_ids))
    )
    return dict(session.exec(rows.group_by(col(Digest.recipient_id))).all())


def visible_to(user: User) -> SelectOfScalar[Digest]:
    """The person's own digests, the latest first, with the letters that carried them."""
    return (
        select(Digest)
        .where(Digest.recipient_id == user.id, col(Digest.letter_id).is_not(None))
        .options(selectinload("*"))
        .order_by(col(Digest.created_at).desc(), col(Digest.id))
    )


def opinion_on(session: Session, user: User, youth_id: UUID, opening_id: UUID) -> Opinion | None:
    """What a person has said, from her letter, of an opening that was suggested for a youth."""
    rows = (
        select(Opinion)
        .join(Suggestion, col(Suggestion.id) == Opinion.suggestion_id)
        .where(Opinion.user_id == user.id)
        .where(Suggestion.youth_id == youth_id, Suggestion.opening_id == opening_id)
    )
    return session.exec(rows).first()
