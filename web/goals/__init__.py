"""Goals and how they stand: for the steering group, the teams, and whoever sets them."""

from web.goals import answers, editing, reports, series, views
from web.goals.blueprint import bp

__all__ = ["answers", "bp", "editing", "reports", "series", "views"]
