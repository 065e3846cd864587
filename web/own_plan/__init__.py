"""A youth's own page, behind her personal link."""

from web.own_plan import area, views
from web.own_plan.views import bp

__all__ = ["area", "bp", "views"]
