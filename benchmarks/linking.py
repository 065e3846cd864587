"""Measure how well titles are linked to occupation groups, beside a plain text baseline.

Run it with `python -m benchmarks.linking [FOLDER]`, where FOLDER holds `titles_sv_dev.csv.gz`
and `titles_no_dev.csv.gz` (by default the shared data beside the project). A code is right if it
is one of those that the file gives: SSYK 2012 for Swedish titles, STYRK-08 for Norwegian ones.
The baselines are cosine similarity of character n-grams, to the official names that lie in the
same folder, and to every title that the project itself knows. A last line tells how the linker
does on Sweden's official names themselves, which it does not hold as such.
"""

import csv
import gzip
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from sklearn.feature_extraction.text import TfidfVectorizer

from reference.linking import link_codes
from reference.title_examples import examples as known_titles

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
FILES = {"SE": "titles_sv_dev.csv.gz", "NO": "titles_no_dev.csv.gz"}
OFFICIAL = {
    "SE": ("tax_occupation_names.csv", "label", "ssyk_code_2012"),
    "NO": ("styrk08_categories_nav.csv", "label_no", "styrk08"),
}
AMONG = (1, 3, 5, 10)
THIS = "reference.linking"

Ranker = Callable[[str], Sequence[str]]
"""From a title to codes, the surest first."""


class Example(NamedTuple):
    """A title and the codes that are right for it."""

    title: str
    right: frozenset[str]


class Figures(NamedTuple):
    """The share of titles with a right code among the first so many, and the time of one."""

    shares: tuple[float, ...]
    milliseconds: float


def examples(folder: Path, country: str) -> list[Example]:
    """Read the titles of one country."""
    with gzip.open(folder / FILES[country], "rt", encoding="utf-8", newline="") as lines:
        return [
            Example(title, frozenset(codes.split("|")))
            for title, codes in list(csv.reader(lines))[1:]
        ]


def measure(rank: Ranker, given: Sequence[Example]) -> Figures:
    """Rank every title, and count how often a right code is among the first."""
    rank(given[0].title)
    begun = time.perf_counter()
    ranked = [rank(each.title) for each in given]
    seconds = time.perf_counter() - begun
    hits = (
        sum(
            not each.right.isdisjoint(found[:among])
            for each, found in zip(given, ranked, strict=True)
        )
        for among in AMONG
    )
    return Figures(tuple(hit / len(given) for hit in hits), 1000 * seconds / len(given))


def this_linker(country: str) -> Ranker:
    """Link as the product does."""
    return lambda title: [each.code for each in link_codes(title, country)]


def likeness(known: Iterable[tuple[str, str]]) -> Ranker:
    """Make a ranker by cosine similarity of character n-grams, each code by its best title."""
    titles, codes = zip(*known, strict=True)
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
    matrix = vectorizer.fit_transform(titles).T.tocsr()

    def rank(title: str) -> list[str]:
        alike = (vectorizer.transform([title]) @ matrix).toarray().ravel()
        nearest = (codes[place] for place in alike.argsort(kind="stable")[::-1])
        return list(dict.fromkeys(nearest))[: max(AMONG)]

    return rank


def official_names(folder: Path, country: str) -> list[tuple[str, str]]:
    """Read the official names of a country's groups, and the code of each."""
    file, name, code = OFFICIAL[country]
    with (folder / file).open(encoding="utf-8", newline="") as lines:
        return [(row[name], row[code]) for row in csv.DictReader(lines)]


def main() -> None:
    """Print the figures of all rankers for both countries, and of the linker on official names."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    among = "".join(f"{f'among {count}':>10}" for count in AMONG)
    print(f"{'country':8}{'linker':32}{'titles':>7}{among}{'ms':>8}")
    for country in FILES:
        given = examples(folder, country)
        own = [(each.title, each.code) for each in known_titles(country)]
        rankers = {
            "n-grams of official names": likeness(official_names(folder, country)),
            "n-grams of the same titles": likeness(own),
            THIS: this_linker(country),
        }
        for name, rank in rankers.items():
            _print(country, name, given, rank)
    named = [Example(name, frozenset({code})) for name, code in official_names(folder, "SE")]
    _print("SE", f"{THIS}, their names", named, this_linker("SE"))


def _print(country: str, name: str, given: Sequence[Example], rank: Ranker) -> None:
    figures = measure(rank, given)
    shares = "".join(f"{share:>10.1%}" for share in figures.shares)
    print(f"{country:8}{name:32}{len(given):>7}{shares}{figures.milliseconds:>8.1f}")


if __name__ == "__main__":
    main()
