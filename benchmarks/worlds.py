"""Invented openings and youths in the numbers and the proportions of a whole country.

Occupations and municipalities are drawn as they are advertised (`market`). All else is invented,
from a fixed seed: the same world every time.
"""

from datetime import date, timedelta

import numpy as np

from benchmarks.chance import SEED, one, some, zipf
from benchmarks.lexicon import Numbers, lexicon, own_words, skill_names, texts, titles
from benchmarks.market import market
from matching.facts import Experience, LanguageLevel, Requirements, SearchArea, Seeker, Vacancy
from reference.places import municipalities

TODAY = date(2026, 11, 16)
NORWEGIAN_SHARE = 0.12
ABOUT_THE_WORK = 0.12
KINDS = ("job",) * 17 + ("summer_job", "work_placement", "apprenticeship")
HEADLINE_ENDS = ("till", "sökes till", "på", "hos", "med start i")
LEVELS = ("A2", "B1", "B2", "C1", "native")
PLAIN_WISHES = (
    "jobba med barn", "lager", "butik", "kök", "städ", "äldreomsorg", "köra bil", "något utomhus",
    "kontor", "it", "mekaniker", "djur", "bygg", "kafé", "service", "restaurang", "industri",
)  # fmt: skip


def openings(count: int) -> list[Vacancy]:
    """Invent ads of 120 to 200 words, every eighth of them in Norway."""
    chance = np.random.default_rng(SEED)
    pairs, told = market().draw(chance, count), texts(chance, count)
    seats = municipalities("NO")
    abroad = chance.choice(len(seats), size=count, p=zipf(len(seats), chance))
    in_norway = chance.random(count) < NORWEGIAN_SHARE
    made = []
    for number, (ssyk, place) in enumerate(pairs):
        seat = seats[abroad[number]] if in_norway[number] else None
        where = ("NO", seat.code) if seat else ("SE", place)
        made.append(_opening(chance, f"{number:07}", ssyk, where, told[number]))
    return made


def _opening(
    chance: np.random.Generator, name: str, ssyk: str, where: tuple[str, str], words: Numbers
) -> Vacancy:
    """Invent one ad: the words by number, some of them about the work."""
    country, place = where
    own = own_words(ssyk)
    text = lexicon()[words]
    about = np.flatnonzero(chance.random(len(words)) < ABOUT_THE_WORK)
    text[about] = own[(len(own) * chance.random(len(about)) ** 2).astype(np.int64)]
    title = one(chance, titles(ssyk, country))
    days = chance.integers(0, 60, size=3).tolist()
    return Vacancy(
        id=name,
        headline=f"{title.capitalize()} {one(chance, HEADLINE_ENDS)} {text[0]}",
        text=" ".join(text),
        kind=one(chance, KINDS),
        country=country,
        municipality=place,
        occupation=ssyk,
        must_have=_needs(chance, country),
        nice_to_have=Requirements(skills=some(chance, skill_names(), (0.6, 0.2, 0.2))),
        experience_required=one(chance, (True, False, False, None)),
        education_level=one(chance, (None, None, None, "compulsory", "upper_secondary")),
        minimum_age=one(chance, (None,) * 9 + (18,)),
        own_car=one(chance, (None,) * 29 + (True,)),
        starts_on=one(chance, (None, TODAY + timedelta(days[0]))),
        application_deadline=TODAY + timedelta(days[1] - 2),
        published_on=TODAY - timedelta(days[2]),
    )


def _needs(chance: np.random.Generator, country: str) -> Requirements:
    """Invent what an ad asks for."""
    language = LanguageLevel("no" if country == "NO" else "sv", one(chance, LEVELS[:4]))
    return Requirements(
        skills=some(chance, skill_names(), (0.5, 0.25, 0.25)),
        driving_licences=one(chance, ((),) * 8 + (("B",), ("C",))),
        languages=one(chance, ((), (), (language,))),
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
    wanted = [one(chance, titles(ssyk, "SE")) for ssyk in works[: chance.integers(1, 3)]]
    done = Experience(one(chance, titles(works[2], "SE")), int(chance.integers(1, 36)), works[2])
    languages = (LanguageLevel("sv", one(chance, LEVELS)),)
    return Seeker(
        id=name,
        wishes=(*wanted, *some(chance, PLAIN_WISHES, (0.5, 0.5))),
        occupations=one(chance, ((), (), (works[0],))),
        skills=one(chance, (None, some(chance, skill_names(), (0.1, 0.2, 0.3, 0.4)))),
        about=" ".join(own_words(works[0])[:8]) if chance.random() < 0.5 else "",
        education_level=one(chance, (None, "compulsory", "upper_secondary", "post_secondary")),
        experience=one(chance, (None, (), (done,))),
        languages=one(chance, (None, languages, languages)),
        driving_licences=one(chance, (None, (), ("B",))),
        own_car=one(chance, (None, False, True)),
        home_municipality=home,
        search_area=SearchArea(
            max_commute_km=int(one(chance, (20, 30, 40, 60))),
            counties=one(chance, ((),) * 7 + ((home[:2],), ("01",), ("14", "12"))),
            countries=one(chance, (("SE",),) * 9 + (("SE", "NO"),)),
        ),
        born=int(chance.integers(1997, 2010)),
        available_from=one(chance, (None, TODAY, TODAY + timedelta(int(chance.integers(1, 60))))),
    )
