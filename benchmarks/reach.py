"""How long it takes to tell how many youths an opening reaches, with ten thousand youths.

Run it with `python -m benchmarks.reach [YOUTHS]`. The first question reads all youths; each of the
others is about another opening, as if somebody wrote on. Times are of the processor.
"""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from uuid import uuid4

import numpy as np
from sqlalchemy import Engine, insert
from sqlmodel import Session, SQLModel

from accounts.models import Team, User
from benchmarks import worlds
from benchmarks.chance import SEED
from foundation.db import engine_from, reading, session_for
from matching.facts import Seeker, Vacancy
from openings.models import LanguageNeed, Needs, Opening, OpeningState
from suggestions.reach import reach_of
from youths.models import LanguageSkill, Youth

NOW = datetime(2026, 11, 16, 8, tzinfo=UTC)
YOUTHS, QUESTIONS = 10_000, 200


def fill(engine: Engine, youths: int) -> None:
    """Make the tables, a team, and the invented youths in it."""
    SQLModel.metadata.create_all(engine)
    with session_for(engine) as session:
        user = User(email="a@example.org", name="A", created_at=NOW)
        team = Team(name="A", municipality="2182", created_at=NOW)
        session.add_all([user, team])
        session.flush()
        seekers = worlds.youths(youths)
        rows = [_row(each) | {"team_id": team.id, "responsible_id": user.id} for each in seekers]
        session.execute(insert(Youth), rows)


def _row(seeker: Seeker) -> dict[str, object]:
    """The columns of a youth that the hard rules ask of."""
    languages = seeker.languages
    return {
        "id": uuid4(),
        "alias": "A",
        "protected_identity": False,
        "registered_on": NOW.date(),
        "target_groups": [],
        "wishes": list(seeker.wishes),
        "occupations": list(seeker.occupations),
        "about": "",
        "born": seeker.born,
        "education_level": seeker.education_level,
        "languages": [LanguageSkill(language=e.language, level=e.level) for e in languages or ()],
        "driving_licences": list(seeker.driving_licences or ()),
        "own_car": seeker.own_car,
        "home_municipality": seeker.home_municipality,
        "max_commute_km": seeker.search_area.max_commute_km,
        "counties": list(seeker.search_area.counties),
        "countries": list(seeker.search_area.countries),
        "available_from": seeker.available_from,
        "created_at": NOW,
        "updated_at": NOW,
    }


def drafts(vacancies: list[Vacancy]) -> list[Opening]:
    """Drafts at the places and in the occupations of a real market, with demands of all kinds."""
    chance = np.random.default_rng(SEED)
    return [
        Opening(
            employer_name="A",
            headline=each.headline,
            state=OpeningState.DRAFT,
            country=each.country,
            municipality=each.municipality,
            county=each.county,
            occupation=each.occupation,
            must_have=Needs(
                driving_licences=("B",) if chance.random() < 0.5 else (),
                languages=(
                    LanguageNeed(language="sv", level=str(chance.choice(["B1", "B2", "C1"]))),
                ),
                own_car=chance.random() < 0.2,
            ),
            education_level="upper_secondary" if chance.random() < 0.5 else None,
            minimum_age=18 if chance.random() < 0.5 else None,
            created_at=NOW,
            updated_at=NOW,
        )
        for each in vacancies
    ]


def milliseconds(session: Session, opening: Opening) -> float:
    """How much of a processor's time one question takes."""
    begun = time.process_time()
    reach_of(session, opening, now=NOW)
    return 1000 * (time.process_time() - begun)


def main() -> None:
    """Print the time of the first question and the spread of the others."""
    youths = int(sys.argv[1]) if len(sys.argv) > 1 else YOUTHS
    with TemporaryDirectory() as folder:
        engine = engine_from(f"sqlite:///{Path(folder) / 'reach.db'}")
        fill(engine, youths)
        asked = drafts(worlds.openings(QUESTIONS))
        with Session(reading(engine)) as session:
            first = milliseconds(session, asked[0])
            again = milliseconds(session, asked[0])
            took = sorted(milliseconds(session, each) for each in asked[1:])
    print(f"{youths} youths: first {first:.0f} ms, the same again {again:.1f} ms")
    print(
        f"{len(took)} others: p50 {median(took):.0f} ms, p95 {took[int(0.95 * len(took))]:.0f} ms"
    )


if __name__ == "__main__":
    main()
