"""Versions of a plan: kept as they were, numbered from one, and compared part by part."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from accounts import audit
from accounts.models import User
from youths.belonging import lock
from youths.models import Youth
from youths.plans import queries
from youths.plans.models import FrozenActivity, OwnWords, PlanVersion, Snapshot


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two versions differ: a part of the plan, or one activity with before and after."""

    part: str
    before: str | FrozenActivity | None
    after: str | FrozenActivity | None


def snapshot(session: Session, youth: Youth) -> Snapshot:
    """The plan as everybody who works with the youth may read it now."""
    plan = queries.plan_of(session, youth)
    description = queries.description_of(session, youth)
    activities = queries.activities_of(session, youth, with_health=False)
    names = FrozenActivity.model_fields
    return Snapshot(
        goal=plan.goal if plan else "",
        activities=tuple(
            FrozenActivity(**{name: getattr(each, name) for name in names}) for each in activities
        ),
        own_words=description.shown if description else None,
    )


def keep(session: Session, youth: Youth, *, by: User, now: datetime) -> PlanVersion:
    """Keep the plan as it is now; where nothing has changed it is the latest version again."""
    lock(session, youth)
    rows = select(PlanVersion).where(PlanVersion.youth_id == youth.id)
    latest = session.exec(rows.order_by(col(PlanVersion.number).desc())).first()
    plan = snapshot(session, youth)
    if latest is not None and latest.plan == plan:
        return latest
    number = latest.number + 1 if latest else 1
    version = PlanVersion(
        youth_id=youth.id, number=number, plan=plan, made_by_id=by.id, made_at=now
    )
    session.add(version)
    session.flush()
    audit.record(session, by=by, action="plan.kept", subject=youth, now=now, number=number)
    return version


def differences(before: Snapshot, after: Snapshot) -> list[Difference]:
    """Where two versions differ: the goal, activities by their days, and her own words by part."""
    found = [Difference("goal", before.goal, after.goal)] if before.goal != after.goal else []
    old = {each.id: each for each in before.activities}
    new = {each.id: each for each in after.activities}
    found += [
        Difference("activity", old.get(key), new.get(key))
        for key in dict.fromkeys((*old, *new))
        if old.get(key) != new.get(key)
    ]
    was, is_now = before.own_words or OwnWords(), after.own_words or OwnWords()
    found += [
        Difference(part, getattr(was, part), getattr(is_now, part))
        for part in OwnWords.model_fields
        if getattr(was, part) != getattr(is_now, part)
    ]
    return found
