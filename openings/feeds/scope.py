"""What an installation takes in of a feed: within which counties and occupation fields."""

from dataclasses import dataclass
from typing import Self

from openings.feeds.models import Feed
from reference import occupations


@dataclass(frozen=True, slots=True)
class Scope:
    """Counties with their country ("SE-21") and codes of `occupations.fields()`; none means all.

    What is not known to be within is outside: an ad that names no county is in none.
    """

    counties: frozenset[str] = frozenset()
    occupation_fields: frozenset[str] = frozenset()

    @classmethod
    def of(cls, feed: Feed) -> Self:
        """The scope of a feed."""
        return cls(frozenset(feed.counties), frozenset(feed.occupation_fields))

    def has_place(self, country: str, county: str | None) -> bool:
        """Whether an ad of this county is taken in, if its occupation is."""
        return not self.counties or f"{country}-{county}" in self.counties

    def has(self, country: str, county: str | None, occupation: str | None) -> bool:
        """Whether an ad of this county and occupation group is taken in."""
        if not self.has_place(country, county):
            return False
        group = occupations.group(occupation or "")
        return not self.occupation_fields or (
            group is not None and group.field in self.occupation_fields
        )
