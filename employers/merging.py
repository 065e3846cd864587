"""Two rows for one organisation become one, and nothing is lost.

What lies in this package moves here, by an explicit list; what lies above moves itself, and
`placements.merging_employers` asks it to. The duplicate stays as a row that points at the one
kept, so that its number, and an address that somebody has saved, still lead there.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select, update

from accounts import audit
from accounts.models import User
from employers.apart import judging
from employers.models import (
    Colleague,
    ColleagueRole,
    ColleagueState,
    Contact,
    Employer,
    Mentor,
    Workplace,
)
from employers.units import ids_below
from foundation.errors import Refused
from foundation.translating import lazy_

MOVED = (Workplace, Contact, Mentor)
"""What simply goes along, by its `employer_id`. Colleagues and units take more thought."""

NEAREST = (
    ColleagueState.ACTIVE,
    ColleagueState.INVITED,
    ColleagueState.ASKED,
    ColleagueState.UNCONFIRMED,
    ColleagueState.DECLINED,
    ColleagueState.LEFT,
)
"""Of a person's two ties, the one that is nearest to acting is kept."""


class MergedIntoItself(Refused):
    """One row is no duplicate."""

    message = lazy_("Det är samma arbetsgivare. Välj två olika.")


class AlreadyMerged(Refused):
    """Somebody was faster."""

    message = lazy_("En av dem är redan ihopslagen med en annan. Ladda om listan.")


def merge(
    session: Session, duplicate: Employer, kept: Employer, *, by: User, now: datetime
) -> None:
    """Let `kept` have all that `duplicate` has. Raises MergedIntoItself or AlreadyMerged."""
    if duplicate.id == kept.id:
        raise MergedIntoItself
    _take_turn(session, duplicate, kept)
    for table in MOVED:
        theirs = update(table).where(col(table.employer_id) == duplicate.id)
        session.exec(theirs.values(employer_id=kept.id))
    judging.forget(session, duplicate)
    _move_colleagues(session, duplicate, kept)
    _move_units(session, duplicate, kept)
    _take_over(duplicate, kept)
    duplicate.updated_at = kept.updated_at = now
    session.flush()
    session.expire_all()
    facts = {"merged": str(duplicate.id), "kept": str(kept.id)}
    for subject in (duplicate, kept):
        audit.record(session, by=by, action="employer.merged", subject=subject, now=now, **facts)


def standing(session: Session, employer: Employer) -> Employer:
    """The employer itself, or the one that it has been merged into; neither merges meanwhile.

    Whoever adds a row to an employer asks here first, or the row could end at a duplicate.
    """
    for employer_id in (employer.id, employer.merged_into_id):
        rows = select(Employer).where(col(Employer.id) == employer_id)
        fresh = rows.with_for_update(read=True).execution_options(populate_existing=True)
        found = session.exec(fresh).one()
        if found.merged_into_id is None:
            return found
    raise AlreadyMerged


def retie(session: Session, tie: Colleague, employer_id: UUID) -> Colleague:
    """Move a person's tie to another employer; of two there, the nearer one is kept."""
    there = session.exec(
        select(Colleague).where(
            col(Colleague.employer_id) == employer_id, col(Colleague.user_id) == tie.user_id
        )
    ).first()
    if there is None:
        tie.employer_id = employer_id
        session.flush()
        return tie
    if _nearness(tie) < _nearness(there):
        there.state, there.role = tie.state, tie.role
        there.asked_at, there.answered_at = tie.asked_at, tie.answered_at
    session.delete(tie)
    session.flush()
    return there


def _take_turn(session: Session, duplicate: Employer, kept: Employer) -> None:
    """Lock both, always in the same order, and look again at what they are."""
    rows = select(Employer).where(col(Employer.id).in_([duplicate.id, kept.id]))
    locked = rows.order_by(col(Employer.id)).with_for_update()
    for each in session.exec(locked.execution_options(populate_existing=True)):
        if each.merged_into_id is not None:
            raise AlreadyMerged


def _move_colleagues(session: Session, duplicate: Employer, kept: Employer) -> None:
    ties = select(Colleague).where(col(Colleague.employer_id) == duplicate.id)
    for tie in session.exec(ties).all():
        retie(session, tie, kept.id)


def _nearness(tie: Colleague) -> tuple[int, int]:
    return NEAREST.index(tie.state), list(ColleagueRole).index(tie.role)


def _move_units(session: Session, duplicate: Employer, kept: Employer) -> None:
    """The duplicate's units become the kept one's, which takes its place if that is higher."""
    is_above = kept.id in ids_below(session, duplicate)
    is_below = duplicate.id in ids_below(session, kept)
    if is_above or (kept.parent_id is None and not is_below):
        kept.parent_id = duplicate.parent_id
    duplicate.parent_id, duplicate.merged_into_id = None, kept.id
    session.flush()
    for was, unless in ((Employer.parent_id, kept.id), (Employer.merged_into_id, None)):
        rows = update(Employer).where(col(was) == duplicate.id, _is_not(unless))
        session.exec(rows.values({was: kept.id}))


def _is_not(employer_id: UUID | None) -> ColumnElement[bool]:
    return col(Employer.id).is_distinct_from(employer_id)


def _take_over(duplicate: Employer, kept: Employer) -> None:
    """A no to introductions, the longer pause, and what only the duplicate knew, go along."""
    kept.opted_out_at = kept.opted_out_at or duplicate.opted_out_at
    pauses = [day for day in (kept.paused_until, duplicate.paused_until) if day]
    kept.paused_until = max(pauses, default=None)
    kept.relation_owner_id = kept.relation_owner_id or duplicate.relation_owner_id
    kept.website = kept.website or duplicate.website
    kept.about = kept.about or duplicate.about
