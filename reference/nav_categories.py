"""NAV's ad categories, and the occupation groups whose ads stand in them.

The names are those of the second level in NAV's feed, today's and those of earlier years. They
sort by line of business more than by occupation, so they can only help a title along.
"""

from collections.abc import Mapping
from functools import cache

from reference.occupations import groups
from reference.tables import rows

# How much less likely each group is than the one before it in its category.
FALL = 0.1
LEAST = 0.5


def likely_groups(category: str) -> Mapping[str, float]:
    """Return how likely each group is, from 0 to 1, in a category named in the text.

    The text may hold more than the name, such as NAV's first level before it; the longest name
    found counts. A text without a known category leads to no group.
    """
    text = _plain(category)
    named = max((name for name in _categories() if text.endswith(name)), key=len, default="")
    return _categories().get(named, {})


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


@cache
def _categories() -> Mapping[str, Mapping[str, float]]:
    return {
        _plain(row["category"]): _weighed(row["ssyk"].split()) for row in rows("nav_categories.csv")
    }


def _weighed(prefixes: list[str]) -> Mapping[str, float]:
    weights: dict[str, float] = {}
    for place, prefix in enumerate(prefixes):
        for group in groups():
            if group.ssyk.startswith(prefix):
                weights.setdefault(group.ssyk, max(LEAST, 1 - FALL * place))
    return weights
