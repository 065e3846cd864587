"""The words of invented ads: of titles and made of syllables, drawn by Zipf's law."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from benchmarks.chance import SEED, one, zipf
from reference.occupations import groups
from reference.skills import skills

WORDS = 40_000
LEAST_WORDS, MOST_WORDS = 120, 200
EACH_GROUP_WORDS = 60
SYLLABLES = (
    "ba", "de", "fi", "go", "ju", "ka", "le", "mi", "no", "pu", "ra", "se",
    "ti", "vo", "hy", "lä", "mö", "tå", "ska", "tre", "spi", "blo", "gru", "fjä",
)  # fmt: skip

Numbers = NDArray[np.int64]


def texts(chance: np.random.Generator, count: int) -> list[Numbers]:
    """Draw the words of each text by Zipf's law."""
    sizes = chance.integers(LEAST_WORDS, MOST_WORDS + 1, size=count)
    drawn = np.searchsorted(np.cumsum(zipf(WORDS)), chance.random(int(sizes.sum())))
    return np.split(np.minimum(drawn, WORDS - 1), np.cumsum(sizes)[:-1])


@cache
def lexicon() -> NDArray[np.object_]:
    """Invent words, and mix the words of all titles among them."""
    chance = np.random.default_rng(SEED)
    real = {word for group in groups() for title in group.titles_sv for word in title.split()}
    words = dict.fromkeys(sorted(real))
    while len(words) < WORDS:
        words["".join(one(chance, SYLLABLES) for _ in range(chance.integers(2, 5)))] = None
    return chance.permutation(np.array(list(words), dtype=object)[:WORDS])


@cache
def own_words(ssyk: str) -> NDArray[np.object_]:
    """Return the words that ads of a group are about, the most telling first."""
    chance = np.random.default_rng(int(ssyk))
    told = [word for title in titles(ssyk, "SE") for word in title.split()]
    more = lexicon()[chance.integers(0, WORDS, size=EACH_GROUP_WORDS)]
    return np.array([*dict.fromkeys([*told, *more])], dtype=object)


@cache
def titles(ssyk: str, country: str) -> tuple[str, ...]:
    """Return a group's usual titles in a country's language."""
    group = next((each for each in groups() if each.ssyk == ssyk), groups()[0])
    return (group.titles_nb if country == "NO" else group.titles_sv) or group.titles_sv


@cache
def skill_names() -> tuple[str, ...]:
    """Return the names of skills."""
    return tuple(each.label_sv for each in skills())
