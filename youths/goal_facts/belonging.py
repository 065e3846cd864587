"""What becomes of the goals' answers when two rows for one youth are merged."""

from sqlmodel import Session, col, delete, select

from youths.belonging import move_rows
from youths.goal_facts.models import CHANGING, GoalFact
from youths.models import Youth

MOVED = (GoalFact,)
"""What goes along, by its `youth_id`, when a youth is merged into another."""


def move(session: Session, duplicate: Youth, kept: Youth) -> None:
    """Let the answers be the kept youth's; where both have one, hers stays."""
    hers = select(GoalFact).where(GoalFact.youth_id == kept.id)
    kinds, days = set(), set()
    for row in session.exec(hers):
        kinds.add(row.kind)
        days.add((row.kind, row.since))
    theirs = select(GoalFact).where(GoalFact.youth_id == duplicate.id)
    double = [
        row.id
        for row in session.exec(theirs)
        if ((row.kind, row.since) in days if row.kind in CHANGING else row.kind in kinds)
    ]
    session.exec(delete(GoalFact).where(col(GoalFact.id).in_(double)))
    move_rows(session, MOVED, duplicate, kept)
    session.expire_all()
