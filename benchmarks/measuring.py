"""What is measured of the engine and of its peers."""

import tracemalloc
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from benchmarks import peers, text_peers, worlds
from benchmarks.by_county import ByCounty
from benchmarks.setting import Setting
from matching.engine.engine import Ranked
from matching.engine.seekers import seekers_of
from matching.facts import Vacancy
from matching.matcher import OpeningMatcher

Figures = dict[str, Any]
FIRST = 20
SINGLE = 500
LATELY = 150
BY_COUNTY = 1_000
ADDED = 1_000
TIMES = 5


def seconds(work: Callable[[], Any], times: int = 1) -> float:
    """Return the shortest time that some work takes."""
    return min(_seconds(work) for _time in range(times))


def milliseconds(work: Callable[[], Any]) -> float:
    """Return the time that some work takes."""
    return 1000 * _seconds(work)


def _seconds(work: Callable[[], Any]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def megabytes(work: Callable[[], Any]) -> float:
    """Return the most memory that some work holds at a time beside what was there before."""
    tracemalloc.start()
    work()
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


def measure_engine(setting: Setting, threads: int, folder: Path) -> Figures:
    """Measure this engine: all youths at once, one at a time, more openings, a saved index."""
    engine, pairs = setting.matcher.engine_, setting.pairs
    figures: Figures = {
        "openings": len(setting.openings),
        "profiles": len(pairs),
        "threads of this engine": threads,
        **setting.seconds,
    }
    first = seconds(lambda: engine.rank_queries(pairs, FIRST, threads))
    figures["engine, all profiles, the first time, s"] = first
    figures["engine, all profiles, s"] = seconds(
        lambda: engine.rank_queries(pairs, FIRST, threads), times=3
    )
    figures["engine, working memory, MB"] = megabytes(
        lambda: engine.rank_queries(pairs, FIRST, threads)
    )
    return figures | _one_by_one(setting) | _kept(setting, folder)


def _one_by_one(setting: Setting) -> Figures:
    """Measure single youths, all of their preparation included, as a warm process does it."""
    matcher, youths = setting.matcher, setting.youths[:SINGLE]
    bare = [milliseconds(partial(matcher.rank_many, [each], FIRST)) for each in youths]
    told = [milliseconds(partial(matcher.rank, each, FIRST)) for each in youths[:LATELY]]
    again = [milliseconds(partial(matcher.rank, each, FIRST)) for each in youths[:LATELY]]
    return {
        "one profile, p50, ms": float(np.percentile(bare, 50)),
        "one profile, p99, ms": float(np.percentile(bare, 99)),
        "one profile with 20 explanations, openings not read lately, p50, ms": float(
            np.percentile(told, 50)
        ),
        "one profile with 20 explanations, p50, ms": float(np.percentile(again, 50)),
    }


def _kept(setting: Setting, folder: Path) -> Figures:
    """Measure an index that was saved, and one to which openings are added."""
    known = {each.id: each for each in setting.openings}
    setting.matcher.save(folder)
    size = sum(file.stat().st_size for file in folder.iterdir())

    def opened() -> OpeningMatcher:
        matcher = OpeningMatcher(as_of=worlds.TODAY)
        return matcher.open(folder, lambda ids: [known[each] for each in ids])

    opening = 1000 * seconds(opened, times=5)
    warming = seconds(opened().warm)
    matcher, adding, removing = opened().warm(), list[float](), list[float]()
    for time in range(TIMES + 1):
        some = setting.openings[time * ADDED : (time + 1) * ADDED]
        more = [replace(each, id=f"more{each.id}") for each in some]
        adding.append(milliseconds(partial(matcher.add, more)))
        removing.append(milliseconds(partial(matcher.remove, [each.id for each in more])))
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        adding_first = process.submit(first_added, folder).result()
    return {
        "index, bytes an opening": size / len(setting.openings),
        "open the saved index, ms": opening,
        "warm up after that, s": warming,
        f"add {ADDED} openings, their reading included, ms": min(adding[1:]),
        f"add {ADDED} openings in a process that has read none, ms": adding_first,
        f"remove {ADDED} openings, ms": min(removing),
    }


def first_added(folder: Path) -> float:
    """Return the milliseconds that it takes a new process to add openings: no word is known."""
    matcher = OpeningMatcher(as_of=worlds.TODAY).open(folder, _bare).warm()
    more = [replace(each, id=f"more{each.id}") for each in worlds.openings(ADDED)]
    return milliseconds(lambda: matcher.add(more))


def _bare(ids: Sequence[str]) -> list[Vacancy]:
    """Fetch vacancies of which nothing is told: warming up explains one."""
    return [Vacancy(id=each, headline="") for each in ids]


def measure_peers(setting: Setting, figures: Figures, naive: int, threads: int) -> Figures:
    """Measure the other ways on fewer youths, and hold the engine against the naive one."""
    board, pairs = setting.board, setting.pairs
    engine = figures["engine, all profiles, s"]
    ranked = board.engine.rank_queries(pairs, FIRST, threads)
    few, some = pairs[:naive], pairs[:BY_COUNTY]
    answers: list[peers.Ranks] = []
    slow = seconds(lambda: answers.extend(peers.naive(board, few, FIRST)))
    slow *= len(pairs) / len(few)
    county = ByCounty(board)
    seekers = seekers_of(some, board.engine.tables, board.engine.regions(), board.engine.most)
    scipy = seconds(lambda: county.rank(some, seekers, FIRST)) * len(pairs) / len(some)
    memory = megabytes(lambda: peers.naive(board, few[: peers.TOGETHER], FIRST))
    return {
        f"naive, ~ from {len(few)} profiles, s": slow,
        f"scipy by county, ~ from {len(some)} profiles, s": scipy,
        "times faster than naive": slow / engine,
        "times faster than scipy by county": scipy / engine,
        "naive, working memory, MB": memory,
        "times less memory than naive": memory / figures["engine, working memory, MB"],
        "top 20 identical to naive": f"{_same(ranked, answers)} of {len(answers)}",
        **_text_alone(setting, some),
    }


def _text_alone(setting: Setting, some: Any) -> Figures:
    """Measure two libraries on the text part, without rules or any other comparison."""
    queries = [query for _profile, query in some]
    scale, marked = len(setting.pairs) / len(some), f"~ from {len(some)} profiles, s"
    by_term = setting.board.texts.T.tocsr()
    index = text_peers.bm25s_index(setting.board)
    return {
        f"text alone, sparse_dot_topn, {marked}": scale
        * seconds(lambda: text_peers.by_sparse_dot_topn(setting.board, by_term, queries, FIRST)),
        f"text alone, bm25s, {marked}": scale
        * seconds(lambda: text_peers.by_bm25s(index, queries, FIRST)),
    }


def _same(ranked: Ranked, answers: list[peers.Ranks]) -> int:
    """Count the youths for whom the engine has the same openings and scores in the same order."""
    return sum(
        (rows, scores)
        == (
            ranked.rows[at, : ranked.found[at]].tolist(),
            ranked.scores[at, : ranked.found[at]].tolist(),
        )
        for at, (rows, scores) in enumerate(answers)
    )
