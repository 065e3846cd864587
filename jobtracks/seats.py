"""Seats of cohorts: never more than there are, handed on when they come free, in the line's order.

Everything here works on a track that the caller has locked.
"""

from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session, col, func, select, update
from sqlmodel.sql.expression import SelectOfScalar

from foundation import clock
from foundation.errors import Refused
from foundation.translating import lazy_, zone
from jobtracks.enrolments.models import Enrolment, EnrolmentState
from jobtracks.models import Cohort, JobTrack, TrackState
from jobtracks.moving import move_enrolment, move_track
from jobtracks.states import LETS, EnrolmentAct, Lets, TrackAct
from youths.models import Youth
from youths.queries import is_active

ANSWER_DAYS = timedelta(days=7)
"""How long an offered seat waits for its answer."""


class NoSeatLeft(Refused):
    """Every seat that the cohort has is somebody's."""

    message = lazy_("Alla platser i omgången är tagna. Ställ ungdomen i kö i stället.")


def take_seat(session: Session, cohort: Cohort) -> None:
    """Take one of the cohort's seats. Raises NoSeatLeft."""
    taken = session.exec(
        update(Cohort)
        .where(col(Cohort.id) == cohort.id, col(Cohort.taken) < col(Cohort.seats))
        .values(taken=col(Cohort.taken) + 1)
    )
    if not taken.rowcount:
        raise NoSeatLeft
    session.refresh(cohort)


def give_back(session: Session, cohort: Cohort) -> None:
    """Let the cohort have a seat again."""
    session.exec(
        update(Cohort).where(col(Cohort.id) == cohort.id).values(taken=col(Cohort.taken) - 1)
    )
    session.refresh(cohort)


def line(cohort: Cohort) -> SelectOfScalar[Enrolment]:
    """Who waits for a seat, in the order in which they get one.

    Those with a written reason go before the others; otherwise who showed interest first is
    first. Who is archived waits for nothing.
    """
    rows = (
        select(Enrolment)
        .join(Youth)
        .where(
            col(Enrolment.cohort_id) == cohort.id,
            col(Enrolment.state) == EnrolmentState.WAITING,
            is_active(),
        )
    )
    return rows.order_by(*in_turn())


def first_in_line(session: Session, cohort: Cohort) -> Enrolment | None:
    """Who gets the next seat."""
    return session.exec(line(cohort).limit(1)).first()


def last_day(now: datetime) -> date:
    """The last day to answer an offer that is made now."""
    return clock.local_date(now, zone()) + ANSWER_DAYS


def hand_on(session: Session, track: JobTrack, cohort: Cohort, *, now: datetime) -> list[Enrolment]:
    """Offer every free seat to the next in the line; returns who was offered one."""
    offered: list[Enrolment] = []
    while Lets.HAND_ON in LETS[track.state] and cohort.seats_left:
        following = first_in_line(session, cohort)
        if following is None:
            break
        take_seat(session, cohort)
        move_enrolment(
            session,
            following,
            EnrolmentAct.OFFER,
            track,
            by=None,
            now=now,
            answer_by=last_day(now),
        )
        offered.append(following)
    return offered


def settle(session: Session, track: JobTrack, *, now: datetime) -> list[Enrolment]:
    """Hand on what is free in every cohort, and let the track be full or not as its seats say.

    A track is full where somebody is still taken in to a cohort, and none of these has a seat.
    """
    cohorts = open_cohorts(session, track)
    offered = [each for one in cohorts for each in hand_on(session, track, one, now=now)]
    has_room = any(each.seats_left for each in cohorts)
    if track.state is TrackState.PUBLISHED and cohorts and not has_room:
        move_track(session, track, TrackAct.FILL, by=None, now=now)
    elif track.state is TrackState.FULL and (has_room or not cohorts):
        move_track(session, track, TrackAct.REOPEN, by=None, now=now)
    return offered


def open_cohorts(session: Session, track: JobTrack) -> list[Cohort]:
    """The cohorts that still take in, the earliest first."""
    session.flush()
    rows = select(Cohort).where(col(Cohort.track_id) == track.id, col(Cohort.is_open))
    fresh = rows.order_by(col(Cohort.starts_on), col(Cohort.id))
    return list(session.exec(fresh.execution_options(populate_existing=True)))


def waiting(session: Session, cohort: Cohort) -> int:
    """How many wait for a seat."""
    return session.exec(select(func.count()).select_from(line(cohort).subquery())).one()


def in_turn() -> tuple[Any, ...]:
    """The order of the line."""
    return (
        col(Enrolment.goes_before).is_(None),
        col(Enrolment.in_line_since),
        col(Enrolment.id),
    )
