"""Introductions as an employer meets them: what waits for an answer, and one at a time."""

from web.employer_introductions import agreements, meetings, views
from web.employer_introductions.blueprint import bp

__all__ = ["agreements", "bp", "meetings", "views"]
