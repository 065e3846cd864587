"""Who is on which track, for whom: a track's own team, and of it those who may see the youth."""

from collections.abc import Iterable
from typing import Any, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import User
from foundation.errors import NotFound
from jobtracks.enrolments.models import (
    Enrolment,
    EnrolmentMove,
    EnrolmentState,
    PathwayChoice,
    StepTaken,
)
from jobtracks.models import Cohort, JobTrack
from jobtracks.queries import owned_by
from jobtracks.seats import in_turn
from youths.models import Youth
from youths.queries import visible_to as youths_visible_to

YOUTH = cast("QueryableAttribute[Any]", Enrolment.youth)
COHORT = cast("QueryableAttribute[Any]", Enrolment.cohort)
TRACK = cast("QueryableAttribute[Any]", Cohort.track)
RECORDED_BY = cast("QueryableAttribute[Any]", PathwayChoice.recorded_by)
MOVED_BY = cast("QueryableAttribute[Any]", EnrolmentMove.by)


def visible_to(user: User) -> SelectOfScalar[Enrolment]:
    """The enrolments on tracks of the person's teams, of youths whom she may see."""
    tracks = owned_by(user).with_only_columns(col(JobTrack.id))
    cohorts = select(Cohort.id).where(col(Cohort.track_id).in_(tracks))
    youths = youths_visible_to(user).with_only_columns(col(Youth.id))
    return (
        select(Enrolment)
        .where(col(Enrolment.cohort_id).in_(cohorts), col(Enrolment.youth_id).in_(youths))
        .options(joinedload(YOUTH), joinedload(COHORT).joinedload(TRACK))
    )


def get_visible(session: Session, enrolment_id: UUID, *, to: User) -> Enrolment:
    """The enrolment, if this person may see it. Raises NotFound."""
    found = session.exec(visible_to(to).where(col(Enrolment.id) == enrolment_id)).first()
    if found is None:
        raise NotFound
    return found


def of_cohort(session: Session, cohort: Cohort, user: User) -> list[Enrolment]:
    """Who of those whom the person may see is or was in the cohort, as the line goes."""
    rows = visible_to(user).where(col(Enrolment.cohort_id) == cohort.id)
    return list(session.exec(rows.order_by(*in_turn())))


def of_youth(session: Session, youth: Youth, user: User) -> list[Enrolment]:
    """Where a youth is or was enrolled, the latest first."""
    rows = visible_to(user).where(col(Enrolment.youth_id) == youth.id)
    latest = rows.order_by(col(Enrolment.state_since).desc(), col(Enrolment.id))
    return list(session.exec(latest))


def offers_to(session: Session, user: User) -> list[Enrolment]:
    """The offers whose answer the person may get, the first last day first."""
    rows = visible_to(user).where(col(Enrolment.state) == EnrolmentState.OFFERED)
    return list(session.exec(rows.order_by(col(Enrolment.answer_by), col(Enrolment.id))))


def count_by_state(
    session: Session, cohort_ids: Iterable[UUID]
) -> dict[UUID, dict[EnrolmentState, int]]:
    """How many are in each state of each cohort, those whom one may not see too."""
    ids = list(cohort_ids)
    rows = (
        select(Enrolment.cohort_id, Enrolment.state, func.count())
        .where(col(Enrolment.cohort_id).in_(ids))
        .group_by(col(Enrolment.cohort_id), col(Enrolment.state))
    )
    counts: dict[UUID, dict[EnrolmentState, int]] = {
        each: dict.fromkeys(EnrolmentState, 0) for each in ids
    }
    for cohort_id, state, count in session.exec(rows):
        counts[cohort_id][EnrolmentState(state)] = count
    return counts


def moves_of(session: Session, enrolment: Enrolment) -> list[EnrolmentMove]:
    """What was done with somebody's place, the latest first, with by whom."""
    rows = select(EnrolmentMove).where(col(EnrolmentMove.enrolment_id) == enrolment.id)
    latest = rows.order_by(col(EnrolmentMove.at).desc(), col(EnrolmentMove.id))
    return list(session.exec(latest.options(joinedload(MOVED_BY))))


def steps_taken(session: Session, enrolment_ids: Iterable[UUID]) -> list[StepTaken]:
    """The steps that these have begun."""
    rows = select(StepTaken).where(col(StepTaken.enrolment_id).in_(list(enrolment_ids)))
    return list(session.exec(rows.order_by(col(StepTaken.started_on), col(StepTaken.id))))


def choices_of(session: Session, enrolment: Enrolment) -> list[PathwayChoice]:
    """The pathway choices, the one in force first."""
    rows = select(PathwayChoice).where(col(PathwayChoice.enrolment_id) == enrolment.id)
    latest = rows.order_by(
        col(PathwayChoice.chosen_on).desc(),
        col(PathwayChoice.recorded_at).desc(),
        col(PathwayChoice.id),
    )
    return list(session.exec(latest.options(joinedload(RECORDED_BY))))
