"""A youth's personal link: it opens her own page for as long as it lasts, and can be ended.

One at a time is in force. Opening the link shows nothing, for whoever carries a letter opens its
links too; the page opens with a button, and then stands at an address without the token.
"""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select, update

from accounts import audit
from accounts.models import User
from foundation import tokens
from foundation.errors import Refused
from foundation.translating import lazy_
from youths.models import Youth
from youths.plans.models import PersonalLink

LASTS = timedelta(days=180)


class LinkOver(Refused):
    """Unknown, ended or too old: the holder is told the same every time."""

    message = lazy_("Länken gäller inte längre. Be din handläggare om en ny.")


def issue(session: Session, youth: Youth, *, by: User, now: datetime) -> str:
    """A new token in place of the one before; this is the one time it can be read."""
    _end(session, youth, now)
    token = tokens.new()
    session.add(
        PersonalLink(
            token_hash=tokens.digest(token),
            youth_id=youth.id,
            made_by_id=by.id,
            made_at=now,
            expires_at=now + LASTS,
        )
    )
    session.flush()
    audit.record(session, by=by, action="personal_link.made", subject=youth, now=now)
    return token


def revoke(session: Session, youth: Youth, *, by: User, now: datetime) -> None:
    """End the link that is in force, if there is one."""
    if _end(session, youth, now):
        audit.record(session, by=by, action="personal_link.ended", subject=youth, now=now)


def in_force(session: Session, youth: Youth, *, now: datetime) -> PersonalLink | None:
    """The link that the youth can use now."""
    rows = select(PersonalLink).where(PersonalLink.youth_id == youth.id)
    return session.exec(rows.where(*_works(now))).first()


def find(session: Session, token: str, *, now: datetime) -> PersonalLink:
    """The link behind a token. Raises LinkOver."""
    rows = select(PersonalLink).where(PersonalLink.token_hash == tokens.digest(token))
    return _found(session.exec(rows.where(*_works(now))).first())


def get(session: Session, link_id: UUID, *, now: datetime) -> PersonalLink:
    """A link that was opened a while ago, if it still works. Raises LinkOver."""
    rows = select(PersonalLink).where(PersonalLink.id == link_id)
    return _found(session.exec(rows.where(*_works(now))).first())


def _found(link: PersonalLink | None) -> PersonalLink:
    """An archived youth's link does not work: nobody reads what she would write."""
    if link is None or link.youth.archived_at is not None:
        raise LinkOver
    return link


def _works(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return col(PersonalLink.revoked_at).is_(None), col(PersonalLink.expires_at) > now


def _end(session: Session, youth: Youth, now: datetime) -> bool:
    ended = session.exec(
        update(PersonalLink)
        .where(col(PersonalLink.youth_id) == youth.id, col(PersonalLink.revoked_at).is_(None))
        .values(revoked_at=now)
    )
    return bool(ended.rowcount)
