"""One at a time: a turn at an agreement, and the line that it leaves in the audit log."""

from datetime import datetime

from sqlmodel import Session

from accounts import audit
from accounts.models import User
from foundation import db
from foundation.errors import Refused
from foundation.translating import lazy_
from placements.agreements.models import Agreement, AgreementState
from placements.agreements.queries import last_day, warned_on
from placements.agreements.states import Act, after
from placements.models import Stage
from placements.states import IllegalStep
from placements.terms import terms_of


class ChangedMeanwhile(Refused):
    """A colleague has changed the agreement since it was read."""

    message = lazy_("Någon annan har ändrat överenskommelsen. Läs den nya och försök igen.")


def take_turn(
    session: Session, agreement: Agreement, act: Act, *, seen_at: datetime, now: datetime
) -> AgreementState:
    """Lock the agreement and move it, if it is as it was seen and the introduction goes on.

    Returns the state that it was in. Raises ChangedMeanwhile, IllegalStep or NotNow.
    """
    if not db.take_turn(session, agreement, seen_at=seen_at, now=now):
        raise ChangedMeanwhile
    session.refresh(agreement.introduction)
    if agreement.introduction.stage is not Stage.AGREEMENT:
        raise IllegalStep
    before = agreement.state
    agreement.state = after(before, act)
    touch(session, agreement, now)
    return before


def touch(session: Session, agreement: Agreement, now: datetime) -> None:
    """Give it the team's days from now on; the introduction waits until the last of them."""
    introduction = agreement.introduction
    agreement.touched_at = now
    days = terms_of(session, introduction.youth.team_id).draft_days
    introduction.due_on = last_day(now, days)
    introduction.remind_on = warned_on(now, days)
    session.flush()


def log(
    session: Session,
    agreement: Agreement,
    action: str,
    by: User | None,
    now: datetime,
    **facts: object,
) -> None:
    """Leave a line about the youth whose agreement it is."""
    audit.record(
        session,
        by=by,
        action=action,
        subject=agreement.introduction.youth,
        now=now,
        introduction_id=str(agreement.introduction_id),
        agreement_id=str(agreement.id),
        **facts,
    )
