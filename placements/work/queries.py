"""Reads of placements; whoever sees the introduction sees what came of it."""

from uuid import UUID

from sqlmodel import Session, col, select

from accounts.models import User
from foundation.errors import NotFound
from placements import queries
from placements.models import Introduction
from placements.work.models import Assessment, FollowUp, Placement


def placement_of(session: Session, introduction: Introduction) -> Placement | None:
    """The placement that an introduction led to, if it did."""
    rows = select(Placement).where(Placement.introduction_id == introduction.id)
    return session.exec(rows).one_or_none()


def get_placement(session: Session, introduction_id: UUID, *, to: User) -> Placement:
    """The placement of an introduction that the caseworker may see. Raises NotFound."""
    found = placement_of(session, queries.get_visible(session, introduction_id, to=to))
    if found is None:
        raise NotFound
    return found


def follow_ups_of(session: Session, placement: Placement) -> list[FollowUp]:
    """The talks of a placement, done and planned, in the order of their days."""
    rows = select(FollowUp).where(FollowUp.placement_id == placement.id)
    return list(session.exec(rows.order_by(col(FollowUp.due_on), col(FollowUp.id))))


def get_follow_up(session: Session, follow_up_id: UUID, *, to: User) -> FollowUp:
    """One talk, if the caseworker may see the youth. Raises NotFound."""
    seen = queries.visible_to(to).with_only_columns(col(Introduction.id))
    rows = (
        select(FollowUp)
        .join(Placement, col(Placement.id) == FollowUp.placement_id)
        .where(FollowUp.id == follow_up_id, col(Placement.introduction_id).in_(seen))
    )
    found = session.exec(rows).first()
    if found is None:
        raise NotFound
    return found


def assessments_of(session: Session, placement: Placement) -> list[Assessment]:
    """What the two sides have said at the end."""
    rows = select(Assessment).where(Assessment.placement_id == placement.id)
    return list(session.exec(rows.order_by(col(Assessment.given_at), col(Assessment.id))))
