"""The invented contacts with employers, the mentors there, and what was promised."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, select

from accounts.models import User
from demo import rows
from employers.models import Contact, ContactTopic, ContactWay, Employer, Mentor, MentorTraining
from openings import pledges
from openings.models import OpeningKind
from openings.pledges import PledgeFacts


def add(session: Session, employers: Mapping[str, Employer], today: date, now: datetime) -> None:
    """Add what contacts, mentors and pledges.toml describe; who calls last owns the relation."""
    users = {user.email: user for user in session.exec(select(User))}
    for row in rows.facts("contact"):
        employer, by = employers[row["employer"]], users[row["by"]]
        employer.relation_owner_id = by.id
        session.add(_contact(row, employer, by, today, now))
    for row in rows.facts("mentor"):
        session.add(_mentor(row, employers[row["employer"]], today, now))
    for row in rows.facts("pledge"):
        employer = employers[row["employer"]]
        facts = PledgeFacts(
            promised=row["promised"],
            kind=OpeningKind(row["kind"]) if "kind" in row else None,
            starts_on=rows.days_from(today, row["starts"]) or today,
            ends_on=rows.days_from(today, row["ends"]) or today,
            note=row["note"],
        )
        pledges.make(session, employer, facts, by=users[row["by"]], now=now)


def _contact(
    row: dict[str, Any], employer: Employer, by: User, today: date, now: datetime
) -> Contact:
    return Contact(
        employer_id=employer.id,
        by_id=by.id,
        made_on=rows.days_from(today, row["days"]) or today,
        way=ContactWay(row["way"]),
        topics=[ContactTopic(code) for code in row["topics"]],
        note=row["note"],
        next_on=rows.days_from(today, row.get("next")),
        created_at=now,
    )


def _mentor(row: dict[str, Any], employer: Employer, today: date, now: datetime) -> Mentor:
    return Mentor(
        employer_id=employer.id,
        name=row["name"],
        reached_at=row.get("reached_at", ""),
        training=MentorTraining(row["training"]),
        trained_on=rows.days_from(today, row.get("trained")),
        most_youths=row["most"],
        created_at=now,
        updated_at=now,
    )
