"""Events, for staff: meetings, visits and trips, who is invited, who came, and what came of it."""

from web.events import attending, following, inviting, moving, series, trips, views
from web.events.blueprint import bp

__all__ = ["attending", "bp", "following", "inviting", "moving", "series", "trips", "views"]
