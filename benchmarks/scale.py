"""How the work grows, measured in one run, and what a country and EURES would cost.

Run with `python -m benchmarks.scale [--profiles …] [--openings …] [--jobs 2] [--json]`. The
worlds are invented, see `worlds`. Every size is measured in a fresh process, so that its memory
is its own and nothing is remembered from the size before. Times are processor time of one core,
which other work on the machine disturbs little; only the comparison of one process and several,
at the largest size, is by the clock. Where `DASK_SCHEDULER` names a cluster, several are those
of the cluster.
"""

import argparse
import json
import os
import resource
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, TypeVar

from benchmarks import worlds
from benchmarks.growth import Law, Size
from matching.matcher import OpeningMatcher
from matching.partitions import IN_A_PART, SCHEDULER, Ranking, rank_in_parts

Result = TypeVar("Result")
Measured = dict[str, dict[Size, float]]

BUILD, BUILDING, DISK = "build the index, s", "building it, peak MB", "the index on disk, MB"
READY, RANK, RANKING = "open it and warm up, s", "rank, s", "ranking, peak MB"
WORKER = "one worker, peak MB"

GROWTH = {
    BUILD: ("to begin with", "an opening"),
    BUILDING: ("to begin with", "an opening"),
    DISK: ("to begin with", "an opening"),
    READY: ("to begin with", "an opening"),
    RANK: ("to begin with", "a profile", "a pair"),
    RANKING: ("to begin with", "a profile", "an opening"),
}
"""What each figure can depend on."""

BEYOND = {"a country": Size(350_000, 150_000), "EURES": Size(350_000, 4_000_000)}


def main() -> None:
    """Measure, and print tables or JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profiles", type=int, nargs="+", default=[1_000, 3_000, 10_000])
    parser.add_argument("--openings", type=int, nargs="+", default=[10_000, 30_000, 100_000])
    parser.add_argument("--jobs", type=int, default=2, help="1: no comparison with several")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="scale") as folder:
        measured = measure(asked.profiles, asked.openings, Path(folder))
        largest = Size(max(asked.profiles), max(asked.openings))
        index = Path(folder) / str(largest.openings)
        beside = several(index, largest, asked.jobs) if asked.jobs > 1 else {}
    laws = {name: Law.fitted(measured[name], terms) for name, terms in GROWTH.items()}
    if asked.json:
        print(json.dumps(as_json(measured, laws, beside), indent=2))
    else:
        print("\n".join([*shown(measured), "", *estimates(laws), "", *lines(beside)]))


def measure(profiles: Sequence[int], openings: Sequence[int], folder: Path) -> Measured:
    """Measure every pair of sizes; the indexes stay in the folder, by their number of openings."""
    measured: Measured = {name: {} for name in GROWTH}
    for number in sorted(openings):
        for name, value in alone(build, number, folder / str(number)).items():
            measured[name][Size(0, number)] = value
    for number, youths in product(sorted(openings), sorted(profiles)):
        size = Size(youths, number)
        for name, value in alone(rank, size, folder / str(number)).items():
            measured[name][size] = value
    return measured


def alone(work: Callable[..., Result], *about: object) -> Result:
    """Do some work in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(work, *about).result()


def build(openings: int, index: Path) -> dict[str, float]:
    """Read invented openings and save the index; the memory holds the openings as well."""
    ads = worlds.openings(openings)
    started = process_time()
    OpeningMatcher(as_of=worlds.TODAY).fit(ads).save(index)
    taken = process_time() - started
    size = sum(file.stat().st_size for file in index.iterdir())
    return {BUILD: taken, BUILDING: peak_megabytes(), DISK: size / 1e6}


def rank(size: Size, index: Path) -> dict[str, float]:
    """Open a saved index, and rank youths that nobody has ranked before, part by part."""
    os.environ.pop(SCHEDULER, None)
    youths = worlds.youths(size.profiles)
    started = process_time()
    rank_in_parts(index, youths[:1], as_of=worlds.TODAY, jobs=1)
    opened = process_time()
    rank_in_parts(index, youths, as_of=worlds.TODAY, jobs=1)
    ranked = process_time()
    return {READY: opened - started, RANK: ranked - opened, RANKING: peak_megabytes()}


