"""The goal and the activities of a plan: written down, changed, and how they went."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlmodel import Session

from accounts import audit
from accounts.models import User
from foundation.db import take_turn
from foundation.errors import Refused
from foundation.translating import lazy_
from youths.belonging import to_write_in
from youths.models import Youth
from youths.plans.models import ActionPlan, Activity, ActivityKind, NotDone
from youths.service import ChangedMeanwhile


class WrongDays(Refused):
    """An activity ends on the day it begins, or after it."""

    message = lazy_("Sista dagen behöver vara samma dag eller senare.")


class WithoutAName(Refused):
    """Other kinds say what they are by themselves; this one does not."""

    message = lazy_("Skriv vad aktiviteten är.")


class HealthIsNotTold(Refused):
    """Of a contact with health care only the days are kept."""

    message = lazy_("Ta bort texten. Om en vårdkontakt sparar vi bara vilken dag den är.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityFacts:
    """What is written about an activity; every field has the name of its column."""

    kind: ActivityKind
    what: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    place: str = ""
    who_with: str = ""


def set_goal(
    session: Session, youth: Youth, goal: str, *, seen: datetime, by: User, now: datetime
) -> None:
    """Write down the goal in the youth's words. Raises ChangedMeanwhile."""
    to_write_in(session, ActionPlan, youth, seen=seen, now=now).goal = goal
    session.flush()
    audit.record(session, by=by, action="plan.goal_set", subject=youth, now=now)


def plan_activity(
    session: Session, youth: Youth, facts: ActivityFacts, *, by: User, now: datetime
) -> Activity:
    """Put an activity in the plan. Raises WrongDays, WithoutAName or HealthIsNotTold."""
    _must_hold_together(facts)
    activity = Activity(
        youth_id=youth.id, written_by_id=by.id, created_at=now, updated_at=now, **asdict(facts)
    )
    session.add(activity)
    session.flush()
    _log(session, activity, "activity.planned", by, now)
    return activity


def change_activity(
    session: Session,
    activity: Activity,
    facts: ActivityFacts,
    *,
    seen: datetime,
    by: User,
    now: datetime,
) -> None:
    """Change what is written. Raises WrongDays, WithoutAName, HealthIsNotTold, ChangedMeanwhile."""
    _must_hold_together(facts)
    _take_turn(session, activity, seen, now)
    for name, value in asdict(facts).items():
        setattr(activity, name, value)
    session.flush()
    _log(session, activity, "activity.changed", by, now)


def report(
    session: Session,
    activity: Activity,
    *,
    is_done: bool | None,
    why_not: NotDone | None,
    seen: datetime,
    by: User,
    now: datetime,
) -> None:
    """Say how it went; None takes the answer back. Raises ChangedMeanwhile."""
    _take_turn(session, activity, seen, now)
    activity.is_done = is_done
    activity.why_not = why_not if is_done is False else None
    session.flush()
    _log(session, activity, "activity.reported", by, now)


def remove_activity(session: Session, activity: Activity, *, by: User, now: datetime) -> None:
    """Take away what was written by mistake."""
    _log(session, activity, "activity.removed", by, now)
    session.delete(activity)
    session.flush()


def _must_hold_together(facts: ActivityFacts) -> None:
    if facts.ends_on and (facts.starts_on is None or facts.ends_on < facts.starts_on):
        raise WrongDays
    if facts.kind is ActivityKind.OTHER and not facts.what:
        raise WithoutAName
    told = facts.what or facts.place or facts.who_with
    if facts.kind is ActivityKind.HEALTH_CONTACT and told:
        raise HealthIsNotTold


def _take_turn(session: Session, activity: Activity, seen: datetime, now: datetime) -> None:
    if not take_turn(session, activity, seen_at=seen, now=now):
        raise ChangedMeanwhile


def _log(session: Session, activity: Activity, action: str, by: User, now: datetime) -> None:
    """A line about the youth; of a contact with health care not even the kind is logged."""
    is_open = activity.kind is not ActivityKind.HEALTH_CONTACT
    facts = {"kind": activity.kind} if is_open else {}
    audit.record(session, by=by, action=action, subject=activity.youth, now=now, **facts)
