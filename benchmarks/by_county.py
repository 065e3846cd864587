"""The best plain scipy way to the same ranking: products county by county."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.peers import Board, Ranks, best, skill_matrix, text_matrix, wishes
from matching import points
from matching.answers import MET
from matching.engine.engine import Pairs
from matching.engine.layout import Seekers
from matching.profile import Profile
from matching.query import Query
from matching.tables import ASKED_BITS, EXCLUDED

TOGETHER = 200


class ByCounty:
    """The best plain scipy way: products county by county, for those who look there only."""

    def __init__(self, board: Board) -> None:
        self.board = board
        segment = board.held.segment
        edges = np.flatnonzero(np.diff(segment.block_regions)) + 1
        firsts = [0, *edges.tolist()]
        starts = [*segment.block_starts[firsts].tolist(), len(board.held)]
        self.regions = segment.block_regions[firsts].tolist()
        self.stretches = list(pairwise(starts))
        self.texts = [board.texts[one:other].T.tocsr() for one, other in self.stretches]
        self.needed = [board.needed[one:other].T.tocsr() for one, other in self.stretches]
        self.spoken = [board.spoken[one:other].T.tocsr() for one, other in self.stretches]

    def rank(self, pairs: Pairs, seekers: Seekers, limit: int) -> list[Ranks]:
        """Rank seekers, a county at a time."""
        board, most = self.board, self.board.engine.most
        common = board.held.today(pairs[0][0].as_of, board.engine.tables, most).points
        queries = [query for _profile, query in pairs]
        texts, skills = text_matrix(board, queries), skill_matrix(board, queries)
        found: list[list[Ranks]] = [[] for _pair in pairs]
        for county, (start, stop) in enumerate(self.stretches):
            there = np.flatnonzero(seekers.allowed[:, self.regions[county]])
            for some in np.split(there, range(TOGETHER, len(there), TOGETHER)):
                if not len(some):
                    continue
                likeness = (texts[some] @ self.texts[county]).toarray().astype(np.int32)
                needed = (skills[some] @ self.needed[county]).toarray().astype(np.int32)
                spoken = (skills[some] @ self.spoken[county]).toarray().astype(np.int32)
                scores = points.for_text(likeness, most.text) + common[start:stop]
                scores += points.for_skills(needed, spoken, most.skills)
                for at, seeker in enumerate(some.tolist()):
                    found[seeker].append(
                        self._county(scores[at], pairs[seeker], seekers, seeker, start, stop, limit)
                    )
        order = board.held.segment.order
        return [_merged(each, order, limit) for each in found]

    def _county(
        self,
        scores: NDArray[np.int32],
        pair: tuple[Profile, Query],
        seekers: Seekers,
        seeker: int,
        start: int,
        stop: int,
        limit: int,
    ) -> Ranks:
        """Finish one seeker's scores in one county: tables, headlines, rules, and the best."""
        segment, most = self.board.held.segment, self.board.engine.most
        scores += seekers.work_points[seekers.work_at[seeker] + segment.works[start:stop]]
        scores += seekers.place_points[seekers.place_at[seeker] + segment.places[start:stop]]
        scores += wishes(self.board, pair[1], start, stop)
        rows = np.flatnonzero(scores >= 0)
        cells = np.zeros(len(rows), dtype=np.int32)
        excluded = np.zeros(len(rows), dtype=bool)
        for rule in range(segment.asked.shape[1]):
            numbers = segment.asked[start:stop, rule][rows]
            found = seekers.cells[seekers.cells_at[seeker, rule] + numbers]
            excluded |= found == EXCLUDED
            cells += found & ~EXCLUDED
        asked = cells >> ASKED_BITS
        met = points.for_each_met(asked, most.requirements) * (cells & MET)
        exact = scores[rows] + met - most.requirements * (asked > 0)
        kept = ~excluded
        return best(start + rows[kept], exact[kept], segment.order, limit)


def _merged(found: Sequence[Ranks], order: NDArray[Any], limit: int) -> Ranks:
    """Merge the best of several counties."""
    rows = np.array([row for rows, _scores in found for row in rows], dtype=np.int64)
    scores = np.array([score for _rows, scores in found for score in scores], dtype=np.int64)
    return best(rows, scores, order, limit)
