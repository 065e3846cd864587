"""Job tracks, for staff: the tracks, what belongs to them, and who is on them."""

from web.tracks import cohorts, enrolments, moving, parts, views
from web.tracks.blueprint import bp

__all__ = ["bp", "cohorts", "enrolments", "moving", "parts", "views"]
