"""Measure how well titles are linked to occupation groups, beside a plain text baseline.

Run it with `python -m benchmarks.linking [FOLDER]`, where FOLDER holds `titles_sv_dev.csv.gz`
and `titles_no_dev.csv.gz` (by default the shared data beside the project). A link is right if
its group is one of those that the file gives; a Norwegian title's groups are those of its
STYRK-08 code. The baseline is cosine similarity of character n-grams to the same titles.
"""

import csv
import gzip
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from sklearn.feature_extraction.text import TfidfVectorizer

from reference import linking
from reference.known_titles import titles
from reference.occupations import by_styrk08

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
FILES = {"SE": "titles_sv_dev.csv.gz", "NO": "titles_no_dev.csv.gz"}
AMONG = (1, 3, 5, 10)

Ranker = Callable[[str, str], Sequence[str]]
"""From a title and a country to occupation groups, the surest first."""


class Example(NamedTuple):
    """A title, its country, and the occupation groups that are right for it."""

    title: str
    country: str
    right: frozenset[str]


class Figures(NamedTuple):
    """The share of titles with a right group among the first so many, and the time of one."""

    shares: tuple[float, ...]
    milliseconds: float


def examples(folder: Path, country: str) -> list[Example]:
    """Read the titles of one country."""
    with gzip.open(folder / FILES[country], "rt", encoding="utf-8", newline="") as lines:
        return [
            Example(title, country, _groups(country, codes.split("|")))
            for title, codes in list(csv.reader(lines))[1:]
        ]


def measure(rank: Ranker, given: Sequence[Example]) -> Figures:
    """Rank every title, and count how often a right group is among the first."""
    rank(given[0].title, given[0].country)
    begun = time.perf_counter()
    ranked = [rank(each.title, each.country) for each in given]
    seconds = time.perf_counter() - begun
    hits = (
        sum(
            not each.right.isdisjoint(found[:among])
            for each, found in zip(given, ranked, strict=True)
        )
        for among in AMONG
    )
    return Figures(tuple(hit / len(given) for hit in hits), 1000 * seconds / len(given))


def this_linker(title: str, country: str) -> list[str]:
    """Link as the product does."""
    return [link.ssyk for link in linking.link(title, country)]


def baseline() -> Ranker:
    """Make a ranker by cosine similarity of character n-grams, each group by its best title."""
    known = titles()
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
    matrix = vectorizer.fit_transform(each.title for each in known).T.tocsr()

    def rank(title: str, _country: str) -> list[str]:
        likeness = (vectorizer.transform([title]) @ matrix).toarray().ravel()
        nearest = (known[place].group.ssyk for place in likeness.argsort(kind="stable")[::-1])
        return list(dict.fromkeys(nearest))[: max(AMONG)]

    return rank


def _groups(country: str, codes: Sequence[str]) -> frozenset[str]:
    if country == "SE":
        return frozenset(codes)
    return frozenset(group.ssyk for code in codes for group in by_styrk08(code))


def main() -> None:
    """Print the figures of both rankers for both countries."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    plain = baseline()
    among = "".join(f"{f'among {count}':>10}" for count in AMONG)
    print(f"{'country':8}{'linker':20}{'titles':>7}{among}{'ms':>8}")
    for country in FILES:
        given = examples(folder, country)
        for name, rank in (("char n-gram TF-IDF", plain), ("reference.linking", this_linker)):
            figures = measure(rank, given)
            shares = "".join(f"{share:>10.1%}" for share in figures.shares)
            print(f"{country:8}{name:20}{len(given):>7}{shares}{figures.milliseconds:>8.1f}")


if __name__ == "__main__":
    main()
