"""The register of mentors at employers, listed for the teams."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts import audit
from accounts.models import User
from employers.merging import standing
from employers.models import Employer, Mentor, MentorTraining
from employers.service import ChangedMeanwhile
from foundation import clock
from foundation.db import take_turn
from foundation.errors import NotFound, Refused
from foundation.translating import lazy_, zone

EMPLOYER = cast("QueryableAttribute[Any]", Mentor.employer)


class TrainedWhen(Refused):
    """A trained mentor has a day when it was done, and no other has."""

    message = lazy_("Skriv dagen när utbildningen blev klar. Den kan inte ligga framåt i tiden.")


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorFacts:
    """What is known of a mentor; `most_youths` at a time is 1 to 20."""

    name: str
    reached_at: str = ""
    training: MentorTraining = MentorTraining.ASKED
    trained_on: date | None = None
    most_youths: int = 1


def add(
    session: Session, employer: Employer, facts: MentorFacts, *, by: User, now: datetime
) -> Mentor:
    """A new mentor at the employer. Raises TrainedWhen."""
    mentor = Mentor(
        employer_id=standing(session, employer).id, name="", created_at=now, updated_at=now
    )
    _write(mentor, facts, now)
    session.add(mentor)
    session.flush()
    audit.record(session, by=by, action="mentor.added", subject=mentor, now=now)
    return mentor


def change(
    session: Session,
    mentor: Mentor,
    facts: MentorFacts,
    *,
    seen_at: datetime,
    by: User,
    now: datetime,
) -> None:
    """Write down what is known now. Raises TrainedWhen or ChangedMeanwhile."""
    if not take_turn(session, mentor, seen_at=seen_at, now=now):
        raise ChangedMeanwhile
    _write(mentor, facts, now)
    session.flush()
    training = facts.training
    audit.record(
        session, by=by, action="mentor.changed", subject=mentor, now=now, training=training
    )


def end(session: Session, mentor: Mentor, *, by: User, now: datetime) -> None:
    """Take somebody out of the register who is no mentor any more."""
    if mentor.ended_at is None:
        mentor.ended_at = now
        session.flush()
        audit.record(session, by=by, action="mentor.ended", subject=mentor, now=now)


def listed(
    *, training: MentorTraining | None = None, employer_id: UUID | None = None
) -> SelectOfScalar[Mentor]:
    """The mentors there are now, with their employers, by name."""
    rows = select(Mentor).where(col(Mentor.ended_at).is_(None)).options(joinedload(EMPLOYER))
    if training:
        rows = rows.where(col(Mentor.training) == training)
    if employer_id:
        rows = rows.where(col(Mentor.employer_id) == employer_id)
    return rows.order_by(col(Mentor.name), col(Mentor.id))


def get(session: Session, mentor_id: UUID) -> Mentor:
    """A mentor of the register, for staff. Raises NotFound."""
    found = session.exec(listed().where(col(Mentor.id) == mentor_id)).first()
    if found is None:
        raise NotFound
    return found


def _write(mentor: Mentor, facts: MentorFacts, now: datetime) -> None:
    is_trained = facts.training is MentorTraining.TRAINED
    day = facts.trained_on if is_trained else None
    if is_trained and (day is None or day > clock.local_date(now, zone())):
        raise TrainedWhen
    mentor.name, mentor.reached_at = facts.name, facts.reached_at
    mentor.training, mentor.trained_on = facts.training, day
    mentor.most_youths = facts.most_youths
