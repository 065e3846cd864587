"""Who gets a digest, and the ones that were sent."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import exists
from sqlalchemy.orm import selectinload
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import Role, RoleName, User
from accounts.permissions import CASEWORKERS, EMPLOYERS
from digests.models import Digest, DigestKind
from employers.models import Colleague, ColleagueState
from employers.queries import MAY_ACT
from youths.models import Youth
from youths.queries import is_active

READERS: Mapping[DigestKind, frozenset[RoleName]] = {
    DigestKind.CASEWORKER: CASEWORKERS,
    DigestKind.EMPLOYER: EMPLOYERS,
}


def recipients(session: Session, kind: DigestKind) -> list[User]:
    """Active, confirmed people of the kind who want the letter and have something to read about.

    Caseworkers and coordinators have youths of their own; employers' people act for one.
    """
    has_subject = {
        DigestKind.CASEWORKER: exists().where(col(Youth.responsible_id) == User.id, is_active()),
        DigestKind.EMPLOYER: exists().where(
            col(Colleague.user_id) == User.id,
            col(Colleague.state) == ColleagueState.ACTIVE,
            col(Colleague.role).in_(MAY_ACT),
        ),
    }
    wanted = (
        select(User)
        .where(col(User.active), col(User.wants_digest), col(User.confirmed_at).is_not(None))
        .where(col(User.roles).any(col(Role.name).in_(READERS[kind])), has_subject[kind])
        .order_by(col(User.id))
    )
    return list(session.exec(wanted))


def sent_in(session: Session, kind: DigestKind, week: str) -> set[UUID]:
    """The ids of those who have had the week's letter."""
    rows = select(Digest.recipient_id).where(Digest.kind == kind, Digest.week == week)
    return set(session.exec(rows))


def last_sent(session: Session, kind: DigestKind) -> dict[UUID, datetime]:
    """When each recipient last had a letter of the kind."""
    rows = select(Digest.recipient_id, func.max(Digest.created_at)).where(Digest.kind == kind)
    return dict(session.exec(rows.group_by(col(Digest.recipient_id))).all())


def visible_to(user: User) -> SelectOfScalar[Digest]:
    """The person's own digests, the latest first, with the letters that carried them."""
    return (
        select(Digest)
        .where(Digest.recipient_id == user.id)
        .options(selectinload("*"))
        .order_by(col(Digest.created_at).desc(), col(Digest.id))
    )
