"""Two employers that look like one and are two, as a coordinator has judged.

The judgement stays until somebody takes it back, or one of the two becomes part of another.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, delete, or_, select

from accounts import audit
from accounts.models import User
from employers.models import Apart, Employer
from foundation.db import broke

JUDGED_ONCE = ("uq_apart_first_id_second_id", "apart.first_id", "apart.second_id")
"""The constraint, as PostgreSQL and as SQLite name it."""

PEOPLE = cast("tuple[QueryableAttribute[Any], ...]", (Apart.first, Apart.second, Apart.judged_by))


@dataclass(frozen=True, slots=True)
class Two:
    """Two employers in the order in which they are kept, whichever was named first."""

    first_id: UUID
    second_id: UUID

    @classmethod
    def of(cls, one: Employer, other: Employer) -> "Two":
        """The two, each in its place."""
        return cls(*sorted((one.id, other.id)))


def judge(session: Session, one: Employer, other: Employer, *, by: User, now: datetime) -> None:
    """Say that the two are not the same. Said twice, or by two at once, it is said once."""
    two = Two.of(one, other)
    try:
        with session.begin_nested():
            session.add(
                Apart(
                    first_id=two.first_id,
                    second_id=two.second_id,
                    judged_by_id=by.id,
                    judged_at=now,
                )
            )
    except IntegrityError as error:
        if not broke(error, *JUDGED_ONCE):
            raise
        return
    _log(session, one, other, "employer.judged_apart", by, now)


def take_back(session: Session, one: Employer, other: Employer, *, by: User, now: datetime) -> None:
    """Let the two be asked about again; nothing happens where nobody has judged them."""
    two = Two.of(one, other)
    gone = delete(Apart).where(
        col(Apart.first_id) == two.first_id, col(Apart.second_id) == two.second_id
    )
    if session.exec(gone).rowcount:
        _log(session, one, other, "employer.judged_again", by, now)


def judged(session: Session) -> list[Apart]:
    """All that have been judged, the latest first, with both employers and who judged."""
    rows = select(Apart).order_by(col(Apart.judged_at).desc(), col(Apart.id))
    return list(session.exec(rows.options(*(joinedload(one) for one in PEOPLE))))


def pairs(session: Session) -> frozenset[Two]:
    """Every two that have been judged not to be the same."""
    return frozenset(Two(*row) for row in session.exec(select(Apart.first_id, Apart.second_id)))


def forget(session: Session, employer: Employer) -> None:
    """Let go what was judged about an employer that becomes part of another."""
    named = or_(col(Apart.first_id) == employer.id, col(Apart.second_id) == employer.id)
    session.exec(delete(Apart).where(named))


def _log(
    session: Session, one: Employer, other: Employer, action: str, by: User, now: datetime
) -> None:
    audit.record(session, by=by, action=action, subject=one, now=now, other=str(other.id))
