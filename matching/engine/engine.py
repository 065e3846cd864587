"""All vacancies in a few segments, and the best of them for any number of seekers."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from matching.engine.held import Held
from matching.engine.kernel import rank
from matching.engine.layout import Most, Today, Winners
from matching.engine.seekers import hits_of, seekers_of
from matching.index import Index
from matching.numbering import Numbers
from matching.profile import Profile
from matching.query import Interpreter, Query
from matching.rules.places import PLACE
from matching.tables import Tables
from matching.weights import Weights

MOST_JOINED = 2_000
TOGETHER = 200
"""How many seekers are taken through the blocks at once: what they need takes memory."""

Pairs = Sequence[tuple[Profile, Query]]


class Ranked(NamedTuple):
    """For each of p seekers the best vacancies in order, shape (p, k); `found` of them, then -1.

    A vacancy is told by the part that holds it and its row there; see `Engine.ids`.
    """

    parts: NDArray[np.int32]
    rows: NDArray[np.int32]
    scores: NDArray[np.int32]
    found: NDArray[np.int64]

    @classmethod
    def of(cls, n: int, limit: int) -> Self:
        """Begin with nobody having anything."""
        return cls(
            np.full((n, limit), -1, dtype=np.int32),
            np.full((n, limit), -1, dtype=np.int32),
            np.zeros((n, limit), dtype=np.int32),
            np.zeros(n, dtype=np.int64),
        )

    def only(self, some: slice) -> Self:
        """Return some seekers' part of the same memory."""
        return type(self)(self.parts[some], self.rows[some], self.scores[some], self.found[some])


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

    def known_of(self, vacancy_ids: Sequence[str]) -> list[str]:
        """Return those of some vacancies that are here."""
        here = np.zeros(len(vacancy_ids), dtype=bool)
        for held in self.held:
            here |= held.rows_of(vacancy_ids) >= 0
        return [vacancy_ids[at] for at in np.flatnonzero(here).tolist()]

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
        """Do the same for profiles whose queries are ready.

        Each thread takes some seekers at a time all the way: while one thread prepares, another
        is in the kernel, which does not hold the interpreter.
        """
        ranked = Ranked.of(len(pairs), limit)
        if limit <= 0 or not pairs:
            return ranked
        day = pairs[0][0].as_of
        parts = [(held, held.today(day, self.tables, self.most)) for held in self.held]

        def rank_some(at: int) -> None:
            some = slice(at, at + TOGETHER)
            self._rank(pairs[some], parts, ranked.only(some))

        starts = range(0, len(pairs), TOGETHER)
        if threads == 1:
            for at in starts:
                rank_some(at)
            return ranked
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(rank_some, starts))
        return ranked

    def _rank(self, pairs: Pairs, parts: Sequence[tuple[Held, Today]], ranked: Ranked) -> None:
        """Rank as many seekers as are taken together, and write down who they may have."""
        seekers = seekers_of(pairs, self.tables, self.regions(), self.most)
        queries = [query for _profile, query in pairs]
        found = [Winners(ranked.rows, ranked.scores, ranked.found)]
        if len(parts) > 1:
            found = [Winners(*Ranked.of(*ranked.rows.shape)[1:]) for _part in parts]
        for (held, today), winners in zip(parts, found, strict=False):
            hits = hits_of(queries, held.headlines)
            rank(held.segment, today, seekers, hits, self.most, winners)
        if len(parts) > 1:
            self._merge(found, ranked)
        else:
            ranked.parts[ranked.rows >= 0] = 0

    def _merge(self, found: Sequence[Winners], ranked: Ranked) -> None:
        """Merge the parts' winners: by score, and equal ones by id."""
        limit = ranked.rows.shape[1]
        for seeker in range(len(ranked.found)):
            best = sorted(
                (-int(each.scores[seeker, at]), self.id_of(part, each.rows[seeker, at]), part, at)
                for part, each in enumerate(found)
                for at in range(each.found[seeker])
            )[:limit]
            ranked.found[seeker] = len(best)
            for at, (score, _id, part, place) in enumerate(best):
                ranked.parts[seeker, at] = part
                ranked.rows[seeker, at] = found[part].rows[seeker, place]
                ranked.scores[seeker, at] = -score

    def id_of(self, part: int, row: int) -> str:
        """Return a vacancy's id."""
        return self.held[part].id_of(int(row))

    def ids(self, ranked: Ranked, seeker: int) -> list[str]:
        """Return the ids of one seeker's vacancies, best first."""
        found = slice(0, int(ranked.found[seeker]))
        pairs = zip(ranked.parts[seeker, found], ranked.rows[seeker, found], strict=True)
        return [self.id_of(part, row) for part, row in pairs]
