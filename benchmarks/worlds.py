"""Invented openings and youths in the numbers and the proportions of a whole country.

Occupations and municipalities are drawn as often as they were advertised in 2024, where the
counts lie beside the project, and otherwise by Zipf's law. All else is invented, from a fixed
seed: the same world every time.
"""

import csv
import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.facts import Experience, LanguageLevel, Requirements, SearchArea, Seeker, Vacancy
from reference.occupations import groups
from reference.places import municipalities, municipality
from reference.skills import skills

COUNTS = (
    Path(__file__).resolve().parents[2] / "shared/data/ads_counts_2024_ssyk4_municipality.csv.gz"
)
SEED = 2026
TODAY = date(2026, 11, 16)
NORWEGIAN_SHARE = 0.12
WORDS = 40_000
LEAST_WORDS, MOST_WORDS = 120, 200
ABOUT_THE_WORK = 0.12
EACH_GROUP_WORDS = 60
SYLLABLES = (
    "ba", "de", "fi", "go", "ju", "ka", "le", "mi", "no", "pu", "ra", "se",
    "ti", "vo", "hy", "lä", "mö", "tå", "ska", "tre", "spi", "blo", "gru", "fjä",
)  # fmt: skip
LEVELS = ("A2", "B1", "B2", "C1", "native")
PLAIN_WISHES = (
    "jobba med barn", "lager", "butik", "kök", "städ", "äldreomsorg", "köra bil", "något utomhus",
    "kontor", "it", "mekaniker", "djur", "bygg", "kafé", "service", "restaurang", "industri",
)  # fmt: skip

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Market:
    """Pairs of occupation group and municipality, and how likely an ad is to be of each."""

    pairs: Sequence[tuple[str, str]]
    chances: NDArray[np.float64]

    def draw(self, chance: np.random.Generator, count: int) -> list[tuple[str, str]]:
        """Draw pairs."""
        drawn = chance.choice(len(self.pairs), size=count, p=self.chances)
        return [self.pairs[at] for at in drawn.tolist()]


@cache
def market() -> Market:
    """Read how often each pair was advertised in Sweden, or invent it."""
    if COUNTS.is_file():
        with gzip.open(COUNTS, "rt", encoding="utf-8") as lines:
            rows = [
                (row["ssyk_code_2012"], row["municipality_code"], int(row["ads_2024"]))
                for row in csv.DictReader(lines)
                if municipality("SE", row["municipality_code"])
            ]
        weights = np.array([ads for _ssyk, _place, ads in rows], dtype=np.float64)
        return Market([(ssyk, place) for ssyk, place, _ads in rows], weights / weights.sum())
    chance = np.random.default_rng(SEED)
    works = [group.ssyk for group in groups()]
    seats = [each.code for each in municipalities("SE")]
    weights = np.outer(zipf(len(works), chance), zipf(len(seats), chance)).ravel()
    return Market([(work, seat) for work in works for seat in seats], weights)


def zipf(size: int, chance: np.random.Generator | None = None) -> NDArray[np.float64]:
    """Return chances by Zipf's law, in the order of rank, or mixed by a generator."""
    chances = 1 / np.arange(1, size + 1)
    if chance is not None:
        chance.shuffle(chances)
    shares: NDArray[np.float64] = chances / chances.sum()
    return shares


def openings(count: int) -> list[Vacancy]:
    """Invent ads of 120 to 200 words, every eighth of them in Norway."""
    chance = np.random.default_rng(SEED)
    pairs, texts = market().draw(chance, count), _texts(chance, count)
    seats = municipalities("NO")
    abroad = chance.choice(len(seats), size=count, p=zipf(len(seats), chance))
    in_norway = chance.random(count) < NORWEGIAN_SHARE
    made = []
    for number, (ssyk, place) in enumerate(pairs):
        seat = seats[abroad[number]] if in_norway[number] else None
        where = ("NO", seat.code) if seat else ("SE", place)
        made.append(_opening(chance, f"{number:07}", ssyk, where, texts[number]))
    return made


def _opening(
    chance: np.random.Generator, name: str, ssyk: str, where: tuple[str, str], words: Numbers
) -> Vacancy:
    """Invent one ad: the words by number, some of them about the work."""
    country, place = where
    own = _own_words(ssyk)
    text = _lexicon()[words]
    about = np.flatnonzero(chance.random(len(words)) < ABOUT_THE_WORK)
    text[about] = own[(len(own) * chance.random(len(about)) ** 2).astype(np.int64)]
    title = _one(chance, _titles(ssyk, country))
    days = chance.integers(0, 60, size=3).tolist()
    return Vacancy(
        id=name,
        headline=f"{title.capitalize()} {_one(chance, HEADLINE_ENDS)} {text[0]}",
        text=" ".join(text),
        kind=_one(chance, KINDS),
        country=country,
        municipality=place,
        occupation=ssyk,
        must_have=_needs(chance, country),
        nice_to_have=Requirements(skills=_some(chance, _skill_names(), (0.6, 0.2, 0.2))),
        experience_required=_one(chance, (True, False, False, None)),
        education_level=_one(chance, (None, None, None, "compulsory", "upper_secondary")),
        minimum_age=_one(chance, (None,) * 9 + (18,)),
        own_car=_one(chance, (None,) * 29 + (True,)),
        starts_on=_one(chance, (None, TODAY + timedelta(days[0]))),
        application_deadline=TODAY + timedelta(days[1] - 2),
        published_on=TODAY - timedelta(days[2]),
    )


