"""How long the pages about openings take with 200 employers and 5,000 openings, on SQLite.

Run it with `python -m benchmarks.portal [EMPLOYERS OPENINGS [PART]]`, with a PART of the address
where only some pages are asked about. One employer has a twentieth of all openings. Each page is
opened some times through the test client; the bare page is the statement on accessibility, which
asks nothing of openings. Times are of the processor.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from flask.testing import FlaskClient
from sqlalchemy import Engine, event
from sqlmodel import Session, SQLModel, col, select

from accounts.models import Role, RoleName, Team, TeamMember, User
from benchmarks import worlds
from employers.models import Colleague, ColleagueState, Employer
from foundation.db import session_for
from foundation.settings import from_environ
from matching.facts import Vacancy
from openings.models import Opening, OpeningState
from suggestions.models import Suggestion
from web import create_app
from web.db import sessions_of
from web.limits import limiter
from youths.models import Youth

NOW = datetime(2026, 11, 16, 8, tzinfo=UTC)
EMPLOYERS, OPENINGS, YOUTHS = 200, 5_000, 500
TIMES = 9
BARE = "/accessibility"
OF_EMPLOYER = ("/employer", "/my-openings", "/my-openings?page=3", "/my-openings?state=closed",
               "/my-openings/{opening}", "/my-openings/{opening}/edit", "/my-openings/new",
               "/my-openings/bulk", "/my-openings/export.csv")  # fmt: skip
OF_CASEWORKER = ("/openings", "/openings?page=40", "/openings?q=kock", "/openings?sort=deadline",
                 "/openings/{opening}", "/youths/{youth}/where")  # fmt: skip
OF_WORLD = ("/public/openings", "/public/openings?q=kock", "/public/openings/{opening}",
            "/public/openings/sitemap.xml")  # fmt: skip


def fill(engine: Engine, employers: int, openings: int) -> dict[str, str]:
    """Make the world; returns who signs in, and the opening that is visited."""
    SQLModel.metadata.create_all(engine)
    with session_for(engine) as session:
        maj, lisa = (_user(session, role) for role in (RoleName.EMPLOYER, RoleName.CASEWORKER))
        team = Team(name="A", municipality="2182", created_at=NOW)
        session.add(team)
        firms = [
            Employer(
                name=f"Firma {n} AB",
                organization_number=f"55{n:08d}",
                created_at=NOW,
                updated_at=NOW,
            )
            for n in range(employers)
        ]
        session.add_all(firms)
        session.flush()
        session.add(TeamMember(team_id=team.id, user_id=lisa.id))
        active: dict[str, Any] = {
            "state": ColleagueState.ACTIVE,
            "asked_at": NOW,
            "answered_at": NOW,
        }
        session.add(Colleague(employer_id=firms[0].id, user_id=maj.id, **active))
        rows = [_opening(n, v, firms) for n, v in enumerate(worlds.openings(openings))]
        session.add_all(rows)
        session.flush()
        youth = _suggest(session, team.id, lisa.id, rows)
        visited = {"opening": str(rows[0].id), "youth": str(youth.id)}
        return visited | {"maj": maj.fs_uniquifier, "lisa": lisa.fs_uniquifier}


def _user(session: Session, role: RoleName) -> User:
    known = session.exec(select(Role).where(col(Role.name) == role)).first() or Role(name=role)
    user = User(email=f"{role}@example.org", name=role, created_at=NOW, confirmed_at=NOW)
    user.roles = [known]
    session.add(user)
    session.flush()
    return user


def _opening(number: int, vacancy: Vacancy, firms: list[Employer]) -> Opening:
    """An opening; every twentieth is the first employer's, and every other is public."""
    firm = firms[0] if number % 20 == 0 else firms[number % len(firms)]
    return Opening(
        employer_id=firm.id,
        employer_name=firm.name,
        state=OpeningState.CLOSED if number % 40 == 20 else OpeningState.PUBLISHED,
        headline=vacancy.headline,
        description=vacancy.text,
        occupation=vacancy.occupation,
        country=vacancy.country,
        municipality=vacancy.municipality,
        county=vacancy.county,
        number_of_vacancies=3,
        is_public=number % 2 == 0,
        public_changed_at=NOW,
        created_at=NOW,
        updated_at=NOW,
        published_at=NOW,
    )


def _suggest(session: Session, team: UUID, lisa: UUID, rows: list[Opening]) -> Youth:
    """Some youths, each with ten suggestions, who look near home; returns the first of them."""
    facts: dict[str, Any] = {"team_id": team, "responsible_id": lisa, "registered_on": NOW.date()}
    facts |= {"occupations": ["9412", "5120"], "max_commute_km": 30, "counties": ["21"]}
    people = [
        Youth(alias=f"Y{n}", home_municipality="2182", created_at=NOW, updated_at=NOW, **facts)
        for n in range(YOUTHS)
    ]
    session.add_all(people)
    session.flush()
    session.add_all(
        Suggestion(
            youth_id=youth.id,
            opening_id=rows[(number * 10 + at) * 20 % len(rows)].id,
            score=0.5,
            label="strong",
            ranked_by="benchmark",
            first_suggested_at=NOW,
            refreshed_at=NOW,
        )
        for number, youth in enumerate(people)
        for at in range(10)
    )
    return people[0]


@contextmanager
def counting(engine: Engine) -> Iterator[list[str]]:
    """Collect the statements that are run."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


def measured(client: FlaskClient, engine: Engine, address: str) -> tuple[float, int]:
    """The median milliseconds of a page, and how many statements it runs."""
    took = []
    for _time in range(TIMES + 1):
        begun = time.process_time()
        with counting(engine) as seen:
            answer = client.get(address)
            answer.get_data()
        took.append(1000 * (time.process_time() - begun))
        if answer.status_code != 200:
            raise SystemExit(f"{address}: {answer.status_code}")
    return median(took[1:]), len(seen)


def main() -> None:
    """Print each page's median, how many times the bare page it is, and its statements."""
    employers, openings = (int(n) for n in sys.argv[1:3]) if sys.argv[2:] else (EMPLOYERS, OPENINGS)
    part = sys.argv[3] if sys.argv[3:] else ""
    with TemporaryDirectory() as folder:
        settings = from_environ({}, Path(folder))
        sessions = sessions_of(settings)
        engine = sessions(False).get_bind()
        if not isinstance(engine, Engine):
            raise TypeError(engine)
        known = fill(engine, employers, openings)
        app = create_app(settings, sessions)
        limiter.enabled = False
        bare = 0.0
        for who, pages in (
            (None, (BARE, *OF_WORLD)),
            ("maj", OF_EMPLOYER),
            ("lisa", OF_CASEWORKER),
        ):
            client = app.test_client()
            if who:
                with client.session_transaction() as cookie:
                    cookie.update(_user_id=known[who], _fresh=True, since=time.time())
            for page in (page for page in pages if part in page or page == BARE):
                took, queries = measured(client, engine, page.format(**known))
                bare = bare or took
                print(f"{who or '-':5} {page:32} {took:7.1f} ms {took / bare:6.1f} x {queries:4}")


if __name__ == "__main__":
    main()
