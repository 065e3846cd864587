"""Pledges: made by staff or an owner, changed with a history in the audit log, and ended."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Self, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts import audit
from accounts.models import User
from accounts.permissions import CASEWORKERS
from employers import queries as employers
from employers.merging import standing
from employers.models import Employer
from foundation.db import take_turn
from foundation.errors import NotFound, Refused
from foundation.translating import lazy_
from openings.models import OpeningKind, Pledge

LONGEST = timedelta(days=366 * 3)
EMPLOYER = cast("QueryableAttribute[Any]", Pledge.employer)


class PeriodWrong(Refused):
    """A pledge is for a time that one can look back on."""

    message = lazy_("Slutdagen behöver ligga efter startdagen, och högst tre år bort.")


class ChangedMeanwhile(Refused):
    """Somebody else saved another version after this one was opened."""

    message = lazy_("Någon annan har ändrat löftet medan du skrev.")


class Ended(Refused):
    """What has ended is kept as it was."""

    message = lazy_("Löftet är avslutat och går inte att ändra.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeFacts:
    """What is promised: a number of vacancies, 1 to 5,000, of a kind or of any."""

    promised: int
    kind: OpeningKind | None
    starts_on: date
    ends_on: date
    note: str = ""

    @classmethod
    def of(cls, pledge: Pledge) -> Self:
        """What is promised now."""
        return cls(
            promised=pledge.promised,
            kind=pledge.kind,
            starts_on=pledge.starts_on,
            ends_on=pledge.ends_on,
            note=pledge.note,
        )

    def changed_from(self, before: Self) -> dict[str, list[str | int | None]]:
        """Each code, count or day that differs, as it was and as it is; of the note, only that."""
        told = {
            name: [_plain(getattr(before, name)), _plain(getattr(self, name))]
            for name in ("promised", "kind", "starts_on", "ends_on")
            if getattr(before, name) != getattr(self, name)
        }
        return told | ({"note": []} if before.note != self.note else {})


def make(
    session: Session, employer: Employer, facts: PledgeFacts, *, by: User, now: datetime
) -> Pledge:
    """A new pledge of the employer. Raises PeriodWrong."""
    pledge = Pledge(
        employer_id=standing(session, employer).id,
        promised=facts.promised,
        starts_on=facts.starts_on,
        ends_on=facts.ends_on,
        created_at=now,
        updated_at=now,
    )
    _write(pledge, facts)
    session.add(pledge)
    session.flush()
    audit.record(
        session, by=by, action="pledge.made", subject=pledge, now=now, promised=facts.promised
    )
    return pledge


def change(
    session: Session,
    pledge: Pledge,
    facts: PledgeFacts,
    *,
    seen_at: datetime,
    by: User,
    now: datetime,
) -> None:
    """Promise something else; the log keeps what it was. Raises as `make`, or ChangedMeanwhile."""
    if pledge.ended_at:
        raise Ended
    changed = facts.changed_from(PledgeFacts.of(pledge))
    if not changed:
        return
    if not take_turn(session, pledge, seen_at=seen_at, now=now):
        raise ChangedMeanwhile
    _write(pledge, facts)
    session.flush()
    audit.record(session, by=by, action="pledge.changed", subject=pledge, now=now, **changed)


def end(session: Session, pledge: Pledge, *, by: User, now: datetime) -> None:
    """Promise no more; what was offered and filled stays to be seen."""
    if pledge.ended_at is None:
        pledge.ended_at = now
        session.flush()
        audit.record(session, by=by, action="pledge.ended", subject=pledge, now=now)


def visible_to(user: User) -> SelectOfScalar[Pledge]:
    """The pledges that a person may see: her employers' own, or for staff every one.

    With their employers, those that go on first and of them the ones that end soonest.
    """
    rows = select(Pledge).options(joinedload(EMPLOYER))
    if not user.is_staff:
        rows = rows.where(col(Pledge.employer_id).in_(employers.acted_for_by(user)))
    return rows.order_by(col(Pledge.ended_at).is_not(None), col(Pledge.ends_on), col(Pledge.id))


def of_employer(user: User, employer_id: UUID) -> SelectOfScalar[Pledge]:
    """What the person may see of an employer's own pledges."""
    return visible_to(user).where(col(Pledge.employer_id) == employer_id)


def get_visible(session: Session, pledge_id: UUID, *, to: User) -> Pledge:
    """The pledge, if this person may see it. Raises NotFound otherwise."""
    found = session.exec(visible_to(to).where(col(Pledge.id) == pledge_id)).first()
    if found is None:
        raise NotFound
    return found


def get_changeable(session: Session, pledge_id: UUID, *, by: User) -> Pledge:
    """The pledge, if this person may change it: an owner or a caseworker. Raises NotFound."""
    found = get_visible(session, pledge_id, to=by)
    if not may_change(session, found, by):
        raise NotFound
    return found


def may_change(session: Session, pledge: Pledge, user: User) -> bool:
    """Whether the person may change what is promised: an owner or a caseworker."""
    if user.role in CASEWORKERS:
        return True
    return pledge.employer_id in session.exec(employers.owned_by(user)).all()


def _write(pledge: Pledge, facts: PledgeFacts) -> None:
    if not timedelta(0) < facts.ends_on - facts.starts_on <= LONGEST:
        raise PeriodWrong
    pledge.promised, pledge.kind, pledge.note = facts.promised, facts.kind, facts.note
    pledge.starts_on, pledge.ends_on = facts.starts_on, facts.ends_on


def _plain(value: object) -> str | int | None:
    return value if value is None or isinstance(value, int) else str(value)
