"""This engine beside its peers, in one run: every youth against every opening of a country.

Run with `python -m benchmarks.ranking --profiles 10000 --openings 100000 [--threads 2] [--json]`.
The world is invented from a fixed seed, see `worlds`. All sides get the same prepared seekers
and the same whole numbers; the slow ones rank a stated number of seekers, and their time is
scaled to all of them (marked ~). The engine's answers are held against the naive ones, ids,
scores and the order of equals.
"""

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

from threadpoolctl import threadpool_limits

from benchmarks.measuring import measure_engine, measure_peers
from benchmarks.setting import Setting

Figures = dict[str, Any]


def main() -> None:
    """Measure, and print a table or JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profiles", type=int, default=10_000)
    parser.add_argument("--openings", type=int, default=100_000)
    parser.add_argument("--threads", type=int, default=1, help="for this engine only")
    parser.add_argument("--naive", type=int, default=200, help="seekers that the naive way ranks")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with threadpool_limits(1):
        setting = Setting.build(asked.openings, asked.profiles)
        with tempfile.TemporaryDirectory() as folder:
            figures = measure_engine(setting, asked.threads, Path(folder))
        figures |= measure_peers(setting, figures, asked.naive, asked.threads)
    print(json.dumps(figures, indent=2) if asked.json else "\n".join(table(figures)))


def table(figures: Figures) -> list[str]:
    """Lay out the figures, one a line."""
    width = max(map(len, figures))
    return [f"{name:{width}}  {_shown(value)}" for name, value in figures.items()]


def _shown(value: Any) -> str:
    return f"{value:,.3f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main()
