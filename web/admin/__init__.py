"""The administrators' pages: users, the audit log, and letters on their way."""

from web.admin import audit, letters, users
from web.admin.blueprint import bp

__all__ = ["audit", "bp", "letters", "users"]
