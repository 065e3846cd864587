"""Links that answer an invitation once, without signing in.

Opening a link answers nothing, for mail scanners open them all; the answer is a form behind it.
"""

from datetime import datetime
from typing import Any, cast

from sqlalchemy.orm import QueryableAttribute, contains_eager
from sqlmodel import Session, col, select, update

from accounts.models import User
from events.models import Event, EventLink, Invitation
from events.states import ANSWERABLE
from foundation import tokens
from foundation.errors import Refused
from foundation.translating import lazy_

INVITATION = cast("QueryableAttribute[Any]", EventLink.invitation)
EVENT = cast("QueryableAttribute[Any]", Invitation.event)


class LinkOver(Refused):
    """Unknown, used, too old, or no longer asked for: the holder is told the same every time."""

    message = lazy_("Länken har redan använts eller är för gammal.")


def issue(session: Session, invitation: Invitation, *, to: User, expires_at: datetime) -> str:
    """A new token; only its digest is kept, so this is the one time it can be read."""
    token = tokens.new()
    session.add(
        EventLink(
            token_hash=tokens.digest(token),
            invitation_id=invitation.id,
            user_id=to.id,
            expires_at=expires_at,
        )
    )
    session.flush()
    return token


def find(session: Session, token: str, *, now: datetime) -> EventLink:
    """The link behind a token with its event, which stays unspent. Raises LinkOver."""
    rows = (
        select(EventLink)
        .join(Invitation, col(Invitation.id) == EventLink.invitation_id)
        .join(Event, col(Event.id) == Invitation.event_id)
        .join(User, col(User.id) == EventLink.user_id)
        .where(EventLink.token_hash == tokens.digest(token), col(EventLink.used_at).is_(None))
        .where(EventLink.expires_at > now, col(User.active).is_(True))
        .where(col(Event.state).in_(ANSWERABLE))
        .options(contains_eager(INVITATION).contains_eager(EVENT))
    )
    found = session.exec(rows).one_or_none()
    if found is None:
        raise LinkOver
    return found


def redeem(session: Session, token: str, *, now: datetime) -> EventLink:
    """Spend the link behind a token: of two requests at once, one gets it. Raises LinkOver."""
    link = find(session, token, now=now)
    spent = session.exec(
        update(EventLink)
        .where(col(EventLink.id) == link.id, col(EventLink.used_at).is_(None))
        .values(used_at=now)
    )
    if not spent.rowcount:
        raise LinkOver
    return link


def cancel(session: Session, invitation: Invitation, *, now: datetime) -> None:
    """Spend every link to this invitation that is still out there."""
    session.exec(
        update(EventLink)
        .where(col(EventLink.invitation_id) == invitation.id)
        .where(col(EventLink.used_at).is_(None))
        .values(used_at=now)
    )
