"""The administrators' pages: users, agencies, the audit log, letters, and the weights."""

from web.admin import agencies, audit, letters, users, weights
from web.admin.blueprint import bp

__all__ = ["agencies", "audit", "bp", "letters", "users", "weights"]
