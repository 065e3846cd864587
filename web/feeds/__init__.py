"""Feeds: where openings come from, how that goes, and what an installation takes in."""

from web.feeds.views import bp

__all__ = ["bp"]
