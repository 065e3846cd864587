"""What a supervisor sees: when and where, of what she is named in, and nothing of the person.

She is chosen among the colleagues in the terms of the agreement, or in the opening before there are
any. A name that only reads like hers shows her nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, contains_eager, joinedload
from sqlmodel import Session, and_, col, or_, select

from accounts.models import User
from employers.queries import supervised_at_by
from openings.models import Opening
from placements.agreements.models import Agreement, AgreementState, AgreementVersion
from placements.meetings.models import Meeting
from placements.models import Introduction, Stage
from placements.work.models import FollowUp, Placement
from youths.models import Youth

CONCERNS = (Stage.MEETING, Stage.AGREEMENT, Stage.PLACED)
INTRODUCTION_OF_MEETING = cast("QueryableAttribute[Any]", Meeting.introduction)
INTRODUCTION_OF_PLACEMENT = cast("QueryableAttribute[Any]", Placement.introduction)
OPENING = cast("QueryableAttribute[Any]", Introduction.opening)


@dataclass(frozen=True, slots=True)
class Supervised:
    """The placements that go on, the meetings ahead and the talks that are planned, by day."""

    placements: list[Placement]
    meetings: list[Meeting]
    follow_ups: list[tuple[FollowUp, Placement]]


def supervised_by(session: Session, user: User, *, now: datetime) -> Supervised:
    """What the person is named in where she is a supervisor; four questions, however much it is.

    Whoever has got protected identity is not among them.
    """
    named = set(_named(session, user))
    placements = _placements(session, named)
    of_id = {each.id: each for each in placements}
    talks = [(each, of_id[each.placement_id]) for each in _talks(session, of_id)]
    return Supervised(placements, _meetings(session, named, now), talks)


def _named(session: Session, user: User) -> Sequence[UUID]:
    """The introductions that have the person as supervisor."""
    kept = and_(
        col(Agreement.introduction_id) == Introduction.id,
        col(Agreement.state) != AgreementState.DROPPED,
    )
    in_force = and_(
        col(AgreementVersion.agreement_id) == Agreement.id,
        col(AgreementVersion.number) == Agreement.number,
    )
    is_worded = col(AgreementVersion.id).is_not(None)
    is_hers = or_(
        and_(is_worded, col(AgreementVersion.supervisor_id) == user.id),
        and_(~is_worded, col(Opening.supervisor_id) == user.id),
    )
    rows = (
        select(Introduction.id)
        .join(Opening, col(Opening.id) == Introduction.opening_id)
        .join(Youth, col(Youth.id) == Introduction.youth_id)
        .outerjoin(Agreement, kept)
        .outerjoin(AgreementVersion, in_force)
        .where(col(Opening.employer_id).in_(supervised_at_by(user)))
        .where(col(Introduction.stage).in_(CONCERNS), col(Youth.protected_identity).is_(False))
        .where(is_hers)
    )
    return session.exec(rows).all()


def _placements(session: Session, named: Collection[UUID]) -> list[Placement]:
    rows = (
        select(Placement)
        .join(Introduction, col(Introduction.id) == Placement.introduction_id)
        .where(col(Introduction.id).in_(named), Introduction.stage == Stage.PLACED)
        .options(contains_eager(INTRODUCTION_OF_PLACEMENT).joinedload(OPENING))
    )
    return list(session.exec(rows.order_by(col(Placement.starts_on), col(Placement.id))))


def _meetings(session: Session, named: Collection[UUID], now: datetime) -> list[Meeting]:
    rows = (
        select(Meeting)
        .where(col(Meeting.introduction_id).in_(named), col(Meeting.cancelled_at).is_(None))
        .where(col(Meeting.starts_at) >= now)
        .options(
            joinedload(INTRODUCTION_OF_MEETING).joinedload(OPENING),
            joinedload(cast("QueryableAttribute[Any]", Meeting.proposed_by)),
        )
    )
    return list(session.exec(rows.order_by(col(Meeting.starts_at), col(Meeting.id))))


def _talks(session: Session, placement_ids: Collection[UUID]) -> list[FollowUp]:
    rows = select(FollowUp).where(
        col(FollowUp.placement_id).in_(placement_ids), col(FollowUp.done_on).is_(None)
    )
    return list(session.exec(rows.order_by(col(FollowUp.due_on), col(FollowUp.id))))
