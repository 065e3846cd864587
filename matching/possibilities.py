"""What would open up: how many more openings fit a seeker if one thing about her were otherwise.

A change is a step that a person can take or decide on: a licence, a longer way to work, another
county, Norway, a language. For an exclusion the change that would lift it is named too, where
there is one; a deadline that has passed cannot be changed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from matching.explanation import GOOD_FROM, Exclusion, Facts
from matching.facts import LanguageLevel, Seeker
from matching.matcher import OpeningMatcher
from reference import levels
from reference.places import counties

MOST_COUNTED = 2_000
"""The most openings that are counted for one seeker; more than anybody will look through."""

LONGER_WAY_KM = 30
FIRST_LICENCE = "B"
ENOUGH_SWEDISH = "B1"
OFTEN_MISSING = ("sv", "en")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would be otherwise, by a code of `CHANGES`, with its facts."""

    code: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Opened:
    """A change, and the openings that would then fit well and do not now, best first."""

    change: Change
    vacancy_ids: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many openings the change opens."""
        return len(self.vacancy_ids)


def _with_licence(seeker: Seeker, facts: Facts) -> Seeker:
    held = seeker.driving_licences or ()
    licence = str(facts["licence"])
    if levels.licence_covers(held, licence):
        return seeker
    return replace(seeker, driving_licences=(*held, licence))


def _with_longer_way(seeker: Seeker, facts: Facts) -> Seeker:
    area, km = seeker.search_area, facts["km"]
    if area.max_commute_km is None or not isinstance(km, int):
        return seeker
    return replace(seeker, search_area=replace(area, max_commute_km=area.max_commute_km + km))


def _with_county(seeker: Seeker, facts: Facts) -> Seeker:
    area, county = seeker.search_area, str(facts["county"])
    is_limited = area.max_commute_km is not None or bool(area.counties)
    if not is_limited or county in area.counties:
        return seeker
    return replace(seeker, search_area=replace(area, counties=(*area.counties, county)))


def _with_country(seeker: Seeker, facts: Facts) -> Seeker:
    area, country = seeker.search_area, str(facts["country"])
    if country in area.countries:
        return seeker
    return replace(seeker, search_area=replace(area, countries=(*area.countries, country)))


def _with_language(seeker: Seeker, facts: Facts) -> Seeker:
    """Know a language at least at a level; where nobody has asked, it is a question, no change."""
    if seeker.languages is None:
        return seeker
    language, level = str(facts["language"]), str(facts["level"])
    spoken = [each for each in seeker.languages if each.language == language]
    if any(each.level is None or levels.at_least(each.level, level) for each in spoken):
        return seeker
    others = tuple(each for each in seeker.languages if each.language != language)
    return replace(seeker, languages=(*others, LanguageLevel(language, level)))


def _with_education(seeker: Seeker, facts: Facts) -> Seeker:
    have, level = seeker.education_level, str(facts["level"])
    if have is None or levels.education_at_least(have, level):
        return seeker
    return replace(seeker, education_level=level)


def _with_car(seeker: Seeker, _facts: Facts) -> Seeker:
    return replace(seeker, own_car=True) if seeker.own_car is False else seeker


CHANGES: Mapping[str, Callable[[Seeker, Facts], Seeker]] = {
    "driving_licence": _with_licence,
    "longer_way": _with_longer_way,
    "county": _with_county,
    "country": _with_country,
    "language": _with_language,
    "education": _with_education,
    "own_car": _with_car,
}
"""How each change makes another seeker of one; the same seeker where it changes nothing."""


def usual_changes(seeker: Seeker) -> tuple[Change, ...]:
    """List the changes worth asking about, but for those that change nothing for the seeker."""
    offered = (
        Change("driving_licence", {"licence": FIRST_LICENCE}),
        Change("longer_way", {"km": LONGER_WAY_KM}),
        Change("country", {"country": "NO"}),
        *(
            Change("language", {"language": each, "level": ENOUGH_SWEDISH})
            for each in OFTEN_MISSING
        ),
        Change("own_car"),
        *(Change("county", {"country": "SE", "county": each.code}) for each in counties("SE")),
    )
    return tuple(change for change in offered if made(seeker, change) != seeker)


def made(seeker: Seeker, change: Change) -> Seeker:
    """Return the seeker as she would be after a change."""
    return CHANGES[change.code](seeker, change.facts)


def what_opens_up(
    matcher: OpeningMatcher, seeker: Seeker, changes: Sequence[Change]
) -> tuple[Opened, ...]:
    """Count for each change the openings that would then fit well and do not now.

    All openings are looked through, once for each change. The change that opens most is first;
    equal ones keep their order.
    """
    now, *then = fitting(matcher, [seeker, *(made(seeker, change) for change in changes)])
    fits_now = set(now)
    opened = [
        Opened(change, tuple(each for each in after if each not in fits_now))
        for change, after in zip(changes, then, strict=True)
    ]
    return tuple(sorted(opened, key=lambda each: -each.count))


def everywhere(seeker: Seeker) -> Seeker:
    """Return the seeker as she would be if she looked in every county, and in Norway.

    In a county she then finds what she would find if she had added that one alone: a rule or a
    score asks only whether a workplace's own county is chosen. So one ranking tells of all.
    """
    area = seeker.search_area
    is_limited = area.max_commute_km is not None or bool(area.counties)
    every = tuple(each.code for each in counties("SE")) if is_limited else area.counties
    abroad = made(seeker, Change("country", {"country": "NO"})).search_area.countries
    return replace(seeker, search_area=replace(area, counties=every, countries=abroad))


def fitting(
    matcher: OpeningMatcher, seekers: Sequence[Seeker], *, most: int = MOST_COUNTED
) -> list[list[str]]:
    """List for each seeker the ids of the openings that fit well, best first, at most so many."""
    best = matcher.best(seekers, limit=most)
    return [[id_ for id_, score in found if score >= GOOD_FROM] for found in best]


def opened_between(
    matcher: OpeningMatcher, steps: Sequence[tuple[Seeker, Seeker]]
) -> list[tuple[str, ...]]:
    """List for each seeker before and after something what fits well after it and not before.

    Best first. A seeker who stands in several steps is ranked once.
    """
    seekers = list(dict.fromkeys(each for step in steps for each in step))
    found = dict(zip(seekers, fitting(matcher, seekers), strict=True))
    before = {seeker: set(ids) for seeker, ids in found.items()}
    return [tuple(each for each in found[after] if each not in before[now]) for now, after in steps]


def change_for(exclusion: Exclusion) -> Change | None:
    """Name what would lift an exclusion, or `None` where the seeker can do nothing about it."""
    return next(_lifting(exclusion), None)


def _lifting(exclusion: Exclusion) -> Iterator[Change]:
    facts = exclusion.facts
    if exclusion.code == "driving_licence":
        yield Change("driving_licence", {"licence": facts["licence"]})
    elif exclusion.code == "search_area":
        yield from _nearer(facts)
    elif exclusion.code == "country":
        yield Change("country", {"country": facts["country"]})
    elif exclusion.code == "language":
        level = facts["level"] or ENOUGH_SWEDISH
        yield Change("language", {"language": facts["language"], "level": level})
    elif exclusion.code == "education":
        yield Change("education", {"level": facts["level"]})
    elif exclusion.code == "own_car":
        yield Change("own_car")


def _nearer(facts: Facts) -> Iterator[Change]:
    """A somewhat longer way, where that is enough, and else the county."""
    km, most = facts["km"], facts["max_km"]
    if isinstance(km, int | float) and isinstance(most, int) and km - most <= LONGER_WAY_KM:
        yield Change("longer_way", {"km": ceil(km - most)})
    yield Change("county", {"country": facts["country"], "county": facts["county"]})
