"""A youth's plan, its versions and meetings, her first ninety days, and her personal link."""

from web.plans import activities, first_days, link, lists, meetings, versions, views
from web.plans.blueprint import bp

__all__ = [
    "activities",
    "bp",
    "first_days",
    "link",
    "lists",
    "meetings",
    "versions",
    "views",
]
