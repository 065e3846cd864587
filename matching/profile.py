"""A seeker made ready for comparison: free words turned into occupation groups, once."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Self

from matching.facts import Seeker
from matching.interests import groups_for
from matching.text import WORD, fold, words
from reference import linking
from reference.occupations import group

SURE = 1.0
BY_LIKENESS = 0.85
OUTSIDE_LIKINGS = 0.75
NO_FIRST_JOB = 0.8
BY_LIKING = 0.8
LESS_EACH = 0.05
BESIDE_A_TITLE = 0.6
LEAST = 0.55
NEAR_THE_BEST = 0.8
MOST_LINKS = 5
MOST_GROUPS = 5
BETWEEN_WISHES = re.compile(r"[,;/\n]|\b(?:och|eller|og|and|or)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Aim:
    """An occupation group a seeker aims at: how surely (0 to 1), and in whose words."""

    ssyk: str
    confidence: float
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Practice:
    """An occupation group a seeker has worked in: how surely, under what title, how long."""

    ssyk: str
    confidence: float
    title: str
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What the comparisons read: the seeker's facts, and what her own words stand for."""

    seeker: Seeker
    as_of: date | None
    wishes: tuple[str, ...]
    aims: tuple[Aim, ...]
    practices: tuple[Practice, ...]

    @classmethod
    def of(cls, seeker: Seeker, as_of: date | None) -> Self:
        """Prepare a seeker for one day, or for any day at all (`as_of=None`)."""
        wishes = tuple(_single_wishes(seeker))
        return cls(seeker, as_of, wishes, tuple(_aims(seeker, wishes)), tuple(_practices(seeker)))


def nothing(_profile: Profile) -> None:
    """What a judgement knows of the seeker that is the same for everybody, on any day."""


def the_day(profile: Profile) -> date | None:
    """What a judgement knows of the seeker that is the same for everybody on one day."""
    return profile.as_of


def _single_wishes(seeker: Seeker) -> Iterable[str]:
    """Divide "lager eller butik" and "kök, städ" into one wish each."""
    for wish in seeker.wishes:
        yield from filter(None, (part.strip() for part in BETWEEN_WISHES.split(wish)))


def _aims(seeker: Seeker, wishes: Iterable[str]) -> Iterable[Aim]:
    """Gather registered occupations and free wishes, each group once, the surest first."""
    aims = {ssyk: Aim(ssyk, SURE) for ssyk in seeker.occupations}
    for wish in wishes:
        for ssyk, confidence in occupation_groups(wish):
            if ssyk not in aims or aims[ssyk].confidence < confidence:
                aims[ssyk] = Aim(ssyk, confidence, wish)
    return sorted(aims.values(), key=lambda aim: (-aim.confidence, aim.ssyk))


def _practices(seeker: Seeker) -> Iterable[Practice]:
    """Name the groups of earlier work: as registered, or else the surest by its title."""
    for done in seeker.experience or ():
        if done.occupation is not None:
            yield Practice(done.occupation, SURE, done.title, done.months)
        else:
            groups = occupation_groups(done.title)
            surest = (each for each in groups if each[1] == groups[0][1])
            yield from (Practice(ssyk, sure, done.title, done.months) for ssyk, sure in surest)


@lru_cache(maxsize=20_000)
def occupation_groups(told: str) -> tuple[tuple[str, float], ...]:
    """Turn free words into occupation groups with a confidence from 0 to 1, surest first.

    A known title is sure. Words that are like titles, or name a liking ("jobba med barn"), are
    less so, and what is much less sure than the best is left out.
    """
    likings = groups_for(told)[:MOST_GROUPS]
    linked = {
        link.ssyk: _worth(told, link, likings) for link in linking.link(told, limit=MOST_LINKS)
    }
    beside = BESIDE_A_TITLE if SURE in linked.values() else 1.0
    liked = {ssyk: (BY_LIKING - LESS_EACH * at) * beside for at, ssyk in enumerate(likings)}
    least = max(LEAST, NEAR_THE_BEST * max(linked.values(), default=0.0))
    near = {ssyk: worth for ssyk, worth in linked.items() if worth >= least}
    found = {ssyk: max(near.get(ssyk, 0.0), liked.get(ssyk, 0.0)) for ssyk in near | liked}
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _worth(told: str, link: linking.Link, likings: Sequence[str]) -> float:
    """Return how sure a link is, less so for work that a young person seldom means."""
    occupation = group(link.ssyk)
    if occupation is None:
        return 0.0
    titles = occupation.titles_sv + occupation.titles_nb
    if words(told) in (WORD.findall(fold(title)) for title in titles):
        return SURE
    worth = BY_LIKENESS * link.score * (1.0 if occupation.first_job else NO_FIRST_JOB)
    return worth if not likings or link.ssyk in likings else worth * OUTSIDE_LIKINGS
