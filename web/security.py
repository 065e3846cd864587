"""Flask-Security as this portal uses it: password hashes, sessions, authenticator codes.

Its own pages and routes stay off. Ours in `web.signin` are few, speak our languages, and are
guarded and throttled like every other page, so there is one way in and one set of rules.
"""

import base64
import hashlib
import hmac
from datetime import timedelta
from typing import Any, cast

from flask import Flask
from flask_security import Security, SQLAlchemySessionUserDatastore, UserMixin
from sqlalchemy.orm import scoped_session

from accounts.authenticator import ReplayProofTotp
from accounts.models import Role, User
from foundation.db import Row
from foundation.settings import Settings
from web import db

WORKING_DAY = timedelta(hours=12)
"""How long a session lasts from the moment of signing in, however much the portal is used."""


class UserStore(SQLAlchemySessionUserDatastore):
    """Flask-Security's view of our users, each of whom sits in a session of her own already."""

    def put(self, model: Row) -> Row:
        """Leave it to the session that the row came from, which has seen the change."""
        return model

    def mf_delete_recovery_code(self, user: UserMixin, idx: int) -> bool:
        """Replace the list: a change within it is not seen, and the code would work again."""
        codes = user.mf_recovery_codes or []
        user.mf_recovery_codes = [code for at, code in enumerate(codes) if at != idx]
        return len(user.mf_recovery_codes) < len(codes)


def register(app: Flask) -> None:
    """Give the app its users and its sessions."""
    settings: Settings = app.config["SETTINGS"]
    app.config.from_mapping(
        PERMANENT_SESSION_LIFETIME=WORKING_DAY,
        SESSION_PROTECTION=None,
        SECURITY_PASSWORD_SCHEMES=["argon2"],
        SECURITY_PASSWORD_SINGLE_HASH=["argon2"],
        SECURITY_TWO_FACTOR=True,
        SECURITY_TWO_FACTOR_ENABLED_METHODS=["authenticator"],
        SECURITY_TOTP_ISSUER="Farled",
        SECURITY_TOTP_SECRETS={"1": _derived(settings, "authenticator").hex()},
        SECURITY_MULTI_FACTOR_RECOVERY_CODES=True,
        SECURITY_MULTI_FACTOR_RECOVERY_CODES_N=8,
        SECURITY_MULTI_FACTOR_RECOVERY_CODES_KEYS=[
            base64.urlsafe_b64encode(_derived(settings, "recovery codes"))
        ],
        SECURITY_CLI_USERS_NAME=None,
        SECURITY_CLI_ROLES_NAME=None,
    )
    people = UserStore(cast("scoped_session[Any]", db.session), User, Role)
    security = Security(app, people, register_blueprint=False, totp_cls=ReplayProofTotp)
    security.login_manager.request_loader(_no_token)


def _no_token(_request: object) -> None:
    """A session cookie is the only way to be signed in: no token in an address or a header."""


def _derived(settings: Settings, use: str) -> bytes:
    """A key for one use, so that no two uses share the secret itself."""
    return hmac.digest(settings.secret_key.encode(), use.encode(), hashlib.sha256)
