"""List the pairs that still want a grade, in random order and without telling who ranked them.

Run it with `python -m benchmarks.relevance.pooling [--depth 15]`, read each ad as a caseworker
would, and add `youth,opening,grade` to benchmarks/judgements/judgements.csv. Pooling the first of
several rankers keeps the grades from favouring one of them: K. Spärck Jones and C. J. van
Rijsbergen, "Report on the need for and provision of an 'ideal' information retrieval test
collection" (1975).
"""

import argparse
import random

from benchmarks.relevance.collection import Collection, read_collection
from benchmarks.relevance.contest import contenders, rank

SEED = 2026
EXCERPT = 300


def main() -> None:
    """Print the pairs, one a line: youth, opening, headline, occupation and how the text ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--depth", type=int, default=15, help="how many of each ranking")
    collection = read_collection()
    ads = {vacancy.id: vacancy for vacancy in collection.vacancies}
    for youth, opening in unjudged(collection, parser.parse_args().depth):
        ad = ads[opening]
        text = " ".join(ad.text.split())[-EXCERPT:]
        print(youth, opening, ad.headline, ad.occupation_title or "", text, sep=" | ")


def unjudged(collection: Collection, depth: int) -> list[tuple[str, str]]:
    """List the pairs without a grade among the first of any contender, in random order."""
    pairs = {
        (youth, opening)
        for _name, search in contenders(collection.vacancies)
        for youth, ranked in rank(collection, search, depth).items()
        for opening in ranked
        if opening not in collection.judgements.get(youth, {})
    }
    shuffled = sorted(pairs)
    random.Random(SEED).shuffle(shuffled)  # noqa: S311  # an order, not a secret
    return shuffled


if __name__ == "__main__":
    main()
