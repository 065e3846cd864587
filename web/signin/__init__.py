"""Signing in and out, and one's own account."""

from web.signin import account, authenticator, passwords, views
from web.signin.blueprint import bp

__all__ = ["account", "authenticator", "bp", "passwords", "views"]
