"""The hard rules written a second time, plainly and only where they are certain.

A ranker is held against these, so nothing here may come from `matching` but the facts.
"""

from collections.abc import Iterator
from datetime import date

from matching.facts import LanguageLevel, Seeker, Vacancy
from reference import levels
from reference.occupations import group
from reference.places import distance_km, municipality

NORWEGIAN = {"no", "nb", "nn"}


def broken_rules(seeker: Seeker, vacancy: Vacancy, as_of: date | None) -> list[str]:
    """Name every hard rule that a match would certainly break."""
    rules = (_availability, _dates, _place, _requirements, _authorisation)
    return [name for rule in rules for name in rule(seeker, vacancy, as_of)]


def _availability(_seeker: Seeker, vacancy: Vacancy, _as_of: date | None) -> Iterator[str]:
    if not vacancy.is_open:
        yield "closed"
    if vacancy.vacancies_left < 1:
        yield "filled"


def _dates(seeker: Seeker, vacancy: Vacancy, as_of: date | None) -> Iterator[str]:
    if as_of is None:
        return
    if vacancy.application_deadline and vacancy.application_deadline < as_of:
        yield "deadline"
    if vacancy.ends_on and vacancy.ends_on < max(as_of, seeker.available_from or as_of):
        yield "over"
    if vacancy.minimum_age and seeker.born:
        begins = max(as_of, vacancy.starts_on or as_of)
        if begins.year - seeker.born < vacancy.minimum_age:
            yield "age"


def _place(seeker: Seeker, vacancy: Vacancy, _as_of: date | None) -> Iterator[str]:
    area = seeker.search_area
    if vacancy.country not in area.countries:
        yield "country"
    home = municipality("SE", seeker.home_municipality or "")
    there = municipality(vacancy.country, vacancy.municipality or "")
    if vacancy.country == "SE" and there and home and area.max_commute_km is not None:
        near = distance_km(home, there) <= area.max_commute_km
        if not near and there.county not in area.counties:
            yield "search area"


def _requirements(seeker: Seeker, vacancy: Vacancy, _as_of: date | None) -> Iterator[str]:
    for licence in vacancy.must_have.driving_licences:
        held = seeker.driving_licences
        if held is not None and not levels.licence_covers(held, licence):
            yield f"licence {licence}"
    if vacancy.own_car and seeker.own_car is False:
        yield "car"
    for need in vacancy.must_have.languages:
        if seeker.languages is not None and not any(_may_do(own, need) for own in seeker.languages):
            yield f"language {need.language}"
    have, needed = seeker.education_level, vacancy.education_level
    if have and needed and not levels.education_at_least(have, needed):
        yield "education"


def _may_do(own: LanguageLevel, need: LanguageLevel) -> bool:
    """Tell whether a language could be enough: not known to be another one, or too weak."""
    spoken, asked = ("no" if each.language in NORWEGIAN else each.language for each in (own, need))
    if spoken != asked and {spoken, asked} != {"sv", "no"}:
        return False
    if own.level is None or need.level is None:
        return True
    steps = levels.CEFR.rank(own.level) - (spoken != asked)
    return steps >= levels.CEFR.rank(need.level)


def _authorisation(seeker: Seeker, vacancy: Vacancy, _as_of: date | None) -> Iterator[str]:
    occupation = group(vacancy.occupation or "")
    regulated = occupation is not None and occupation.regulated_by is not None
    supervised = vacancy.kind in {"apprenticeship", "work_placement"}
    if regulated and seeker.authorised_occupations == () and not supervised:
        yield "authorisation"
