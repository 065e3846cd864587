"""An opening as schema.org's JobPosting, which search engines read.

Source of the shape: schema.org/JobPosting, and Google's guide to its required properties. Facts
that are not known are left out. The opening comes without persons.
"""

from datetime import date, datetime, time
from typing import Any

from employers.models import Employer
from foundation import clock
from foundation.translating import zone
from openings.models import Opening, OpeningKind
from reference import places

EMPLOYMENT_TYPES: dict[OpeningKind, str] = {
    OpeningKind.WORK_PLACEMENT: "INTERN",
    OpeningKind.APPRENTICESHIP: "INTERN",
    OpeningKind.SUMMER_JOB: "TEMPORARY",
}
"""What schema.org calls each kind; a job has no word of its own there, only its extent."""

FULL_TIME = 100


def job_posting(opening: Opening, employer: Employer | None, *, url: str) -> dict[str, Any]:
    """The opening in JSON-LD; `url` is the whole address of its page."""
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": opening.occupation_title or opening.headline,
        "description": _description(opening),
        "identifier": {
            "@type": "PropertyValue",
            "name": opening.employer_name,
            "value": str(opening.id),
        },
        "url": url,
        "datePosted": _day_of(opening.published_at),
        "validThrough": _last_moment(opening.application_deadline or opening.ends_on),
        "employmentType": _employment_types(opening),
        "hiringOrganization": _organisation(opening, employer),
        "jobLocation": {"@type": "Place", "address": _address(opening)},
        "jobStartDate": opening.starts_on.isoformat() if opening.starts_on else None,
        "totalJobOpenings": opening.vacancies_left,
        "workHours": opening.working_hours,
        "directApply": False,
    }
    return _known(facts)


def _known(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: fact for name, fact in facts.items() if fact not in (None, "", [])}


def _description(opening: Opening) -> str:
    """The text as paragraphs; what is demanded stands on the page itself."""
    return f"{opening.headline}\n\n{opening.description}".strip()


def _day_of(moment: datetime | None) -> str | None:
    return clock.local_date(moment, zone()).isoformat() if moment else None


def _last_moment(day: date | None) -> str | None:
    """The end of the last day on the clock of the installation."""
    return datetime.combine(day, time(23, 59, 59), zone()).isoformat() if day else None


def _employment_types(opening: Opening) -> list[str]:
    """What is known of the form and the extent."""
    of_kind = EMPLOYMENT_TYPES.get(opening.kind)
    least, most = opening.scope_min or opening.scope_max, opening.scope_max or opening.scope_min
    extent = []
    if most == FULL_TIME:
        extent.append("FULL_TIME")
    if least is not None and least < FULL_TIME:
        extent.append("PART_TIME")
    return [*([of_kind] if of_kind else []), *extent] or ["OTHER"]


def _organisation(opening: Opening, employer: Employer | None) -> dict[str, Any]:
    website = employer.website if employer else None
    return _known({"@type": "Organization", "name": opening.employer_name, "sameAs": website})


def _address(opening: Opening) -> dict[str, Any]:
    seat = places.municipality(opening.country, opening.municipality or "")
    county = places.county(opening.country, opening.county or "")
    return _known(
        {
            "@type": "PostalAddress",
            "streetAddress": opening.street_address,
            "addressLocality": seat.name if seat else None,
            "addressRegion": county.name if county else None,
            "addressCountry": opening.country,
        }
    )
