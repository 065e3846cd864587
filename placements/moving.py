"""Taking a step: checked against the table, written once, remembered for good."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, update

from accounts import audit
from accounts.models import User
from placements import states
from placements.models import Introduction, Move, Party, Stage, Way, Why
from placements.states import IllegalStep, Step

DEADLINES: dict[str, Any] = {"due_on": None, "remind_on": None}
"""A deadline belongs to the step that set it, and is gone with the next one."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who takes a step, for whom, and how. `user` is None for the clock and for a youth's link."""

    party: Party
    user: User | None = None
    way: Way = Way.PORTAL


CLOCK = Actor(Party.CLOCK)


def take(
    session: Session,
    introduction: Introduction,
    step: Step,
    *,
    by: Actor,
    now: datetime,
    why: Why | None = None,
    note: str = "",
    **values: Any,
) -> None:
    """Take a step with the version that was read; of two at once, the second is refused.

    `values` are columns of the introduction to write with it. Raises IllegalStep.
    """
    before = introduction.stage
    after = states.after(before, step, by.party)
    closed = {"closed_why": why} if after is Stage.CLOSED else {}
    moved = session.exec(
        update(Introduction)
        .where(col(Introduction.id) == introduction.id, col(Introduction.stage) == before)
        .where(col(Introduction.moves) == introduction.moves)
        .values(
            stage=after,
            stage_since=now if after is not before else introduction.stage_since,
            moves=introduction.moves + 1,
            **DEADLINES | closed | values,
        )
    )
    if not moved.rowcount:
        raise IllegalStep
    session.refresh(introduction)
    note_move(session, introduction, step, before, by=by, now=now, why=why, note=note)


def note_move(
    session: Session,
    introduction: Introduction,
    step: Step,
    before: Stage,
    *,
    by: Actor,
    now: datetime,
    why: Why | None = None,
    note: str = "",
) -> None:
    """Remember a step, in the history of the introduction and in the audit log."""
    session.add(
        Move(
            introduction_id=introduction.id,
            at=now,
            party=by.party,
            by_id=by.user.id if by.user else None,
            way=by.way,
            step=step,
            before=before,
            after=introduction.stage,
            why=why,
            note=note,
        )
    )
    session.flush()
    audit.record(
        session,
        by=by.user,
        action=f"introduction.{step}",
        subject=introduction.youth,
        now=now,
        introduction_id=str(introduction.id),
        opening_id=str(introduction.opening_id),
        party=by.party,
        why=why,
    )
