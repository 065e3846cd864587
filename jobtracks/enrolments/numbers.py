"""How far teams have come with their tracks, in numbers: how many, never who."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import case
from sqlmodel import Session, col, func, select

from jobtracks import queries
from jobtracks.enrolments.models import Enrolment, EnrolmentState
from jobtracks.models import Cohort, JobTrack
from jobtracks.states import READABLE

ENROLLED = frozenset({EnrolmentState.ACTIVE, EnrolmentState.PAUSED})
WAITING = frozenset({EnrolmentState.INTEREST, EnrolmentState.WAITING, EnrolmentState.OFFERED})


@dataclass(frozen=True, slots=True)
class TrackNumbers:
    """A team's tracks: published ones, their seats, who is on a track, and who waits for one.

    Seats are those of cohorts that still take in. Numbers of people are told with
    `foundation.translating.few`.
    """

    published: int = 0
    seats: int = 0
    enrolled: int = 0
    waiting: int = 0


def of_teams(session: Session) -> dict[UUID, TrackNumbers]:
    """The numbers of every team that has anything to count, in three questions for all."""
    published = queries.count_readable(session)
    is_given = (col(JobTrack.state).in_(READABLE), col(Cohort.is_open))
    seats = select(JobTrack.team_id, func.sum(Cohort.seats)).join(Cohort).where(*is_given)
    seats_of = dict(session.exec(seats.group_by(col(JobTrack.team_id))).all())
    people = (
        select(JobTrack.team_id, _how_many(ENROLLED), _how_many(WAITING))
        .join(Cohort, col(Cohort.track_id) == JobTrack.id)
        .join(Enrolment, col(Enrolment.cohort_id) == Cohort.id)
        .group_by(col(JobTrack.team_id))
    )
    people_of = {team_id: (on, waiting) for team_id, on, waiting in session.exec(people)}
    return {
        each: TrackNumbers(
            published.get(each, 0), seats_of.get(each, 0), *people_of.get(each, (0, 0))
        )
        for each in {*published, *seats_of, *people_of}
    }


def _how_many(states: frozenset[EnrolmentState]) -> Any:
    """How many different youths are in one of these states; one may wait for two tracks."""
    is_in = col(Enrolment.state).in_(states)
    return func.count(func.distinct(case((is_in, col(Enrolment.youth_id)))))
