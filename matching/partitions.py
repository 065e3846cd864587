"""Seekers in parts, ranked by several processes or machines just as one process would rank them.

The index goes by its path: a process maps it into memory for its first part, and keeps it for
those that come later. joblib deals the parts out, to processes of this machine (loky), or to the
Dask cluster whose scheduler `DASK_SCHEDULER` names. There the path must lead to the same index
from every machine, and the workers run this code with this reference.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from threading import Lock

from joblib import Parallel, delayed, parallel_config

from matching.engine.arrays import CONTENTS
from matching.facts import Seeker
from matching.matcher import OpeningMatcher
from matching.weights import DEFAULT_WEIGHTS, Weights

SCHEDULER = "DASK_SCHEDULER"
IN_A_PART = 500
ALL_CORES = -1
MOST_SECONDS = 600
"""How long a cluster may take for one part, which takes some seconds: it may have lost it."""

Ranking = list[tuple[str, int]]

_turn = Lock()


@dataclass(frozen=True, slots=True)
class Part:
    """Some seekers for one process. A worker logs what has failed, so none of them is shown."""

    index: Path
    seekers: Sequence[Seeker] = field(repr=False)
    weights: Weights
    as_of: date | None
    limit: int


class MissingPackageError(RuntimeError):
    """A package that only a cluster needs is not installed."""


def rank_in_parts(
    index: Path,
    seekers: Sequence[Seeker],
    *,
    weights: Weights = DEFAULT_WEIGHTS,
    as_of: date | None = None,
    limit: int = 20,
    jobs: int = ALL_CORES,
) -> list[Ranking]:
    """Return what `OpeningMatcher.best` finds in a saved index, in the order of the seekers.

    `jobs` is the number of processes on this machine; a cluster uses all that it has. Raises
    `UnreadableIndexError` where the index has to be made anew, `MissingPackageError` where a
    cluster is named without the package that reaches it, `TimeoutError` where a part is not back
    in time, and `OSError` where the index is not at its path or the scheduler does not answer.
    """
    path, starts = index.resolve(), range(0, len(seekers), IN_A_PART)
    parts = (Part(path, seekers[at : at + IN_A_PART], weights, as_of, limit) for at in starts)
    with _workers(jobs, Part(path, (), weights, as_of, limit)) as together:
        ranked = together(delayed(_rank)(part) for part in parts)
    return [ranking for part in ranked for ranking in part]


@contextmanager
def _workers(jobs: int, nobody: Part) -> Iterator[Parallel]:
    """Say who works: the cluster that is named, or else processes of this machine.

    A cluster is first asked to rank nobody: joblib would wait for ever where the cluster has
    other code than this, and Dask says what is wrong.
    """
    address = os.environ.get(SCHEDULER)
    if not address:
        with parallel_config("loky", n_jobs=jobs, inner_max_num_threads=1):
            yield Parallel(batch_size=1)
        return
    try:
        distributed = import_module("distributed")
    except ModuleNotFoundError as error:
        raise MissingPackageError(
            f"{SCHEDULER} names a Dask cluster, and the package 'distributed' that reaches it is"
            f" not installed. Run `pip install distributed`, or leave {SCHEDULER} empty."
        ) from error
    with distributed.Client(address, set_as_default=False) as client:
        client.submit(_rank, nobody, pure=False).result(MOST_SECONDS)
        with parallel_config("dask", client=client):
            yield Parallel(batch_size=1, timeout=MOST_SECONDS)


def _rank(part: Part) -> list[Ranking]:
    """Rank some seekers, in the process that was dealt them."""
    written = (part.index / CONTENTS).stat().st_mtime_ns
    with _turn:
        matcher = _opened(part.index, written, part.weights, part.as_of)
    return matcher.best(part.seekers, part.limit)


@lru_cache(maxsize=1)
def _opened(index: Path, _written: int, weights: Weights, as_of: date | None) -> OpeningMatcher:
    """Open an index, and do what every part would else have to do first; it explains nothing."""
    matcher = OpeningMatcher(weights, as_of).open(index, lambda _ids: [])
    matcher.best([Seeker(id="warm", wishes=("värma",))], limit=1)
    return matcher
