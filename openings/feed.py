"""Public openings in the shape of JobTech's JobStream, so that other municipalities can read them.

Ads as in `docs/formats.md`, without persons; what is no longer readable is a sparse removal. What
JobTech's schema has no field for (first and last day, lowest age, car) stays behind.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, select

from openings.models import LanguageNeed, Merits, Needs, Opening, OpeningKind, OpeningState
from openings.public import readable, without_persons
from openings.queries import Filters, is_open_on
from reference import levels, occupations, places

TOGETHER = 200
"""How many openings are in memory at a time."""

ZONE = ZoneInfo("Europe/Stockholm")
"""JobTech's times name no zone, and are those on the wall there."""

EMPLOYMENT: dict[OpeningKind, tuple[str, str | None]] = {
    OpeningKind.JOB: ("Vanlig anställning", "1"),
    OpeningKind.SUMMER_JOB: ("Sommarjobb / feriejobb", "2"),
    OpeningKind.WORK_PLACEMENT: ("Praktik", None),
    OpeningKind.APPRENTICESHIP: ("Lärlingsplats", None),
}
"""The label and the legacy id of each kind; the last two are our own."""

WITH_EMPLOYER = joinedload(cast("QueryableAttribute[Any]", Opening.employer))
"""Read along with an opening; SQLModel types a relationship as the row it leads to."""

EDUCATION = {
    "compulsory": "Grundskoleutbildning",
    "upper_secondary": "Gymnasial utbildning",
    "post_secondary": "Eftergymnasial utbildning",
}
COUNTRIES = {"SE": "Sverige", "NO": "Norge"}


@dataclass(frozen=True, slots=True)
class Window:
    """The time that a stream tells of: after the first moment, up to and with the last."""

    after: datetime
    before: datetime


def snapshot(session: Session, *, on: date) -> Iterator[dict[str, Any]]:
    """Every ad that can be read on a day, in constant memory."""
    rows = readable(Filters(), on=on).options(WITH_EMPLOYER)
    for opening in session.exec(rows.execution_options(yield_per=TOGETHER)):
        yield ad_of(opening)
        session.expunge(opening)


def changes(session: Session, window: Window, *, on: date) -> Iterator[dict[str, Any]]:
    """The ads and removals of a time, oldest first; nothing of openings that were never public."""
    rows = (
        select(Opening, is_open_on(on))
        .where(col(Opening.public_changed_at).is_not(None))
        .where(col(Opening.state) != OpeningState.DRAFT)
        .where(or_(_within(window, Opening.updated_at), _within(window, Opening.public_changed_at)))
        .options(WITH_EMPLOYER)
        .order_by(col(Opening.updated_at), col(Opening.id))
        .execution_options(yield_per=TOGETHER)
    )
    for opening, is_open in session.exec(rows):
        yield ad_of(opening) if is_open and opening.is_public else removal_of(opening)
        session.expunge(opening)


def _within(window: Window, moment: Any) -> ColumnElement[bool]:
    return and_(moment > window.after, moment <= window.before)


def removal_of(opening: Opening) -> dict[str, Any]:
    """The news that an ad is gone."""
    gone_at = _changed_at(opening)
    return {
        "id": str(opening.id),
        "removed": True,
        "removed_date": _on_the_wall(gone_at),
        "timestamp": _milliseconds(gone_at),
    }


def ad_of(opening: Opening) -> dict[str, Any]:
    """A whole ad, without persons."""
    told = without_persons(opening)
    last_day = opening.application_deadline or opening.ends_on
    label, legacy_id = EMPLOYMENT[opening.kind]
    return {
        "id": str(opening.id),
        "external_id": None,
        "headline": told.headline,
        "removed": False,
        "timestamp": _milliseconds(_changed_at(opening)),
        "publication_date": _on_the_wall(opening.published_at),
        "last_publication_date": f"{last_day}T23:59:59" if last_day else None,
        "application_deadline": f"{last_day}T23:59:59" if last_day else None,
        "number_of_vacancies": opening.vacancies_left,
        "description": {"text": told.description},
        "employment_type": {"label": label, "legacy_ams_taxonomy_id": legacy_id},
        "working_hours_type": {"label": told.working_hours},
        "scope_of_work": {"min": opening.scope_min, "max": opening.scope_max},
        "experience_required": opening.experience_required,
        "access_to_own_car": opening.must_have.own_car,
        **_occupation(opening),
        **_licences(opening),
        "must_have": _listed(told.must_have, opening.education_level),
        "nice_to_have": _welcome(told.nice_to_have, opening),
        "employer": _employer(opening),
        "workplace_address": _address(opening),
        "source_type": "VIA_FARLED",
    }


def _changed_at(opening: Opening) -> datetime:
    return max(filter(None, (opening.updated_at, opening.public_changed_at)))


def _milliseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def _on_the_wall(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    return moment.astimezone(ZONE).replace(tzinfo=None).isoformat(timespec="seconds")


def _occupation(opening: Opening) -> dict[str, Any]:
    group = occupations.group(opening.occupation or "")
    label = group.label_sv if group else None
    return {
        "occupation": {"label": opening.occupation_title or label},
        "occupation_group": {"label": label, "legacy_ams_taxonomy_id": opening.occupation},
    }


def _licences(opening: Opening) -> dict[str, Any]:
    """One list, which is either demanded or useful."""
    demanded = opening.must_have.driving_licences
    named = demanded or opening.nice_to_have.driving_licences
    return {
        "driving_license_required": bool(demanded),
        "driving_license": [{"label": each} for each in named],
    }


def _listed(needs: Needs, education: str | None) -> dict[str, Any]:
    level = EDUCATION.get(education or "")
    return {
        "skills": [{"label": each} for each in needs.skills],
        "languages": [_language(each) for each in needs.languages],
        "work_experiences": [],
        "education_level": [{"label": level}] if level else [],
    }


def _welcome(merits: Needs, opening: Opening) -> dict[str, Any]:
    listed = _listed(merits, merits.education_level if isinstance(merits, Merits) else None)
    if opening.nice_to_have.experience:
        listed["work_experiences"] = [{"label": _occupation(opening)["occupation"]["label"]}]
    return listed


def _language(need: LanguageNeed) -> dict[str, Any]:
    """`level` is our own; readers that do not know it pass it over."""
    term = levels.languages().get(need.language)
    return {"label": term.label_sv if term else need.language, "level": need.level}


def _employer(opening: Opening) -> dict[str, Any]:
    employer = opening.employer
    return {
        "name": opening.employer_name,
        "organization_number": employer.organization_number if employer else None,
        "url": employer.website if employer else None,
    }


def _address(opening: Opening) -> dict[str, Any]:
    seat = places.municipality(opening.country, opening.municipality or "")
    county = places.county(opening.country, opening.county or "")
    return {
        "municipality": seat.name if seat else None,
        "municipality_code": opening.municipality,
        "region": county.name if county else None,
        "region_code": opening.county,
        "country": COUNTRIES.get(opening.country),
        "street_address": opening.street_address,
    }
