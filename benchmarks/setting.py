"""One world, read and prepared once for all sides of the comparison."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Self

from benchmarks import worlds
from benchmarks.peers import Board
from foundation import garbage
from matching.engine.engine import Pairs
from matching.facts import Seeker, Vacancy
from matching.matcher import OpeningMatcher
from matching.profile import Profile


@dataclass(frozen=True, slots=True)
class Setting:
    """Openings that a matcher has read, and youths made into profiles and queries.

    `seconds` tells how long each step took.
    """

    openings: Sequence[Vacancy]
    youths: Sequence[Seeker]
    matcher: OpeningMatcher
    board: Board
    pairs: Pairs
    seconds: dict[str, float]

    @classmethod
    def build(cls, openings: int, youths: int) -> Self:
        """Invent a world, and prepare it."""
        ads, people = worlds.openings(openings), worlds.youths(youths)
        seconds: dict[str, float] = {}
        started = perf_counter()
        matcher = OpeningMatcher(as_of=worlds.TODAY).fit(ads)
        seconds["build the index, s"] = perf_counter() - started
        matcher.warm()
        started = perf_counter()
        profiles = [Profile.of(each, worlds.TODAY) for each in people]
        seconds["understand all youths (words to occupations), s"] = perf_counter() - started
        started = perf_counter()
        pairs = [(each, matcher.engine_.interpreter.query(each)) for each in profiles]
        seconds["prepare all queries, s"] = perf_counter() - started
        reader, ids = matcher.engine_.interpreter.reader, [ad.id for ad in ads]
        index = reader.read(ads)
        board = Board.of(matcher.engine_, index, ids)
        garbage.settle()  # as the portal does with its own openings when it has begun
        return cls(ads, people, matcher, board, pairs, seconds)
