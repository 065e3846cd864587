"""Where a person reads about moving for work, and who authorises whom in Norway.

A link leads to an authority's front page, which stays where it is. `checked_on` is the day when a
person last read what we say beside what the authority says; empty is never.
"""

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from reference.occupations import OccupationGroup
from reference.tables import rows

OLD_AFTER = timedelta(days=365)
ANY_PROFESSION = "regulated_occupations"


class Link(NamedTuple):
    """An authority's front page."""

    authority: str
    url: str
    checked_on: date | None = None

    def is_old(self, today: date) -> bool:
        """Whether so long has gone since somebody looked that it may not hold any more."""
        return self.checked_on is not None and today - self.checked_on > OLD_AFTER


@cache
def links() -> dict[str, Link]:
    """The links by the step that they are about."""
    return {
        row["code"]: Link(row["authority"], row["url"], _day(row["checked_on"]))
        for row in rows("relocation_links.csv")
    }


def authority_in_norway(group: OccupationGroup) -> Link | None:
    """Who authorises for a group's work in Norway; None where it is not regulated in Sweden.

    Where nobody is named with certainty, the directorate that has the whole list is.
    """
    if group.regulated_by is None:
        return None
    return _authorities().get(group.regulated_by, links()[ANY_PROFESSION])


@cache
def _authorities() -> dict[str, Link]:
    return {
        row["swedish_authority"]: Link(row["authority"], row["url"])
        for row in rows("norwegian_authorities.csv")
    }


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
