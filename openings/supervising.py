"""Who of the employer's colleagues is the supervisor at an opening, apart from what she is called.

Whoever is not a colleague is a name and nothing else, and sees nothing.
"""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, update

from accounts import audit
from accounts.models import User
from employers import queries as employers
from openings.models import Opening, OpeningState


def colleague(session: Session, employer_id: UUID | None, user_id: UUID | None) -> User | None:
    """The colleague of the employer with this id, or None where there is none."""
    if employer_id is None or user_id is None:
        return None
    ties = employers.colleagues_at(session, [employer_id])[employer_id]
    return next((tie.user for tie in ties if tie.user_id == user_id), None)


def choose(
    session: Session, opening: Opening, user_id: UUID | None, *, by: User, now: datetime
) -> None:
    """Let a colleague be the supervisor, under her own name; who is none there stays a name."""
    person = colleague(session, opening.employer_id, user_id)
    before = (opening.supervisor_id, opening.supervisor)
    opening.supervisor_id = person.id if person else None
    if person:
        opening.supervisor = person.name
    if before == (opening.supervisor_id, opening.supervisor):
        return
    opening.updated_at = now
    session.flush()
    audit.record(session, by=by, action="opening.supervisor_chosen", subject=opening, now=now)


def let_go(session: Session, employer_id: UUID, leaving: User) -> None:
    """What is not closed keeps only the name of a supervisor who leaves."""
    rows = update(Opening).where(
        col(Opening.employer_id) == employer_id,
        col(Opening.supervisor_id) == leaving.id,
        col(Opening.state) != OpeningState.CLOSED,
    )
    session.exec(rows.values(supervisor_id=None))
    session.expire_all()
