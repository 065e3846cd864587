"""The invented youths."""

from datetime import date, datetime, timedelta
from typing import Any

from accounts.models import TeamMember
from demo import rows
from youths.models import Experience, LanguageSkill, Youth


def make(row: dict[str, Any], owner: TeamMember, today: date, now: datetime) -> Youth:
    """The youth that a row of youths.toml describes; a key left out is not known yet."""
    return Youth(
        team_id=owner.team_id,
        responsible_id=owner.user_id,
        alias=row["alias"],
        born=row.get("born"),
        protected_identity=row.get("protected", False),
        registered_on=today - timedelta(days=row["days"]),
        target_groups=row.get("groups", []),
        wishes=row.get("wishes", []),
        occupations=row.get("occupations", []),
        skills=row.get("skills"),
        about=row.get("about", ""),
        education_level=row.get("education"),
        experience=_experience(row.get("experience")),
        languages=_languages(row.get("languages")),
        driving_licences=row.get("licences"),
        own_car=row.get("car"),
        home_municipality=rows.place(row["place"]).code if "place" in row else None,
        max_commute_km=row.get("commute"),
        counties=row.get("counties", []),
        countries=row.get("countries", ["SE"]),
        available_from=rows.days_from(today, row.get("free")),
        created_at=now,
        updated_at=now,
    )


def _experience(told: dict[str, int] | None) -> list[Experience] | None:
    if told is None:
        return None
    return [Experience(title=title, months=months) for title, months in told.items()]


def _languages(told: dict[str, str] | None) -> list[LanguageSkill] | None:
    if told is None:
        return None
    return [LanguageSkill(language=code, level=level) for code, level in told.items()]
