"""Authenticator codes (RFC 6238), each of them accepted once, and recovery codes beside them.

The functions need an application context, which holds the keys that keep the secrets encrypted.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, cast

from flask import current_app
from flask_security import Security, Totp, UserMixin
from sqlmodel import Session

from accounts import audit
from accounts.models import User
from foundation.errors import Refused
from foundation.translating import lazy_

SECONDS_LATE = 30


class CodeWrong(Refused):
    """The code is not the one that the telephone shows now."""

    message = lazy_("Koden stämmer inte. Vänta på nästa kod i appen och försök igen.")


class Match(Protocol):
    """A code that was right, and the half minute that it belongs to."""

    counter: int


class ReplayProofTotp(Totp):
    """Flask-Security's codes, refused the second time: one seen over a shoulder is of no use."""

    def get_last_counter(self, user: UserMixin) -> int | None:
        return cast(User, user).tf_last_counter

    def set_last_counter(self, user: UserMixin, tmatch: Match) -> None:
        cast(User, user).tf_last_counter = tmatch.counter


@dataclass(frozen=True, slots=True)
class SetUp:
    """What a person puts into the app: a picture to read, or a key to write."""

    picture: str
    key: str


def new_secret() -> str:
    """A new secret, encrypted, so that it may wait in the person's own session cookie."""
    return _security().totp_factory.generate_totp_secret()


def set_up(user: User, secret: str) -> SetUp:
    """How `user` puts `secret` into an app."""
    values = _security().totp_factory.fetch_setup_values(secret, user)
    return SetUp(values["image"], values["key"])


def turn_on(session: Session, user: User, secret: str, code: str, *, now: datetime) -> list[str]:
    """Ask for codes from now on, once the first is right; returns new recovery codes.

    Raises CodeWrong.
    """
    user.tf_last_counter = None
    if not _fits(user, secret, code):
        raise CodeWrong
    user.tf_primary_method, user.tf_totp_secret = "authenticator", secret
    audit.record(session, by=user, action="user.authenticator_on", subject=user, now=now)
    return new_recovery_codes(session, user, now=now)


def turn_off(session: Session, user: User, *, by: User, now: datetime) -> None:
    """Ask for the password alone from now on."""
    user.tf_primary_method = user.tf_totp_secret = user.tf_last_counter = None
    user.mf_recovery_codes = None
    audit.record(session, by=by, action="user.authenticator_off", subject=user, now=now)


def new_recovery_codes(session: Session, user: User, *, now: datetime) -> list[str]:
    """Codes for the day the telephone is lost, each for one use; the old ones stop working."""
    codes = _security().mf_recovery_codes_util.create_recovery_codes(user)
    audit.record(session, by=user, action="user.recovery_codes_made", subject=user, now=now)
    return codes


def spend(session: Session, user: User, code: str, *, now: datetime) -> None:
    """Accept a code from the app, or a recovery code, which works no more after this.

    Raises CodeWrong.
    """
    session.refresh(user, with_for_update=True)
    code = code.strip().lower()
    if user.tf_totp_secret and _fits(user, user.tf_totp_secret, code):
        return
    recovery = _security().mf_recovery_codes_util
    if not recovery.check_recovery_code(user, code):
        raise CodeWrong
    recovery.delete_recovery_code(user, code)
    audit.record(session, by=user, action="user.recovery_code_used", subject=user, now=now)


def _fits(user: User, secret: str, code: str) -> bool:
    return _security().totp_factory.verify_totp(
        code.replace(" ", ""), secret, user, window=SECONDS_LATE
    )


def _security() -> Security:
    return cast(Security, current_app.extensions["security"])
