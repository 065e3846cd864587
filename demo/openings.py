"""The invented openings."""

from datetime import date, datetime, timedelta
from typing import Any

from demo import rows
from employers.models import Employer
from openings.models import LanguageNeed, Merits, Needs, Opening, OpeningKind, OpeningState
from reference import occupations


def make(
    row: dict[str, Any], employer: Employer, seat: str, today: date, published: datetime
) -> Opening:
    """The published opening that a row of openings.toml describes, at the employer's seat."""
    place = rows.place(seat, employer.country)
    starts = rows.days_from(today, row.get("starts"))
    weeks = row.get("weeks")
    scope = row.get("scope", [None, None])
    group = occupations.group(row["occupation"])
    return Opening(
        employer_id=employer.id,
        employer_name=employer.name,
        state=OpeningState.PUBLISHED,
        kind=OpeningKind(row["kind"]),
        headline=row["headline"],
        description=row["text"],
        occupation=row["occupation"],
        occupation_title=group.label_sv if group else None,
        country=employer.country,
        municipality=place.code,
        county=place.county,
        number_of_vacancies=row.get("vacancies", 1),
        starts_on=starts,
        ends_on=starts + timedelta(weeks=weeks) if starts and weeks else None,
        application_deadline=rows.days_from(today, row.get("apply_by")),
        scope_min=scope[0],
        scope_max=scope[1],
        working_hours=row.get("hours", ""),
        must_have=_needs(row.get("must", {})),
        nice_to_have=_merits(row.get("nice", {})),
        experience_required="experience" in row,
        experience_months=row.get("experience"),
        education_level=row.get("education"),
        minimum_age=row.get("minimum_age"),
        is_public=row.get("public", False),
        public_changed_at=published if row.get("public") else None,
        accessibility=row.get("accessibility", ""),
        housing=row.get("housing", ""),
        created_at=published,
        updated_at=published,
        published_at=published,
    )


def _merits(row: dict[str, Any]) -> Merits:
    return Merits(
        **_needs(row).model_dump(),
        experience=row.get("experience", False),
        education_level=row.get("education"),
    )


def _needs(row: dict[str, Any]) -> Needs:
    languages = row.get("languages", {}).items()
    return Needs(
        skills=tuple(row.get("skills", ())),
        driving_licences=tuple(row.get("licences", ())),
        languages=tuple(LanguageNeed(language=code, level=level) for code, level in languages),
    )
