"""Several connections at once on a real database: a seat is never given twice."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from accounts.models import User
from foundation.db import session_for
from jobtracks.enrolments import service as enrolments
from jobtracks.enrolments.models import HOLDS_SEAT, Enrolment, EnrolmentState, Why
from jobtracks.models import Cohort, TrackState
from jobtracks.tending import tend
from tests.factories import NOW
from tests.jobtracks.makers import a_cohort, a_team, a_track, in_team, interested, on_track
from tests.racing import together
from youths.models import Youth

AT_ONCE = 6


def holders(engine: Engine, cohort_id: object) -> tuple[int, int, TrackState]:
    """How many hold a seat, how many are counted, and the state of the track."""
    with Session(engine) as session:
        cohort = session.exec(select(Cohort).where(Cohort.id == cohort_id)).one()
        rows = select(Enrolment).where(col(Enrolment.state).in_(HOLDS_SEAT))
        return len(session.exec(rows).all()), cohort.taken, cohort.track.state


def test_of_many_who_offer_the_last_two_seats_at_once_two_do(fresh_engine: Engine) -> None:
    with session_for(fresh_engine) as session:
        team, by = a_team(session)
        cohort = a_cohort(session, a_track(session, team, by), by, seats=2)
        ids = [interested(session, cohort, by).id for _number in range(AT_ONCE)]
        cohort_id, by_id = cohort.id, by.id

    def offering(enrolment_id: object) -> Callable[[Session], object]:
        def act(session: Session) -> None:
            enrolment = session.get_one(Enrolment, enrolment_id)
            enrolments.offer(session, enrolment, by=session.get_one(User, by_id), now=NOW)

        return act

    went = together(fresh_engine, *map(offering, ids))
    assert sum(went) == 2
    assert holders(fresh_engine, cohort_id) == (2, 2, TrackState.FULL)


def test_a_seat_that_comes_free_while_others_join_the_line_is_given_once(
    fresh_engine: Engine,
) -> None:
    with session_for(fresh_engine) as session:
        team, by = a_team(session)
        cohort = a_cohort(session, a_track(session, team, by), by, seats=1)
        leaves = on_track(session, cohort, by).id
        ids = [interested(session, cohort, by).id for _number in range(AT_ONCE - 1)]
        cohort_id, by_id = cohort.id, by.id

    def leaving(session: Session) -> None:
        enrolment = session.get_one(Enrolment, leaves)
        by = session.get_one(User, by_id)
        enrolments.leave(session, enrolment, Why.FOUND_JOB, by=by, now=NOW)

    def waiting(enrolment_id: object) -> Callable[[Session], object]:
        def act(session: Session) -> None:
            enrolment = session.get_one(Enrolment, enrolment_id)
            enrolments.wait(session, enrolment, by=session.get_one(User, by_id), now=NOW)

        return act

    assert all(together(fresh_engine, leaving, *map(waiting, ids)))
    assert holders(fresh_engine, cohort_id) == (1, 1, TrackState.FULL)


def test_an_answer_and_the_clock_at_once_leave_one_of_the_two(fresh_engine: Engine) -> None:
    with session_for(fresh_engine) as session:
        team, by = a_team(session)
        cohort = a_cohort(session, a_track(session, team, by), by, seats=1)
        enrolment = interested(session, cohort, by)
        enrolments.offer(session, enrolment, by=by, now=NOW)
        id_, cohort_id, by_id = enrolment.id, cohort.id, by.id
    late = NOW + timedelta(days=9)

    def accepting(session: Session) -> None:
        enrolment = session.get_one(Enrolment, id_)
        enrolments.accept(session, enrolment, by=session.get_one(User, by_id), now=late)

    together(fresh_engine, accepting, lambda session: tend(session, now=late))
    with Session(fresh_engine) as session:
        state = session.get_one(Enrolment, id_).state
    counted = 1 if state is EnrolmentState.ACTIVE else 0
    assert state in {EnrolmentState.ACTIVE, EnrolmentState.INTEREST}
    assert holders(fresh_engine, cohort_id)[:2] == (counted, counted)


def test_two_who_note_the_same_interest_at_once_note_one(fresh_engine: Engine) -> None:
    with session_for(fresh_engine) as session:
        team, by = a_team(session)
        cohort = a_cohort(session, a_track(session, team, by), by)
        ids = cohort.id, in_team(session, team).id, by.id

    def asking(session: Session) -> None:
        cohort, youth = session.get_one(Cohort, ids[0]), session.get_one(Youth, ids[1])
        enrolments.ask(session, cohort, youth, by=session.get_one(User, ids[2]), now=NOW)

    assert sorted(together(fresh_engine, asking, asking)) == [False, True]
