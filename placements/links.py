"""Links that answer once: a youth's to her consent, a colleague's to an introduction.

Opening a link answers nothing, for mail scanners open them all; the answer is a form behind it.
"""

from datetime import datetime

from sqlmodel import Session, col, or_, select, update

from accounts.models import User
from foundation import tokens
from foundation.errors import Refused
from foundation.translating import lazy_
from placements.models import AnswerLink, Introduction, LinkFor


class LinkOver(Refused):
    """Unknown, used, too old, or no longer asked for: the holder is told the same every time."""

    message = lazy_("Länken har redan använts eller är för gammal.")


def issue(
    session: Session,
    introduction: Introduction,
    purpose: LinkFor,
    *,
    to: User | None,
    expires_at: datetime,
) -> str:
    """A new token; only its digest is kept, so this is the one time it can be read."""
    token = tokens.new()
    session.add(
        AnswerLink(
            token_hash=tokens.digest(token),
            purpose=purpose,
            introduction_id=introduction.id,
            user_id=to.id if to else None,
            expires_at=expires_at,
        )
    )
    session.flush()
    return token


def find(session: Session, token: str, purpose: LinkFor, *, now: datetime) -> AnswerLink:
    """The link behind a token, which stays unspent. Raises LinkOver."""
    rows = (
        select(AnswerLink)
        .outerjoin(User, col(User.id) == AnswerLink.user_id)
        .where(AnswerLink.token_hash == tokens.digest(token), AnswerLink.purpose == purpose)
        .where(col(AnswerLink.used_at).is_(None), AnswerLink.expires_at > now)
        .where(or_(col(AnswerLink.user_id).is_(None), col(User.active).is_(True)))
    )
    found = session.exec(rows).one_or_none()
    if found is None:
        raise LinkOver
    return found


def redeem(session: Session, token: str, purpose: LinkFor, *, now: datetime) -> AnswerLink:
    """Spend the link behind a token: of two requests at once, one gets it. Raises LinkOver."""
    link = find(session, token, purpose, now=now)
    spent = session.exec(
        update(AnswerLink)
        .where(col(AnswerLink.id) == link.id, col(AnswerLink.used_at).is_(None))
        .values(used_at=now)
    )
    if not spent.rowcount:
        raise LinkOver
    return link


def cancel(session: Session, introduction: Introduction, *, now: datetime) -> None:
    """Spend every link to this introduction that is still out there."""
    session.exec(
        update(AnswerLink)
        .where(col(AnswerLink.introduction_id) == introduction.id)
        .where(col(AnswerLink.used_at).is_(None))
        .values(used_at=now)
    )
