"""The invented youths."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session

from accounts.models import TeamMember, User
from demo import rows
from youths.facts import YouthFacts
from youths.models import Experience, LanguageSkill, Youth
from youths.search_areas import history


def add(
    session: Session, row: dict[str, Any], owner: TeamMember, today: date, now: datetime
) -> None:
    """Take in a youth. `at_first` tells where she looked before she came to look where she does."""
    youth = make(row | row.get("at_first", {}), owner, today, now)
    session.add(youth)
    session.flush()
    by, days = session.get_one(User, owner.user_id), timedelta(days=row["days"])
    history.begin(session, youth, by=by, now=now - days)
    first, present = YouthFacts.of(youth), make(row, owner, today, now)
    for name in ("max_commute_km", "counties", "countries"):
        setattr(youth, name, getattr(present, name))
    history.note(session, youth, first, by=by, now=now - days / 2)


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
