"""Puts the steps of a checklist in a plan: each once, however often it is asked for."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlmodel import Session, col, select

from accounts.models import User
from youths.belonging import lock
from youths.models import Youth
from youths.plans.models import Activity
from youths.plans.service import ActivityFacts, plan_activity


def planned_of(session: Session, youth: Youth, keys: Collection[str]) -> set[str]:
    """Which of these steps stand in the youth's plan."""
    rows = select(Activity.checklist_key).where(
        Activity.youth_id == youth.id, col(Activity.checklist_key).in_(keys)
    )
    return {key for key in session.exec(rows) if key}


def plan_checklist(
    session: Session,
    youth: Youth,
    steps: Mapping[str, ActivityFacts],
    *,
    by: User,
    now: datetime,
) -> int:
    """Put the steps that are not there yet in the plan; returns how many there were.

    A step is known by its key. Raises what `plan_activity` raises.
    """
    lock(session, youth)
    known = planned_of(session, youth, steps)
    new = {key: facts for key, facts in steps.items() if key not in known}
    for key, facts in new.items():
        plan_activity(session, youth, facts, by=by, now=now).checklist_key = key
    session.flush()
    return len(new)
