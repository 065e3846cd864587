"""Ads from Platsbanken in JobTech's schema, whole or with parts missing, as in older dumps."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from foundation.translating import _
from openings.contacts import without_contacts, without_people
from openings.models import LanguageNeed, Merits, Needs, OpeningKind, Source
from openings.sources import codes, guessing, values
from openings.sources.base import Ad, Content, Removal, RowRefused, Statement
from openings.sources.guessing import Occupied
from openings.sources.placing import Placed, placed
from openings.sources.values import part, parts
from reference import levels

Names = tuple[str, ...]
Spoken = tuple[LanguageNeed, ...]

ZONE = ZoneInfo("Europe/Stockholm")
MOST_VACANCIES = 500
SUMMER_JOB = "2"
"""The legacy id of employment type "Sommarjobb / feriejobb"."""


def parse(content: Content) -> Statement:
    """What one row of JobTech's schema says. Raises RowRefused for what cannot be an opening."""
    source_id = values.identity(content.get("id"))
    if not source_id:
        raise RowRefused(_("Annonsen saknar id."))
    stamped = values.moment_from_milliseconds(content.get("timestamp"))
    if content.get("removed") is True:
        removed_at = values.moment(content.get("removed_date"), ZONE) or stamped
        return Removal(source=Source.JOBTECH, source_id=source_id, removed_at=removed_at)
    return _ad(content, source_id, stamped)


def _ad(content: Content, source_id: str, stamped: datetime | None) -> Ad:
    headline = without_people(_line(content, "headline"))
    if not headline:
        raise RowRefused(_("Annonsen saknar rubrik."))
    published_at = values.moment(content.get("publication_date"), ZONE)
    country = codes.country(_line(content, "workplace_address", "country"), else_="SE")
    place, occupied = _place(content, country), _occupation(content, headline)
    scope = _scope(content)
    must_have, nice_to_have = _needs(content)
    return Ad(
        source=Source.JOBTECH,
        source_id=source_id,
        source_url=_line(content, "webpage_url") or None,
        source_updated_at=stamped or published_at,
        published_at=published_at,
        headline=headline,
        description=without_contacts(_description(content)),
        employer_name=_employer(content),
        employer_number=codes.organization_number(
            _line(content, "employer", "organization_number"), country
        ),
        kind=_kind(content, headline),
        occupation=occupied.group,
        occupation_title=occupied.title,
        occupation_guessed=occupied.is_guess,
        country=country,
        municipality=place.municipality,
        county=place.county,
        street_address=_line(content, "workplace_address", "street_address") or None,
        number_of_vacancies=_vacancies(content),
        application_deadline=values.day(content.get("application_deadline"), ZONE)
        or values.day(content.get("last_publication_date"), ZONE),
        scope_min=scope and scope[0],
        scope_max=scope and scope[1],
        working_hours=_line(content, "working_hours_type", "label"),
        employment_type=codes.employment_type(
            _line(content, "employment_type", "label"), _line(content, "duration", "label")
        ),
        must_have=must_have,
        nice_to_have=nice_to_have,
        experience_required=values.truth(content.get("experience_required")),
        education_level=codes.education_level(*_labels(content, "must_have", "education_level")),
    )


def _line(content: Content, *names: str) -> str:
    return values.line(part(content, *names))


def _labels(content: Content, *names: str) -> list[str]:
    """The labels of a list of concepts."""
    labels = (values.line(each.get("label")) for each in parts(part(content, *names)))
    return [label for label in labels if label]


def _description(content: Content) -> str:
    """The ad's text; where it is empty, the sections that it would have been made of."""
    names = ("company_information", "needs", "requirements", "conditions")
    sections = (values.text(part(content, "description", name)) for name in names)
    return values.text(part(content, "description", "text")) or "\n\n".join(filter(None, sections))


def _employer(content: Content) -> str:
    return _line(content, "employer", "name") or _line(content, "employer", "workplace")


def _kind(content: Content, headline: str) -> OpeningKind:
    if _line(content, "employment_type", "legacy_ams_taxonomy_id") == SUMMER_JOB:
        return OpeningKind.SUMMER_JOB
    return codes.opening_kind(headline, _line(content, "employment_type", "label"))


def _occupation(content: Content, headline: str) -> Occupied:
    return guessing.by_ssyk(
        _line(content, "occupation_group", "legacy_ams_taxonomy_id"),
        [_line(content, "occupation", "label"), headline],
    )


def _place(content: Content, country: str) -> Placed:
    return placed(
        country,
        code=_line(content, "workplace_address", "municipality_code"),
        municipality=_line(content, "workplace_address", "municipality"),
        city=_line(content, "workplace_address", "city"),
        county=_line(content, "workplace_address", "region_code")
        or _line(content, "workplace_address", "region"),
    )


def _vacancies(content: Content) -> int:
    found = values.count(content.get("number_of_vacancies"), least=0, most=MOST_VACANCIES)
    return 1 if found is None else found


def _scope(content: Content) -> tuple[int, int] | None:
    low, high = (
        values.count(part(content, "scope_of_work", name), least=1, most=100)
        for name in ("min", "max")
    )
    if low is None or high is None:
        return codes.percentages(_line(content, "working_hours_type", "label"))
    return min(low, high), max(low, high)


def _needs(content: Content) -> tuple[Needs, Merits]:
    """What is demanded and what is useful; licences stand beside the two lists."""
    licences = codes.licences(_labels(content, "driving_license"))
    if values.truth(content.get("driving_license_required")):
        return _needs_of(*_listed(content, "must_have", licences or ("B",))), _merits(content)
    return _needs_of(*_listed(content, "must_have")), _merits(content, licences)


def _merits(content: Content, licences: Iterable[str] = ()) -> Merits:
    return _merits_of(
        *_listed(content, "nice_to_have", licences),
        bool(_labels(content, "nice_to_have", "work_experiences")),
        codes.education_level(*_labels(content, "nice_to_have", "education_level")),
    )


@lru_cache(maxsize=4096)
def _needs_of(skills: Names, licences: Names, languages: Spoken) -> Needs:
    """Most ads need the same few things, and models are slow to make."""
    return Needs(skills=skills, driving_licences=licences, languages=languages)


@lru_cache(maxsize=4096)
def _merits_of(
    skills: Names, licences: Names, languages: Spoken, experience: bool, education_level: str | None
) -> Merits:
    return Merits(
        skills=skills,
        driving_licences=licences,
        languages=languages,
        experience=experience,
        education_level=education_level,
    )


def _listed(
    content: Content, name: str, licences: Iterable[str] = ()
) -> tuple[Names, Names, Spoken]:
    """Skills, licences and languages of one list; one without a code stays readable as a skill."""
    skills = _labels(content, name, "skills")
    languages = []
    for each in parts(part(content, name, "languages")):
        label = values.line(each.get("label"))
        if code := codes.language(label):
            languages.append(LanguageNeed(language=code, level=_level(each)))
        elif label:
            skills.append(label)
    return _once(skills), _once(licences), _once(languages)


def _level(language: Content) -> str | None:
    """The level that an ad of this system's own feed names; Platsbanken's name none."""
    level = values.line(language.get("level"))
    return level if levels.CEFR.get(level) else None


def _once(found: Iterable[Any]) -> tuple[Any, ...]:
    """The same things in the same order, each once."""
    return tuple(dict.fromkeys(found))
