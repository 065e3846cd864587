"""Looking for work far away: where the jobs are, how far each looks, and what a move takes."""

from web.mobility import figures, planning, views
from web.mobility.blueprint import bp

__all__ = ["bp", "figures", "planning", "views"]
