"""What the ranker may know of an opening and of a person who seeks one.

A vacancy is the ranker's view of an opening, a seeker its view of a youth. Everything a
decision may rest on is here; protected attributes (sex, birth country, health, benefit) have
no field, so they cannot reach the ranking.

`None` means "not known" and is never agreement; an empty tuple means "known: none".
Codes: occupation groups are SSYK 2012, places municipality codes keyed by country (SE or NO),
languages ISO 639-1 with CEFR levels, education levels those of `reference.levels`.
"""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class LanguageLevel:
    """A language and a level, `None` where the level is not known."""

    language: str
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Requirements:
    """What an opening asks for: once as essential, once as useful.

    The last three are read of what is useful; what is essential of them has fields of its own.
    """

    skills: tuple[str, ...] = ()
    driving_licences: tuple[str, ...] = ()
    languages: tuple[LanguageLevel, ...] = ()
    experience: bool = False
    education_level: str | None = None
    own_car: bool = False


@dataclass(frozen=True, slots=True)
class Vacancy:
    """An opening as the ranker sees it; `own_car` tells whether one is needed.

    `authorisation_required` is what the ad says, whatever the occupation group is known to need.
    """

    id: str
    headline: str
    text: str = ""
    kind: str | None = None
    country: str = "SE"
    municipality: str | None = None
    county: str | None = None
    occupation: str | None = None
    occupation_guessed: bool = False
    occupation_title: str | None = None
    must_have: Requirements = field(default_factory=Requirements)
    nice_to_have: Requirements = field(default_factory=Requirements)
    experience_required: bool | None = None
    experience_months: int | None = None
    education_level: str | None = None
    minimum_age: int | None = None
    own_car: bool | None = None
    authorisation_required: bool = False
    starts_on: date | None = None
    ends_on: date | None = None
    application_deadline: date | None = None
    published_on: date | None = None
    vacancies_left: int = 1
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Experience:
    """Work done earlier: title as told, months, and the occupation group where it is known."""

    title: str
    months: int | None = None
    occupation: str | None = None


@dataclass(frozen=True, slots=True)
class SearchArea:
    """Where a seeker looks: near home, in whole counties of Sweden, in which countries."""

    max_commute_km: int | None = None
    counties: tuple[str, ...] = ()
    countries: tuple[str, ...] = ("SE",)


@dataclass(frozen=True, slots=True)
class Seeker:
    """A youth as the ranker sees her; `own_car` tells whether she has the use of one."""

    id: str
    wishes: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    skills: tuple[str, ...] | None = None
    about: str = ""
    education_level: str | None = None
    experience: tuple[Experience, ...] | None = None
    languages: tuple[LanguageLevel, ...] | None = None
    driving_licences: tuple[str, ...] | None = None
    own_car: bool | None = None
    authorised_occupations: tuple[str, ...] | None = None
    home_municipality: str | None = None
    search_area: SearchArea = field(default_factory=SearchArea)
    born: int | None = None
    available_from: date | None = None
