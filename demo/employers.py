"""The invented employers, each with a workplace and one colleague."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from accounts.models import RoleName
from demo import people, rows
from employers.models import (
    Colleague,
    ColleagueRole,
    ColleagueState,
    Employer,
    EmployerKind,
    Workplace,
)

JOINED = timedelta(days=40)


def add(
    session: Session,
    row: dict[str, Any],
    parent: Employer | None,
    roles: people.Roles,
    now: datetime,
) -> Employer:
    """Add the employer that a row of employers.toml describes, as a unit of `parent` if any."""
    country = row.get("country", "SE")
    employer = Employer(
        name=row["name"],
        organization_number=row.get("organization_number"),
        parent_id=parent.id if parent else None,
        country=country,
        kind=EmployerKind(row["kind"]),
        about=row["about"],
        created_at=now - JOINED,
        updated_at=now - JOINED,
    )
    session.add(employer)
    name = row["colleague"].split(".", maxsplit=1)[0].title()
    user = people.add_user(session, row["colleague"], name, roles[RoleName.EMPLOYER], now)
    session.add_all(
        [
            Workplace(
                employer_id=employer.id,
                name=row["name"],
                country=country,
                municipality=rows.place(row["place"], country).code,
                updated_at=now - JOINED,
            ),
            Colleague(
                employer_id=employer.id,
                user_id=user.id,
                state=ColleagueState.ACTIVE,
                role=ColleagueRole.OWNER,
                asked_at=now - JOINED,
                answered_at=now - JOINED,
            ),
        ]
    )
    session.flush()
    return employer
