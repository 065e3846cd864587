"""What a caseworker's digest says, in counts and codes: built from facts, without words.

A letter goes out only if something has happened since the last one, or if something that
somebody else waits for is due. It then also tells what waits, so `Tally` keeps the two apart.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from digests.message import Part
from digests.spans import NONE, Tally
from placements.first_days import Milestones
from placements.waiting import Todo

FEW_DAYS = 14
"""How near day 90 a youth is told of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A suggestion worth acting on. It holds what the opening says, and nothing about the youth."""

    suggestion_id: UUID
    opening_id: UUID
    headline: str
    employer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YouthNews:
    """A youth's suggestions in counts, and the best. Without a name she is not told from others."""

    youth_id: UUID
    name: str | None
    strong: int = 0
    good: int = 0
    overdue: Tally = NONE
    returned: Tally = NONE
    suggestions: int = 0
    picks: tuple[Pick, ...] = ()

    @property
    def is_fresh(self) -> bool:
        """Whether there are suggestions that the last letter did not know."""
        return bool(self.strong or self.good)

    @property
    def waits(self) -> bool:
        """Whether suggestions wait for the caseworker's answer."""
        return bool(self.overdue.total or self.returned.total)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    """Something that waits for the caseworker on the way to an opening."""

    todo: Todo
    youth_id: UUID
    name: str | None
    headline: str
    introduction_id: UUID | None
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearing:
    """A youth without a place who comes near day 90, and what has happened so far."""

    youth_id: UUID
    name: str | None
    left: int
    so_far: Milestones


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseworkerDigest:
    """A caseworker's week: what others wait for, day 90, new suggestions, and what is left."""

    tasks: tuple[ToDo, ...] = ()
    nearing: tuple[Nearing, ...] = ()
    fresh: tuple[YouthNews, ...] = ()
    waiting: tuple[YouthNews, ...] = ()
    without: tuple[YouthNews, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """The digest in sums, which is all that is kept of it beside the letter."""
        return {
            "tasks": len(self.tasks),
            "nearing": len(self.nearing),
            "strong": sum(youth.strong for youth in self.fresh),
            "good": sum(youth.good for youth in self.fresh),
            "overdue": sum(youth.overdue.total for youth in self.waiting),
            "returned": sum(youth.returned.total for youth in self.waiting),
            "without": len(self.without),
        }


def caseworker_digest(
    youths: Sequence[YouthNews],
    *,
    tasks: Sequence[ToDo] = (),
    nearing: Sequence[Nearing] = (),
    left_out: Collection[str] = (),
) -> CaseworkerDigest | None:
    """The caseworker's letter about her youths, or None where there is nothing to tell.

    `left_out` are the parts that she does not want; they are no reason for a letter either.
    """
    fresh = () if Part.SUGGESTIONS in left_out else _most_first(y for y in youths if y.is_fresh)
    waiting = () if Part.WAITING in left_out else _most_first(y for y in youths if y.waits)
    digest = CaseworkerDigest(
        tasks=() if Part.TASKS in left_out else tuple(tasks),
        nearing=() if Part.DAY_90 in left_out else tuple(nearing),
        fresh=fresh,
        waiting=waiting,
        without=()
        if Part.WITHOUT in left_out
        else _most_first(y for y in youths if not y.suggestions),
    )
    is_back = any(youth.overdue.new or youth.returned.new for youth in waiting)
    return digest if digest.tasks or digest.nearing or fresh or is_back else None


def _most_first(youths: Iterable[YouthNews]) -> tuple[YouthNews, ...]:
    """Those with most to look at first; the rest in a fixed order."""
    return tuple(
        sorted(
            youths,
            key=lambda youth: (
                (-youth.strong, -youth.good, -youth.overdue.total, -youth.returned.total),
                youth.name or "",
                youth.youth_id,
            ),
        )
    )
