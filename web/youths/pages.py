"""All the pages about a team's youths; importing it gives the blueprint its views."""

from web.youths import bulk, finding, groups, merging, views
from web.youths.blueprint import bp

__all__ = ["bp", "bulk", "finding", "groups", "merging", "views"]
