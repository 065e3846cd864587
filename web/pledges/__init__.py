"""Pledges, the same pages for the employer that made them and for staff."""

from web.pledges import units, views
from web.pledges.blueprint import bp

__all__ = ["bp", "units", "views"]
