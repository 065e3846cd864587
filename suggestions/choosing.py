"""Which openings are worth suggesting to each of many youths, ranked here or in parts.

A few youths are ranked by the process that asks. Many are dealt out in parts, over the cores of
this machine or the cluster that `DASK_SCHEDULER` names; the answer is the same.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from matching.asking import says_little
from matching.explanation import GOOD_FROM
from matching.facts import Seeker
from matching.matcher import OpeningMatcher
from matching.partitions import SCHEDULER, Ranking, rank_in_parts

MOST_A_YOUTH = 40
MOST_POSSIBLE = 10
"""A long tail of merely possible openings would hide the good ones."""
MOST_BY_LITTLE = 3
"""Where hardly anything is known of a youth, a long list would be chance; questions come first."""

MANY = 20_000
"""From so many youths on, the start of other processes is earned back."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is worth suggesting to a seeker, with scores, best first, and what she was then."""

    seeker: Seeker
    openings: Mapping[UUID, float]


def choose(matcher: OpeningMatcher, seekers: Sequence[Seeker]) -> list[Choice]:
    """Rank seekers in this process."""
    return _chosen(seekers, matcher.best(seekers, limit=MOST_A_YOUTH))


def are_worth_parts(seekers: int) -> bool:
    """Whether so many are to be ranked in parts: always, where a cluster is there for it."""
    return seekers >= MANY or bool(os.environ.get(SCHEDULER))


def choose_in_parts(
    matcher: OpeningMatcher, index: Path, seekers: Sequence[Seeker]
) -> list[Choice]:
    """Rank seekers in several processes that open this matcher's index where it was saved."""
    ranked = rank_in_parts(
        index, seekers, weights=matcher.weights, as_of=matcher.as_of, limit=MOST_A_YOUTH
    )
    return _chosen(seekers, ranked)


def _chosen(seekers: Sequence[Seeker], ranked: Sequence[Ranking]) -> list[Choice]:
    return [
        Choice(seeker, dict(_worth_suggesting(seeker, best)))
        for seeker, best in zip(seekers, ranked, strict=True)
    ]


def _worth_suggesting(
    seeker: Seeker, best: Sequence[tuple[str, int]]
) -> Iterator[tuple[UUID, float]]:
    """Every strong and good match, and the first few of those that are only possible."""
    possible = MOST_BY_LITTLE if says_little(seeker) else MOST_POSSIBLE
    for opening_id, score in best:
        possible -= score < GOOD_FROM
        if possible >= 0:
            yield UUID(opening_id), score / 1000
