"""The administrators' pages: users, the audit log, letters on their way, and the weights."""

from web.admin import audit, letters, users, weights
from web.admin.blueprint import bp

__all__ = ["audit", "bp", "letters", "users", "weights"]
