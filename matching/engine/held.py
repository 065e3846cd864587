"""A segment with what belongs to it outside the kernel: ids, headlines, and what may have gone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import Self

import numpy as np
from numpy.typing import NDArray

from matching.columns import PLACE_OF
from matching.comparisons import BY_FACT
from matching.engine.headlines import Headlines
from matching.engine.layout import OUT, Most, Segment, Today
from matching.engine.recalling import recalled
from matching.engine.segments import ASKED, COMMON, COMMON_COLUMNS, FOR_ALL, in_order, segment_of
from matching.facts import Seeker
from matching.index import Index
from matching.profile import Profile
from matching.query import Interpreter
from matching.rules import RULES
from matching.strings import Strings
from matching.tables import ASKED_BITS, EXCLUDED, Tables

NOBODY = Seeker(id="")

MOST_IDS = 20_000
MOST_BLOCKS = 200
"""How many blocks stay read back: at least one for each county and Norwegian region."""


@dataclass(frozen=True)
class Held:
    """Vacancies as a segment. `ids` are sorted, `rows` leads from each to its row.

    `common` holds, by row, the facts that are judged alike for everybody; `gone` the rows that
    were removed.
    """

    segment: Segment
    ids: Strings
    rows: NDArray[np.int32]
    headlines: Headlines
    common: NDArray[np.int32]
    gone: NDArray[np.bool_]
    _days: dict[date | None, Today] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        index: Index,
        ids: Sequence[str],
        interpreter: Interpreter,
        regions: NDArray[np.int32],
    ) -> Self:
        """Arrange vacancies that were read."""
        order = in_order(index, ids, interpreter.reader.facts, regions)
        index, ids = index.taken(order), [ids[row] for row in order]
        segment = segment_of(index, ids, regions, interpreter)
        return cls(
            segment,
            Strings.of(sorted(ids)),
            np.argsort(segment.order).astype(np.int32),
            Headlines.of(index.headlines),
            np.ascontiguousarray(index.facts[:, [PLACE_OF[name] for name in COMMON_COLUMNS]]),
            np.zeros(len(ids), dtype=bool),
        )

    def __len__(self) -> int:
        return len(self.rows)

    def row_of(self, vacancy_id: str) -> int | None:
        """Return where a vacancy is, unless it is not here or has gone."""
        rank = self._find(vacancy_id)
        if rank is None or self.gone[self.rows[rank]]:
            return None
        return int(self.rows[rank])

    def rows_of(self, vacancy_ids: Sequence[str]) -> NDArray[np.int32]:
        """Return where many vacancies are, -1 for one that is not here or has gone; shape (m,)."""
        rows = self.ids.find_all(vacancy_ids)
        there = np.flatnonzero(rows >= 0)
        found = self.rows[rows[there]]
        rows[there] = np.where(self.gone[found], -1, found)
        return rows

    def id_of(self, row: int) -> str:
        """Return a row's id."""
        return self._id_of(row)

    def recall(self, row: int) -> Index:
        """Return one vacancy as it was read."""
        starts = self.segment.block_starts
        block = int(np.searchsorted(starts, row, side="right")) - 1
        return self._block(block).only(row - int(starts[block]))

    @cached_property
    def _find(self) -> Callable[[str], int | None]:
        """Find an id, remembering those that were asked for lately."""
        return lru_cache(MOST_IDS)(self.ids.find)

    @cached_property
    def _id_of(self) -> Callable[[int], str]:
        """Read a row's id, remembering those of rows that many seekers are given."""
        return lru_cache(MOST_IDS)(lambda row: self.ids[int(self.segment.order[row])])

    @cached_property
    def _block(self) -> Callable[[int], Index]:
        """Read back a block, remembering those that were asked for lately."""
        return lru_cache(MOST_BLOCKS)(
            lambda block: recalled(self.segment, self.common, self.headlines, block)
        )

    def remove(self, row: int) -> None:
        """Let a vacancy be seen no more."""
        self.gone[row] = True
        self._days.clear()

    def today(self, day: date | None, tables: Tables, most: Most) -> Today:
        """Return what is the same for everybody on a day."""
        if day not in self._days:
            self._days.clear()
            self._days[day] = self._common(Profile.of(NOBODY, day), tables, most)
        return self._days[day]

    def _common(self, nobody: Profile, tables: Tables, most: Most) -> Today:
        """Add up what is the same for everybody, told by a seeker of whom nothing is known."""
        points = np.zeros(len(self), dtype=np.int16)
        for name in COMMON:
            points += tables.points[name](nobody)[self._facts(BY_FACT[name].column.name)]
        asked, out = np.zeros(len(self), dtype=bool), self.gone.copy()
        for rule, table in zip(RULES, tables.rules, strict=True):
            if rule in FOR_ALL:
                out |= table(nobody)[self._facts(rule.column.name)] == EXCLUDED
            elif rule.is_requirement:
                numbers = self.segment.asked[:, ASKED.index(rule)]
                asked |= table(nobody)[numbers] >> ASKED_BITS > 0
        points += most.requirements * asked.astype(np.int16)
        points[out] = OUT
        starts = self.segment.block_starts[:-1]
        bests = np.maximum.reduceat(points, starts) if len(starts) else points
        return Today(points, bests.astype(np.int32))

    def _facts(self, column: str) -> NDArray[np.int32]:
        """Return the numbers of one column's facts, by row."""
        return self.common[:, COMMON_COLUMNS.index(column)]