KINDS = ("job",) * 17 + ("summer_job", "work_placement", "apprenticeship")
HEADLINE_ENDS = ("till", "sökes till", "på", "hos", "med start i")


def _needs(chance: np.random.Generator, country: str) -> Requirements:
    """Invent what an ad asks for."""
    language = LanguageLevel("no" if country == "NO" else "sv", _one(chance, LEVELS[:4]))
    return Requirements(
        skills=_some(chance, _skill_names(), (0.5, 0.25, 0.25)),
        driving_licences=_one(chance, ((),) * 8 + (("B",), ("C",))),
        languages=_one(chance, ((), (), (language,))),
    )


def youths(count: int) -> list[Seeker]:
    """Invent youths who live where the ads are and look for work near it."""
    chance = np.random.default_rng(SEED + 1)
    homes, aims = market().draw(chance, count), market().draw(chance, 3 * count)
    return [
        _youth(chance, f"y{number:06}", home, [ssyk for ssyk, _place in aims[3 * number :][:3]])
        for number, (_ssyk, home) in enumerate(homes)
    ]


def _youth(chance: np.random.Generator, name: str, home: str, works: list[str]) -> Seeker:
    """Invent one youth; some facts nobody has asked her about."""
    titles = [_one(chance, _titles(ssyk, "SE")) for ssyk in works[: chance.integers(1, 3)]]
    done = Experience(_one(chance, _titles(works[2], "SE")), int(chance.integers(1, 36)), works[2])
    languages = (LanguageLevel("sv", _one(chance, LEVELS)),)
    return Seeker(
        id=name,
        wishes=(*titles, *_some(chance, PLAIN_WISHES, (0.5, 0.5))),
        occupations=_one(chance, ((), (), (works[0],))),
        skills=_one(chance, (None, _some(chance, _skill_names(), (0.1, 0.2, 0.3, 0.4)))),
        about=" ".join(_own_words(works[0])[:8]) if chance.random() < 0.5 else "",
        education_level=_one(chance, (None, "compulsory", "upper_secondary", "post_secondary")),
        experience=_one(chance, (None, (), (done,))),
        languages=_one(chance, (None, languages, languages)),
        driving_licences=_one(chance, (None, (), ("B",))),
        own_car=_one(chance, (None, False, True)),
        home_municipality=home,
        search_area=SearchArea(
            max_commute_km=int(_one(chance, (20, 30, 40, 60))),
            counties=_one(chance, ((),) * 7 + ((home[:2],), ("01",), ("14", "12"))),
            countries=_one(chance, (("SE",),) * 9 + (("SE", "NO"),)),
        ),
        born=int(chance.integers(1997, 2010)),
        available_from=_one(chance, (None, TODAY, TODAY + timedelta(int(chance.integers(1, 60))))),
    )


def _one(chance: np.random.Generator, of: Sequence[Any]) -> Any:
    """Choose one of some things."""
    return of[int(chance.random() * len(of))]


def _some(
    chance: np.random.Generator, of: Sequence[str], by_number: Sequence[float]
) -> tuple[str, ...]:
    """Choose none, one, two ... things, as likely as told."""
    number = int(np.searchsorted(np.cumsum(by_number), chance.random()))
    return tuple(dict.fromkeys(_one(chance, of) for _time in range(number)))


def _texts(chance: np.random.Generator, count: int) -> list[Numbers]:
    """Draw the words of each text by Zipf's law."""
    sizes = chance.integers(LEAST_WORDS, MOST_WORDS + 1, size=count)
    drawn = np.searchsorted(np.cumsum(zipf(WORDS)), chance.random(int(sizes.sum())))
    return np.split(np.minimum(drawn, WORDS - 1), np.cumsum(sizes)[:-1])


@cache
def _lexicon() -> NDArray[np.object_]:
    """Invent words, and mix the words of all titles among them."""
    chance = np.random.default_rng(SEED)
    real = {word for group in groups() for title in group.titles_sv for word in title.split()}
    words = dict.fromkeys(sorted(real))
    while len(words) < WORDS:
        words["".join(_one(chance, SYLLABLES) for _ in range(chance.integers(2, 5)))] = None
    return chance.permutation(np.array(list(words), dtype=object)[:WORDS])


@cache
def _own_words(ssyk: str) -> NDArray[np.object_]:
    """Return the words that ads of a group are about, the most telling first."""
    chance = np.random.default_rng(int(ssyk))
    told = [word for title in _titles(ssyk, "SE") for word in title.split()]
    more = _lexicon()[chance.integers(0, WORDS, size=EACH_GROUP_WORDS)]
    return np.array([*dict.fromkeys([*told, *more])], dtype=object)


@cache
def _titles(ssyk: str, country: str) -> tuple[str, ...]:
    """Return a group's usual titles in a country's language."""
    group = next((each for each in groups() if each.ssyk == ssyk), groups()[0])
    return (group.titles_nb if country == "NO" else group.titles_sv) or group.titles_sv


@cache
def _skill_names() -> tuple[str, ...]:
    """Return the names of skills."""
    return tuple(each.label_sv for each in skills())
