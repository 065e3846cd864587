"""The way of a youth to an opening, as her caseworker goes it: a list, and a page for each."""

from web.introductions import asking, ending, introducing, terms, views, work
from web.introductions.blueprint import bp

__all__ = ["asking", "bp", "ending", "introducing", "terms", "views", "work"]
