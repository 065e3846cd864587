"""How far a search area reaches, and what one area has that another had not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, Self

from reference import places

HOME_COUNTRY = "SE"
NORWAY = "NO"
WHOLE_COUNTRY = frozenset(each.code for each in places.counties(HOME_COUNTRY))


class Area(Protocol):
    """A youth as she is now, her facts, or a row of her history."""

    @property
    def max_commute_km(self) -> int | None: ...

    @property
    def counties(self) -> Sequence[str]: ...

    @property
    def countries(self) -> Sequence[str]: ...


class Recorded(Area, Protocol):
    """A row of the history, which also remembers whether there was a limit."""

    @property
    def is_limited(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Extent:
    """What an area takes in: all of Sweden or the chosen counties of it, and Norway or not."""

    whole_country: bool
    counties: frozenset[str]
    norway: bool

    @classmethod
    def of(cls, area: Area, *, limited: bool) -> Self:
        """How far an area reaches within Sweden, where it was limited or not, and beyond."""
        counties = frozenset(area.counties)
        return cls(not limited or counties >= WHOLE_COUNTRY, counties, NORWAY in area.countries)

    @classmethod
    def together(cls, rows: Iterable[Recorded]) -> Self:
        """What any of some areas took in, as for a youth who was registered twice."""
        each = [cls.of(row, limited=row.is_limited) for row in rows]
        return cls(
            any(one.whole_country for one in each),
            frozenset().union(*(one.counties for one in each)),
            any(one.norway for one in each),
        )


@dataclass(frozen=True, slots=True)
class Gain:
    """In which ways an area reaches further than an earlier one did."""

    whole_country: bool
    norway: bool
    county: bool

    @classmethod
    def between(cls, before: Extent, after: Extent) -> Self:
        """What came to an area; whoever looked in all of Sweden has no county to add."""
        more = not before.whole_country and bool(after.counties - before.counties)
        whole = after.whole_country and not before.whole_country
        return cls(whole, after.norway and not before.norway, more or whole)

    @property
    def is_far(self) -> bool:
        """Whether it came to the whole country or Norway, as the goal asks."""
        return self.whole_country or self.norway


def is_limited(area: Area) -> bool:
    """Whether anything limits the search within Sweden; who has said nothing looks everywhere."""
    return area.max_commute_km is not None or bool(area.counties)


def same(one: Area, other: Area) -> bool:
    """Whether two areas are the same; the order of their counties says nothing."""
    return (one.max_commute_km, {*one.counties}, {*one.countries}) == (
        other.max_commute_km,
        {*other.counties},
        {*other.countries},
    )
