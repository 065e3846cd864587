"""Measure how good this engine's rankings are, beside searches off the shelf, in one table.

Run it with `python -m benchmarks.relevance [--json]`. Twenty invented youths and the grades of
real ads are in `benchmarks/judgements`; the ads themselves lie beside the project.
"""

import argparse
import json
import sys
from dataclasses import asdict
from typing import Any

from benchmarks.relevance.collection import read_collection
from benchmarks.relevance.contest import DEPTH, TOP, Margin, Result, contest, margin
from matching.evaluation import Interval, interval_of, mean

HEAD = (
    f"{'':31}{f'nDCG@{DEPTH}':>8}{'95 %':>14}{f'P@{TOP}':>7}{'95 %':>14}{f'hit@{TOP}':>7}"
    f"{'95 %':>14}{f'cover@{DEPTH}':>10}{'excluded':>10}{'judged':>8}"
)


def main() -> None:
    """Print the table, or the same as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    as_json = parser.parse_args().json
    try:
        results = contest(read_collection())
    except FileNotFoundError as missing:
        print(f"Skipped: the real ads are not beside the project ({missing}).", file=sys.stderr)
        return
    margins = [margin(results), margin(results, ruled=True)]
    if as_json:
        report = {
            "results": [_as_json(each) for each in results],
            "margins": [asdict(each) for each in margins],
        }
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        _print(results, margins)


def _print(results: list[Result], margins: list[Margin]) -> None:
    """Print a line a contender, and how far this engine is ahead."""
    youths = len(results[0].figures.ndcg)
    print(f"{youths} youths; excluded: openings shown that a hard rule excludes; judged: the")
    print(f"share of the first {DEPTH} that have a grade (one without counts as no fit)\n")
    print(HEAD)
    for each in results:
        values = (each.figures.ndcg, each.figures.precision, each.figures.hits)
        print(
            f"{each.name:31}{_cell(values[0], 8)}{_cell(values[1], 7)}{_cell(values[2], 7)}"
            f"{each.coverage:>10.1%}{each.violations:>10}{mean(each.figures.judged):>8.0%}"
        )
    print()
    for ahead in margins:
        gain = ahead.ndcg
        print(f"{gain.mean:+.3f} nDCG@{DEPTH} over {ahead.over} ({_between(gain)})")


def _cell(values: tuple[float, ...], width: int) -> str:
    interval = interval_of(values)
    return f"{interval.mean:>{width}.3f}{_between(interval):>14}"


def _between(interval: Interval) -> str:
    return f"{interval.low:.3f}–{interval.high:.3f}"


def _as_json(result: Result) -> dict[str, Any]:
    figures = result.figures
    return {
        "name": result.name,
        f"ndcg@{DEPTH}": asdict(interval_of(figures.ndcg)),
        f"precision@{TOP}": asdict(interval_of(figures.precision)),
        f"hit@{TOP}": asdict(interval_of(figures.hits)),
        f"coverage@{DEPTH}": result.coverage,
        "violations": result.violations,
        "judged": mean(figures.judged),
    }


if __name__ == "__main__":
    main()
