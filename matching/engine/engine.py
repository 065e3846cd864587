"""All vacancies in a few segments, and the best of them for any number of seekers."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.engine.held import Held
from matching.engine.kernel import rank
from matching.engine.layout import Most, Winners
from matching.engine.seekers import seekers_of
from matching.index import Index
from matching.numbering import Numbers
from matching.profile import Profile
from matching.query import Interpreter, Query
from matching.rules.places import PLACE
from matching.tables import Tables
from matching.weights import Weights

MOST_JOINED = 2_000
TOGETHER = 500
"""How many seekers are taken through the blocks at once: what they need takes memory."""

Pairs = Sequence[tuple[Profile, Query]]


class Ranked(NamedTuple):
    """For each of p seekers the best vacancies in order, shape (p, k); `found` of them, then -1.

    A vacancy is told by the part that holds it and its row there; see `Engine.ids`.
    """

    parts: NDArray[np.int32]
    rows: NDArray[np.int32]
    scores: NDArray[np.int32]
    found: NDArray[np.int32]


class Engine:
    """Finds the best vacancies by the same scores as `matching.answers`, to the last point."""

    def __init__(self, interpreter: Interpreter, tables: Tables, weights: Weights) -> None:
        self.interpreter, self.tables = interpreter, tables
        self.most = Most(
            *(weights.thousandths(name) for name in ("text", "skills", "wish", "requirements"))
        )
        self.held: list[Held] = []
        self._young: list[tuple[Index, Sequence[str]]] = []
        self._places: Numbers[tuple[str, str | None]] = Numbers()
        self._regions = np.empty(0, dtype=np.int32)

    def take(self, index: Index, ids: Sequence[str]) -> None:
        """Take in vacancies that were read.

        Those that came one by one are joined with others not much more numerous, so that the
        parts stay few: as in P. O'Neil and others, "The log-structured merge-tree" (1996).
        """
        if len(ids) <= MOST_JOINED:
            while self._young and len(self._young[-1][1]) <= 2 * len(ids):
                index, ids = self._joined(*self._young.pop(), self.held.pop(), index, ids)
            self._young.append((index, ids))
        self.held.append(Held.of(index, ids, self.interpreter, self.regions()))

    def _joined(
        self, old: Index, old_ids: Sequence[str], held: Held, index: Index, ids: Sequence[str]
    ) -> tuple[Index, Sequence[str]]:
        """Put vacancies after older ones, without those that have gone."""
        left = [row for row, each in enumerate(old_ids) if held.row_of(each) is not None]
        kept = old.taken(np.array(left, dtype=np.intp))
        return Index.joined([kept, index]), [*(old_ids[row] for row in left), *ids]

    def regions(self) -> NDArray[np.int32]:
        """Return the region of each number of a place: a county, or a country without one."""
        places = self.interpreter.reader.facts[PLACE.name].values
        if len(places) > len(self._regions):
            numbers = [self._places.of((each.country, each.county)) for each in places]
            self._regions = np.array(numbers, dtype=np.int32)
        return self._regions

    def where(self, vacancy_id: str) -> tuple[int, int] | None:
        """Return the part and the row of a vacancy, `None` where there is none."""
        for part, held in enumerate(self.held):
            if (row := held.row_of(vacancy_id)) is not None:
                return part, row
        return None

    def recall(self, vacancy_id: str) -> Index | None:
        """Return a vacancy as it was read, `None` where there is none."""
        found = self.where(vacancy_id)
        return self.held[found[0]].recall(found[1]) if found else None

    def remove(self, vacancy_id: str) -> None:
        """Let a vacancy be seen no more. Raises `KeyError` where there is none."""
        found = self.where(vacancy_id)
        if found is None:
            raise KeyError(vacancy_id)
        part, row = found
        self.held[part].remove(row)

    def rank(self, profiles: Iterable[Profile], limit: int, threads: int = 1) -> Ranked:
        """Find the best vacancies for seekers who are all ranked for one day."""
        pairs = [(profile, self.interpreter.query(profile)) for profile in profiles]
        return self.rank_queries(pairs, limit, threads)

    def rank_queries(self, pairs: Pairs, limit: int, threads: int = 1) -> Ranked:
        """Do the same for profiles whose queries are ready."""
        stretches = [pairs[at : at + TOGETHER] for at in range(0, len(pairs), TOGETHER)]
        ranked = [self._rank(stretch, limit, threads) for stretch in stretches]
        if len(ranked) == 1:
            return ranked[0]
        empty = np.empty((0, limit), dtype=np.int32)
        nobody = Ranked(empty, empty, empty, np.empty(0, dtype=np.int32))
        return Ranked(*(np.concatenate(each) for each in zip(nobody, *ranked, strict=True)))

    def _rank(self, pairs: Pairs, limit: int, threads: int) -> Ranked:
        """Rank as many seekers as are taken together."""
        found = [
            self._rank_part(part, pairs, limit, threads)
            for part in range(len(self.held))
            if limit > 0
        ]
        if len(found) == 1:
            return Ranked(np.where(found[0].rows < 0, -1, 0), *found[0])
        return self._merged(found, len(pairs), limit)

    def _rank_part(self, part: int, pairs: Pairs, limit: int, threads: int) -> Winners:
        """Let the kernel go through one part, with the seekers dealt out over threads."""
        held = self.held[part]
        seekers = seekers_of(pairs, held.headlines, self.tables, self.regions(), self.most)
        today = held.today(pairs[0][0].as_of, self.tables, self.most)
        shape = (len(pairs), limit)
        winners = Winners(
            np.full(shape, -1, dtype=np.int32),
            np.zeros(shape, dtype=np.int32),
            np.zeros(len(pairs), dtype=np.int32),
        )
        if threads == 1:
            rank(held.segment, today, seekers, self.most, winners, 0, 1)
            return winners
        with ThreadPoolExecutor(threads) as pool:
            list(
                pool.map(
                    lambda at: rank(held.segment, today, seekers, self.most, winners, at, threads),
                    range(threads),
                )
            )
        return winners

    def _merged(self, found: Sequence[Winners], n: int, limit: int) -> Ranked:
        """Merge the parts' winners: by score, and equal ones by id."""
        shape = (n, limit)
        merged = Ranked(
            np.full(shape, -1, dtype=np.int32),
            np.full(shape, -1, dtype=np.int32),
            np.zeros(shape, dtype=np.int32),
            np.zeros(n, dtype=np.int32),
        )
        for seeker in range(n):
            best = sorted(
                (-int(each.scores[seeker, at]), self.id_of(part, each.rows[seeker, at]), part, at)
                for part, each in enumerate(found)
                for at in range(each.found[seeker])
            )[:limit]
            merged.found[seeker] = len(best)
            for at, (score, _id, part, place) in enumerate(best):
                merged.parts[seeker, at] = part
                merged.rows[seeker, at] = found[part].rows[seeker, place]
                merged.scores[seeker, at] = -score
        return merged

    def id_of(self, part: int, row: int) -> str:
        """Return a vacancy's id."""
        return self.held[part].id_of(int(row))

    def ids(self, ranked: Ranked, seeker: int) -> list[str]:
        """Return the ids of one seeker's vacancies, best first."""
        found = slice(0, int(ranked.found[seeker]))
        pairs = zip(ranked.parts[seeker, found], ranked.rows[seeker, found], strict=True)
        return [self.id_of(part, row) for part, row in pairs]
