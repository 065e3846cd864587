"""What has come of an employer's openings, as counts and never as persons.

Each counter is one row of a table: what it is called, what counts it for many openings in one
query, and how its figure is written. A count of people is written so that nobody can be pointed
out by it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from foundation.translating import few_or_none, lazy_, number
from openings.models import Opening, OpeningState
from openings.viewing import views_of
from placements.queries import count_open_by_opening
from suggestions.queries import count_suited

Count = Callable[[Session, Collection[UUID]], Mapping[UUID, int]]


@dataclass(frozen=True, slots=True)
class Counter:
    """One figure about each opening."""

    label: str
    count: Count
    written: Callable[[int], str]


COUNTERS: tuple[Counter, ...] = (
    Counter(lazy_("Visningar"), views_of, number),
    Counter(lazy_("Unga som passar"), count_suited, few_or_none),
    Counter(lazy_("Presentationer"), count_open_by_opening, number),
)


def counted(session: Session, openings: Sequence[Opening]) -> dict[UUID, list[tuple[str, str]]]:
    """Each opening's figures with their names; a draft has none, since nobody has seen it."""
    ids = [each.id for each in openings if each.state is not OpeningState.DRAFT]
    columns = [(str(each.label), each.count(session, ids), each.written) for each in COUNTERS]
    return {
        opening_id: [
            (label, written(counts.get(opening_id, 0))) for label, counts, written in columns
        ]
        for opening_id in ids
    }


def columns() -> list[dict[str, object]]:
    """The counters as columns of the `table` macro."""
    return [{"label": str(each.label), "number": True} for each in COUNTERS]
