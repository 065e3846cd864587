"""Passwords of staff: chosen, checked, and hashed with argon2 by Flask-Security.

The functions need an application context, which holds the way of hashing.
"""

import unicodedata
from datetime import datetime

from flask_security import hash_password
from sqlmodel import Session

from accounts import audit, links, queries, service
from accounts.models import User
from accounts.permissions import SIGN_IN_BY_PASSWORD

SHORTEST, LONGEST = 12, 200


def check(session: Session, email: str, password: str) -> User | None:
    """The active member of staff whose address and password these are, or None.

    An unknown address costs the same work as a wrong password, so time tells nothing either.
    """
    user = queries.by_email(session, email)
    if user is None or user.password is None:
        hash_password(_normal(password))
        return None
    fits = is_right(user, password)
    return user if fits and user.active and user.role in SIGN_IN_BY_PASSWORD else None


def is_right(user: User, password: str) -> bool:
    """Whether `password` is the user's; an old kind of hash is renewed on the way."""
    return user.verify_and_update_password(_normal(password))


def choose(session: Session, user: User, password: str, *, now: datetime) -> None:
    """Give the user a new password; every session ends, and every link stops working."""
    user.password = hash_password(_normal(password))
    links.cancel_all(session, user, now=now)
    service.end_sessions(session, user)
    audit.record(session, by=user, action="user.password_chosen", subject=user, now=now)


def _normal(password: str) -> str:
    """The same letters in the same form from every keyboard (NIST SP 800-63B, 3.1.1.2)."""
    return unicodedata.normalize("NFKC", password)