def peak_megabytes() -> float:
    """Return the most memory that this process has held, mapped files included; Linux counts kB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def several(index: Path, size: Size, jobs: int) -> dict[str, Any]:
    """Rank in one process and in several, by the clock, and hold the answers together."""
    named = os.environ.pop(SCHEDULER, None)
    one, expected = by_the_clock(index, size, 1)
    if named:
        os.environ[SCHEDULER] = named
    many, found = by_the_clock(index, size, jobs)
    who = "the cluster" if named else f"{jobs} processes"
    return {
        "profiles": size.profiles,
        "openings": size.openings,
        "one process, by the clock, s": one,
        f"{who}, by the clock, s": many,
        "times faster": one / many,
        "identical": json.dumps(found) == json.dumps(expected),
    }


def by_the_clock(index: Path, size: Size, jobs: int) -> tuple[float, list[Ranking]]:
    """Rank youths when all processes are at work since before, having ranked as many others."""
    rank_in_parts(index, worlds.youths(size.profiles + 1), as_of=worlds.TODAY, jobs=jobs)
    youths = worlds.youths(size.profiles)
    started = perf_counter()
    found = rank_in_parts(index, youths, as_of=worlds.TODAY, jobs=jobs)
    return perf_counter() - started, found


def shown(measured: Measured) -> Iterator[str]:
    """Lay out what was measured: builds first, then every pair of sizes."""
    for names in ((BUILD, BUILDING, DISK), (READY, RANK, RANKING)):
        yield f"{'profiles':>8} {'openings':>9}  " + "  ".join(f"{name:>24}" for name in names)
        for size in measured[names[0]]:
            values = "  ".join(f"{measured[name][size]:24,.2f}" for name in names)
            yield f"{size.profiles or '–':>8} {size.openings:>9}  {values}"


def estimates(laws: Mapping[str, Law]) -> Iterator[str]:
    """Lay out the growth, and what it says of sizes that were not measured, marked ~."""
    yield f"{'':24} {'fit off by':>10}  " + "  ".join(f"{'~ ' + name:>16}" for name in BEYOND)
    for name, law in laws.items():
        beyond = "  ".join(f"{'~ ' + format(law(size), ',.0f'):>16}" for size in BEYOND.values())
        yield f"{name:24} {law.off:10.0%}  {beyond}"
    part = "  ".join(
        f"{'~ ' + format(laws[RANKING](worker(size)), ',.0f'):>16}" for size in BEYOND.values()
    )
    yield f"{WORKER:24} {'':10}  {part}"
    yield ""
    for name, law in laws.items():
        yield f"{name:24} " + ", ".join(f"{each:.3g} {term}" for term, each in law.factors.items())


def worker(size: Size) -> Size:
    """Return what one worker holds: the index, and the profiles of one part."""
    return Size(IN_A_PART, size.openings)


def lines(figures: Mapping[str, Any]) -> Iterator[str]:
    """Lay out single figures."""
    for name, value in figures.items():
        yield f"{name:48} " + (f"{value:,.2f}" if isinstance(value, float) else str(value))


def as_json(
    measured: Measured, laws: Mapping[str, Law], beside: Mapping[str, Any]
) -> dict[str, Any]:
    """Gather everything, with sizes spelt out."""
    return {
        "measured": {
            name: [{**size._asdict(), "value": value} for size, value in values.items()]
            for name, values in measured.items()
        },
        "growth": {name: {**law.factors, "off": law.off} for name, law in laws.items()},
        "extrapolated": {
            where: {
                **size._asdict(),
                **{name: law(size) for name, law in laws.items()},
                WORKER: laws[RANKING](worker(size)),
            }
            for where, size in BEYOND.items()
        },
        "several": beside,
    }


if __name__ == "__main__":
    main()
