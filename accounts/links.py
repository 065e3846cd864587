"""One-time links: the way in for employers, and the way to a password for staff."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select, update

from accounts.models import LinkPurpose, OneTimeLink, Role, RoleName, User
from accounts.permissions import SIGN_IN_BY_LINK, SIGN_IN_BY_PASSWORD
from foundation import tokens
from foundation.errors import Refused
from foundation.translating import lazy_

LASTS = {
    LinkPurpose.SIGN_IN: timedelta(minutes=30),
    LinkPurpose.CONFIRM: timedelta(days=3),
    LinkPurpose.INVITATION: timedelta(days=7),
    LinkPurpose.RESET: timedelta(hours=1),
}


@dataclass(frozen=True, slots=True)
class Door:
    """A page that a link opens: the purposes that lead there, and the roles that may come in."""

    purposes: frozenset[LinkPurpose]
    roles: frozenset[RoleName]


SIGN_IN = Door(
    frozenset({LinkPurpose.SIGN_IN, LinkPurpose.CONFIRM, LinkPurpose.INVITATION}), SIGN_IN_BY_LINK
)
PASSWORD = Door(frozenset({LinkPurpose.INVITATION, LinkPurpose.RESET}), SIGN_IN_BY_PASSWORD)


class LinkSpent(Refused):
    """Unknown, used, too old, or not for this: the holder is told the same every time."""

    message = lazy_("Länken har redan använts eller är för gammal. Be om en ny.")


def issue(
    session: Session,
    user: User,
    purpose: LinkPurpose,
    *,
    now: datetime,
    leads_to: str | None = None,
    subject_id: UUID | None = None,
) -> str:
    """A new token for `user`; only its digest is kept, so this is the one time it can be read.

    `leads_to` is the page of the portal that the holder was on the way to, and `subject_id` the
    one row that following the link confirms.
    """
    token = tokens.new()
    session.add(
        OneTimeLink(
            token_hash=tokens.digest(token),
            purpose=purpose,
            user_id=user.id,
            leads_to=leads_to,
            subject_id=subject_id,
            expires_at=now + LASTS[purpose],
        )
    )
    session.flush()
    return token


def find(session: Session, token: str, door: Door, *, now: datetime) -> OneTimeLink:
    """The link behind `token`, which stays unspent: a mail scanner may look at it first.

    Raises LinkSpent.
    """
    link = session.exec(
        select(OneTimeLink)
        .join(User, col(User.id) == OneTimeLink.user_id)
        .where(OneTimeLink.token_hash == tokens.digest(token), OneTimeLink.expires_at > now)
        .where(col(OneTimeLink.used_at).is_(None), col(OneTimeLink.purpose).in_(door.purposes))
        .where(col(User.active), col(User.roles).any(col(Role.name).in_(door.roles)))
    ).one_or_none()
    if link is None:
        raise LinkSpent
    return link


def redeem(session: Session, token: str, door: Door, *, now: datetime) -> OneTimeLink:
    """Spend the link behind `token`: of two requests at the same time, one gets it.

    Raises LinkSpent.
    """
    link = find(session, token, door, now=now)
    spent = session.exec(
        update(OneTimeLink)
        .where(col(OneTimeLink.id) == link.id, col(OneTimeLink.used_at).is_(None))
        .values(used_at=now)
    )
    if not spent.rowcount:
        raise LinkSpent
    return link


def cancel_all(session: Session, user: User, *, now: datetime) -> None:
    """Spend every link that `user` still has."""
    session.exec(
        update(OneTimeLink)
        .where(col(OneTimeLink.user_id) == user.id, col(OneTimeLink.used_at).is_(None))
        .values(used_at=now)
    )
