"""The way of a youth to an opening, as her caseworker goes it: a list, and a page for each."""

from web.introductions import (
    agreements,
    asking,
    ending,
    introducing,
    meetings,
    signing,
    terms,
    views,
    work,
)
from web.introductions.blueprint import bp

__all__ = [
    "agreements",
    "asking",
    "bp",
    "ending",
    "introducing",
    "meetings",
    "signing",
    "terms",
    "views",
    "work",
]
