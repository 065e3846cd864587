"""Measure how well requirements are read out of ads' running text, against labels by hand.

Run it with `python -m benchmarks.reading [FOLDER]`, where FOLDER holds the labelled ads (by
default the shared data beside the project). The readers were developed on the ads of "dev"; those
of "test" were looked at only to learn which kinds of wording fail.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from openings.reading import Weight, read
from tests.openings.reading.measuring import PARTS, Example, examples, measure

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
LETTERS = 2_500
"""About as long as an ad is."""


def milliseconds(given: Sequence[Example]) -> float:
    """How much of a processor's time it takes to read an ad of the usual length."""
    read("Krav: truckkort")
    begun = time.process_time()
    for example in given:
        read(example.text, example.headline)
    seconds = time.process_time() - begun
    return 1000 * seconds * LETTERS / sum(len(example.text) for example in given)


def main() -> None:
    """Print the figures of both parts, for what is demanded and what is useful."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    for part in PARTS:
        given = examples(folder, part)
        print(f"{part}: {len(given)} ads, {milliseconds(given):.1f} ms for {LETTERS} letters")
        print(f"{'':27}{'precision':>9}{'recall':>9}{'right':>7}{'wrong':>7}{'missed':>7}")
        for weight in (Weight.DEMANDED, Weight.USEFUL):
            for asked, score in measure(given, weight).items():
                figures = f"{score.precision:>9.2f}{score.recall:>9.2f}"
                counts = f"{score.right:>7}{score.wrong:>7}{score.missed:>7}"
                print(f"{weight:10}{asked:17}{figures}{counts}")


if __name__ == "__main__":
    main()
