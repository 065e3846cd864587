"""An installation of invented youths and openings, in a database as the portal keeps it."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, time
from itertools import islice
from typing import Any
from uuid import UUID

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine
from sqlmodel import Session, SQLModel

from accounts.models import Team, User
from benchmarks import worlds
from foundation.db import session_for
from foundation.settings import ROOT
from matching.facts import Experience as Told
from matching.facts import LanguageLevel, Requirements, Seeker, Vacancy
from openings.models import LanguageNeed, Merits, Needs, Opening, OpeningKind, OpeningState, Source
from youths.models import Experience, LanguageSkill, Youth

NOW = datetime.combine(worlds.TODAY, time(3, 30), UTC)
TOGETHER = 1_000


def fill(engine: Engine, *, youths: int, openings: int) -> None:
    """Make the tables, and put invented youths and openings in them."""
    _migrate(engine)
    with session_for(engine) as session:
        team = Team(name="Team", municipality="2182", created_at=NOW)
        user = User(email="person@example.org", name="Person", created_at=NOW)
        session.add_all([team, user])
        session.flush()
        add_openings(session, openings)
        _add(session, (youth_of(each, team, user) for each in worlds.youths(youths)))


def add_openings(session: Session, count: int) -> None:
    """Put invented openings in a database that has its tables."""
    _add(session, map(opening_of, worlds.openings(count)))


def _migrate(engine: Engine) -> None:
    config = Config(ROOT / "alembic.ini")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _add(session: Session, rows: Iterable[SQLModel]) -> None:
    """Add rows, a part at a time: texts take memory."""
    waiting = iter(rows)
    while some := list(islice(waiting, TOGETHER)):
        session.add_all(some)
        session.flush()
        session.expunge_all()


def opening_of(vacancy: Vacancy) -> Opening:
    """An opening that tells the ranker what the vacancy tells."""
    facts: dict[str, Any] = {
        "id": UUID(int=int(vacancy.id)),
        "source": Source.NAV if vacancy.country == "NO" else Source.JOBTECH,
        "source_id": vacancy.id,
        "employer_name": "Företag",
        "state": OpeningState.PUBLISHED,
        "kind": OpeningKind(vacancy.kind or "job"),
        "headline": vacancy.headline,
        "description": vacancy.text,
        "occupation": vacancy.occupation,
        "country": vacancy.country,
        "municipality": vacancy.municipality,
        "must_have": Needs(own_car=bool(vacancy.own_car), **_needs(vacancy.must_have)),
        "nice_to_have": Merits(**_needs(vacancy.nice_to_have)),
        "experience_required": vacancy.experience_required,
        "education_level": vacancy.education_level,
        "minimum_age": vacancy.minimum_age,
        "starts_on": vacancy.starts_on,
        "application_deadline": vacancy.application_deadline,
        "created_at": NOW,
        "updated_at": NOW,
        "published_at": datetime.combine(vacancy.published_on or NOW.date(), time(12), UTC),
    }
    return Opening(**facts)


def youth_of(seeker: Seeker, team: Team, responsible: User) -> Youth:
    """A youth who tells the ranker what the seeker tells."""
    done = seeker.experience
    facts: dict[str, Any] = {
        "id": UUID(int=int(seeker.id.removeprefix("y"))),
        "alias": seeker.id,
        "registered_on": worlds.TODAY,
        "born": seeker.born,
        "wishes": list(seeker.wishes),
        "occupations": list(seeker.occupations),
        "skills": _listed(seeker.skills),
        "about": seeker.about,
        "education_level": seeker.education_level,
        "experience": None if done is None else [_done(each) for each in done],
        "languages": seeker.languages and _spoken(seeker.languages),
        "driving_licences": _listed(seeker.driving_licences),
        "own_car": seeker.own_car,
        "home_municipality": seeker.home_municipality,
        **{name: _plain(value) for name, value in asdict(seeker.search_area).items()},
        "available_from": seeker.available_from,
        "created_at": NOW,
        "updated_at": NOW,
        "team_id": team.id,
        "responsible_id": responsible.id,
    }
    return Youth(**facts)


def _needs(asked: Requirements) -> dict[str, Any]:
    languages = (LanguageNeed(language=e.language, level=e.level) for e in asked.languages)
    return {
        "skills": asked.skills,
        "driving_licences": asked.driving_licences,
        "languages": tuple(languages),
    }


def _spoken(languages: Sequence[LanguageLevel]) -> list[LanguageSkill]:
    return [LanguageSkill(language=each.language, level=each.level) for each in languages]


def _listed(values: Sequence[str] | None) -> list[str] | None:
    return None if values is None else list(values)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _done(done: Told) -> Experience:
    return Experience(title=done.title, months=done.months)
