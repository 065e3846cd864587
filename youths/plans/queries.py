"""Reads of a plan. Whoever sees the youth sees it, but for her contacts with health care."""

from typing import Any, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, select

from accounts.models import User
from foundation.errors import NotFound
from youths import queries as youths
from youths.belonging import only
from youths.models import Youth
from youths.plans.models import (
    ActionPlan,
    Activity,
    ActivityKind,
    JointMeeting,
    PlanVersion,
    ProjectDescription,
)
from youths.strengths.support import may_read


def plan_of(session: Session, youth: Youth) -> ActionPlan | None:
    """The youth's plan, if its goal has been written."""
    return only(session, ActionPlan, youth)


def description_of(session: Session, youth: Youth) -> ProjectDescription | None:
    """What the youth has written herself, if she has begun."""
    return only(session, ProjectDescription, youth)


def activities_of(session: Session, youth: Youth, *, with_health: bool) -> list[Activity]:
    """The plan's activities in the order of their days, those without a day last."""
    rows = select(Activity).where(Activity.youth_id == youth.id)
    if not with_health:
        rows = rows.where(Activity.kind != ActivityKind.HEALTH_CONTACT)
    by_day = col(Activity.starts_on).asc().nulls_last()
    return list(session.exec(rows.order_by(by_day, col(Activity.created_at), col(Activity.id))))


def seen_activities(session: Session, youth: Youth, *, to: User) -> list[Activity]:
    """Those that this person sees: contacts with health care only with the support needs."""
    return activities_of(session, youth, with_health=may_read(session, youth, to))


def get_activity(session: Session, activity_id: UUID, *, to: User) -> Activity:
    """One activity that this person may see. Raises NotFound."""
    found = session.get(Activity, activity_id)
    if found is None or not youths.is_visible(session, found.youth_id, to=to):
        raise NotFound
    is_health = found.kind is ActivityKind.HEALTH_CONTACT
    if is_health and not may_read(session, found.youth, to):
        raise NotFound
    return found


def versions_of(session: Session, youth: Youth) -> list[PlanVersion]:
    """Every version that was kept, the newest first, with who kept it."""
    rows = select(PlanVersion).where(PlanVersion.youth_id == youth.id)
    made_by = joinedload(cast("QueryableAttribute[Any]", PlanVersion.made_by))
    return list(session.exec(rows.options(made_by).order_by(col(PlanVersion.number).desc())))


def meetings_of(session: Session, youth: Youth) -> list[JointMeeting]:
    """The joint meetings, the latest first: its decision is the one that holds."""
    along = (JointMeeting.version, JointMeeting.recorded_by)
    options = (joinedload(cast("QueryableAttribute[Any]", each)) for each in along)
    rows = select(JointMeeting).where(JointMeeting.youth_id == youth.id).options(*options)
    latest = (col(JointMeeting.held_on).desc(), col(JointMeeting.recorded_at).desc())
    return list(session.exec(rows.order_by(*latest, col(JointMeeting.id))))
