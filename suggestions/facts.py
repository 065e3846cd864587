"""What the ranker is told of an opening and of a youth: the only way from tables to `matching`.

Team, caseworker, target groups and protected identity stay on this side.
"""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from sqlmodel import col

from foundation import clock
from foundation.translating import zone
from matching.facts import Experience, LanguageLevel, Requirements, SearchArea, Seeker, Vacancy
from openings.models import LanguageNeed, Merits, Needs, Opening, OpeningState
from reference import linking
from youths.models import LanguageSkill, Youth

SURE_OF_TITLE = 0.95
"""The least link score at which a title is taken to be the group, rather than to resemble it."""


def vacancy_of(opening: Opening) -> Vacancy:
    """The ranker's view of an opening, saved or not."""
    published = opening.published_at
    return Vacancy(
        id=str(opening.id),
        headline=opening.headline,
        text=opening.description,
        kind=opening.kind.value,
        country=opening.country,
        municipality=opening.municipality,
        county=opening.county,
        occupation=opening.occupation,
        occupation_guessed=opening.occupation_guessed,
        occupation_title=opening.occupation_title,
        must_have=_requirements(opening.must_have),
        nice_to_have=_merits(opening.nice_to_have),
        experience_required=opening.experience_required,
        experience_months=opening.experience_months,
        education_level=opening.education_level,
        minimum_age=opening.minimum_age,
        own_car=opening.must_have.own_car,
        authorisation_required=opening.must_have.authorisation,
        starts_on=opening.starts_on,
        ends_on=opening.ends_on,
        application_deadline=opening.application_deadline,
        published_on=published and clock.local_date(published, zone()),
        vacancies_left=opening.vacancies_left,
        is_open=opening.state is OpeningState.PUBLISHED,
    )


def seeker_of(youth: Youth) -> Seeker:
    """The ranker's view of a youth, saved or not; what nobody has asked her stays unknown."""
    return Seeker(
        id=str(youth.id),
        wishes=tuple(youth.wishes),
        occupations=tuple(youth.occupations),
        skills=_known(youth.skills),
        about=youth.about,
        education_level=youth.education_level,
        experience=_experience(youth),
        languages=None if youth.languages is None else _levels(youth.languages),
        driving_licences=_known(youth.driving_licences),
        own_car=youth.own_car,
        authorised_occupations=_known(youth.authorised_occupations),
        home_municipality=youth.home_municipality,
        search_area=_search_area(youth),
        born=youth.born,
        available_from=youth.available_from,
    )


RULED_BY: tuple[Any, ...] = tuple(
    col(each)
    for each in (
        Youth.id,
        Youth.born,
        Youth.education_level,
        Youth.languages,
        Youth.driving_licences,
        Youth.own_car,
        Youth.authorised_occupations,
        Youth.home_municipality,
        Youth.max_commute_km,
        Youth.counties,
        Youth.countries,
        Youth.available_from,
    )
)
"""The columns that hard rules ask of, for those who count many youths and explain none."""


def ruled_seeker(row: Any) -> Seeker:
    """As much of `seeker_of` as the hard rules know, from a row of `RULED_BY`."""
    return Seeker(
        id=str(row.id),
        education_level=row.education_level,
        languages=None if row.languages is None else _levels(row.languages),
        driving_licences=_known(row.driving_licences),
        own_car=row.own_car,
        authorised_occupations=_known(row.authorised_occupations),
        home_municipality=row.home_municipality,
        search_area=_search_area(row),
        born=row.born,
        available_from=row.available_from,
    )


def _search_area(youth: Any) -> SearchArea:
    return SearchArea(
        max_commute_km=youth.max_commute_km,
        counties=tuple(youth.counties),
        countries=tuple(youth.countries),
    )


def _requirements(needs: Needs) -> Requirements:
    return Requirements(needs.skills, needs.driving_licences, _levels(needs.languages))


def _merits(merits: Merits) -> Requirements:
    return replace(
        _requirements(merits),
        experience=merits.experience,
        education_level=merits.education_level,
        own_car=merits.own_car,
    )


def _levels(
    languages: tuple[LanguageNeed, ...] | list[LanguageSkill],
) -> tuple[LanguageLevel, ...]:
    return tuple(LanguageLevel(each.language, each.level) for each in languages)


def _known(values: list[str] | None) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)


def _experience(youth: Youth) -> tuple[Experience, ...] | None:
    if youth.experience is None:
        return None
    return tuple(
        Experience(each.title, each.months, _group_of(each.title)) for each in youth.experience
    )


@lru_cache(maxsize=10_000)
def _group_of(title: str) -> str | None:
    """The occupation group that a title names; None where it only resembles one, or several."""
    links = [link.ssyk for link in linking.link(title) if link.score >= SURE_OF_TITLE]
    return links[0] if len(links) == 1 else None
