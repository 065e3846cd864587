"""Seats, the line and what follows when a seat comes free."""

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from jobtracks import parts, seats, service
from jobtracks.enrolments import service as enrolments
from jobtracks.enrolments.models import Before, Enrolment, EnrolmentMove, EnrolmentState, Why
from jobtracks.enrolments.service import InIt, IsClosed, LineGoesFirst, OtherTeam
from jobtracks.models import TrackState
from jobtracks.parts import FewerThanTaken, HasPeople
from jobtracks.states import NotNow
from jobtracks.tending import tend
from tests.factories import NOW, TODAY, make_youth
from tests.jobtracks.makers import IN_TIME, STARTS, a_cohort, a_team, a_track, interested, on_track

LATER = NOW + timedelta(days=9)


def in_line(session: Session, enrolment: Enrolment) -> list[Enrolment]:
    return list(session.exec(seats.line(enrolment.cohort)))


def test_the_line_goes_by_the_first_interest_and_not_by_who_was_put_in_it_first(
    session: Session,
) -> None:
    team, by = a_team(session)
    cohort = a_cohort(session, a_track(session, team, by), by, seats=1)
    on_track(session, cohort, by)
    early = interested(session, cohort, by)
    late = interested(session, cohort, by)
    late.in_line_since = early.in_line_since + timedelta(hours=1)
    for each in (late, early):
        assert enrolments.wait(session, each, by=by, now=IN_TIME) == []
    assert in_line(session, early) == [early, late]


def test_a_written_reason_lets_somebody_go_before_and_can_be_taken_back(session: Session) -> None:
    team, by = a_team(session)
    cohort = a_cohort(session, a_track(session, team, by), by, seats=1)
    on_track(session, cohort, by)
    first, second = (interested(session, cohort, by) for _number in range(2))
    second.in_line_since = first.in_line_since + timedelta(hours=1)
    for each in (first, second):
        enrolments.wait(session, each, by=by, now=IN_TIME)

    enrolments.go_before(session, second, Before.NEAR_DAY_90, note="dag 84", by=by, now=IN_TIME)

    assert in_line(session, first) == [second, first]
    moves = select(EnrolmentMove).where(EnrolmentMove.enrolment_id == second.id)
    kept = session.exec(moves.order_by(col(EnrolmentMove.at), col(EnrolmentMove.id))).all()
    assert ("near_day_90", "dag 84") in {(each.why, each.note) for each in kept}
    enrolments.take_turn(session, second, by=by, now=IN_TIME)
    assert in_line(session, first) == [first, second]


def test_a_seat_that_comes_free_is_offered_to_the_first_with_a_last_day(session: Session) -> None:
    team, by = a_team(session)
    cohort = a_cohort(session, a_track(session, team, by), by, seats=1)
    has_it, waits, waits_too = (interested(session, cohort, by) for _number in range(3))
    waits_too.in_line_since = waits.in_line_since + timedelta(hours=1)
    enrolments.offer(session, has_it, by=by, now=NOW)
    for each in (waits_too, waits):
        enrolments.wait(session, each, by=by, now=NOW)

    offered = enrolments.decline(session, has_it, by=by, now=IN_TIME)

    assert offered == [waits]
    assert (waits.state, waits.answer_by) == (EnrolmentState.OFFERED, TODAY + timedelta(days=8))
    assert (has_it.state, has_it.left_why) == (EnrolmentState.LEFT, Why.DECLINED)
    assert (cohort.taken, waits_too.state) == (1, EnrolmentState.WAITING)


def test_who_waits_is_offered_the_seats_that_come_while_a_track_rests(session: Session) -> None:
    team, by = a_team(session)
    track = a_track(session, team, by)
    cohort = a_cohort(session, track, by, seats=1)
    on_track(session, cohort, by)
    waits, asks = (interested(session, cohort, by) for _number in range(2))
    enrolments.wait(session, waits, by=by, now=IN_TIME)
    with pytest.raises(LineGoesFirst):
        enrolments.offer(session, asks, by=by, now=IN_TIME)
    service.pause(session, track, by=by, now=IN_TIME)
    parts.change_cohort(session, cohort, starts_on=STARTS, seats=3, is_open=True, by=by, now=NOW)
    assert waits.state is EnrolmentState.WAITING
    assert service.resume(session, track, by=by, now=IN_TIME) == [waits]
    enrolments.offer(session, asks, by=by, now=IN_TIME)
    assert (cohort.seats_left, track.state) == (0, TrackState.FULL)


def test_silence_is_no_no_and_gives_the_seat_to_the_next(session: Session) -> None:
    team, by = a_team(session)
    cohort = a_cohort(session, a_track(session, team, by), by, seats=1)
    silent, waits = (interested(session, cohort, by) for _number in range(2))
    enrolments.offer(session, silent, by=by, now=NOW)
    enrolments.wait(session, waits, by=by, now=NOW)
    assert tend(session, now=NOW + timedelta(days=7))[0].lapsed == 0

    tended, offered = tend(session, now=LATER)

    assert (tended.lapsed, tended.offered, offered) == (1, 1, [waits])
    assert (silent.state, silent.in_line_since) == (EnrolmentState.INTEREST, LATER)
    enrolments.wait(session, silent, by=by, now=LATER)
    assert in_line(session, silent) == [silent]


def test_who_is_archived_leaves_and_is_passed_over_meanwhile(session: Session) -> None:
    team, by = a_team(session)
    cohort = a_cohort(session, a_track(session, team, by), by, seats=1)
    active = on_track(session, cohort, by)
    gone, waits = (interested(session, cohort, by) for _number in range(2))
    for each in (gone, waits):
        enrolments.wait(session, each, by=by, now=NOW)
    active.youth.archived_at = gone.youth.archived_at = NOW
    assert in_line(session, gone) == [waits]

    tended, offered = tend(session, now=IN_TIME)

    assert (tended.left, offered) == (2, [waits])
    assert {active.left_why, gone.left_why} == {Why.ARCHIVED}


def test_a_track_is_full_by_its_seats_and_never_by_hand(session: Session) -> None:
    team, by = a_team(session)
    track = a_track(session, team, by)
    cohort = a_cohort(session, track, by, seats=1)
    has_it = on_track(session, cohort, by)
    assert track.state == "full"
    later = a_cohort(session, track, by, seats=1)
    assert track.state == "published"
    parts.change_cohort(
        session, later, starts_on=STARTS, seats=1, is_open=False, by=by, now=IN_TIME
    )
    assert track.state == "full"
    enrolments.leave(session, has_it, Why.FOUND_JOB, by=by, now=IN_TIME)
    assert (track.state, cohort.taken, has_it.ended_on) == (TrackState.PUBLISHED, 0, STARTS)


def test_a_seat_is_not_taken_away_from_under_anybody(session: Session) -> None:
    team, by = a_team(session)
    cohort = a_cohort(session, a_track(session, team, by), by)
    for _number in range(2):
        on_track(session, cohort, by)
    with pytest.raises(FewerThanTaken):
        parts.change_cohort(
            session, cohort, starts_on=STARTS, seats=1, is_open=True, by=by, now=NOW
        )
    with pytest.raises(HasPeople):
        parts.remove_cohort(session, cohort, by=by, now=NOW)


def test_only_youths_of_the_team_and_each_once_and_while_somebody_is_taken_in(
    session: Session,
) -> None:
    team, by = a_team(session)
    cohort = a_cohort(session, a_track(session, team, by), by)
    with pytest.raises(OtherTeam):
        enrolments.ask(session, cohort, make_youth(session), by=by, now=NOW)
    asked = interested(session, cohort, by)
    with pytest.raises(InIt):
        enrolments.ask(session, cohort, asked.youth, by=by, now=NOW)
    enrolments.leave(session, asked, Why.OTHER_AIM, by=by, now=NOW)
    enrolments.ask(session, cohort, asked.youth, by=by, now=NOW)
    parts.change_cohort(session, cohort, starts_on=STARTS, seats=2, is_open=False, by=by, now=NOW)
    with pytest.raises(IsClosed):
        interested(session, cohort, by)


def test_when_a_track_ends_who_has_not_begun_leaves_and_who_is_on_it_goes_on(
    session: Session,
) -> None:
    team, by = a_team(session)
    track = a_track(session, team, by)
    cohort = a_cohort(session, track, by, seats=1)
    active = on_track(session, cohort, by)
    waits = interested(session, cohort, by)
    enrolments.wait(session, waits, by=by, now=NOW)

    service.end(session, track, note="Pengarna är slut.", by=by, now=IN_TIME)

    assert (waits.state, waits.left_why) == (EnrolmentState.LEFT, Why.TRACK_ENDED)
    enrolments.complete(session, active, ended_on=STARTS, by=by, now=IN_TIME)
    assert active.state is EnrolmentState.COMPLETED
    with pytest.raises(NotNow):
        interested(session, cohort, by)


def test_the_line_is_refused_to_who_stands_behind(session: Session) -> None:
    team, by = a_team(session)
    track = a_track(session, team, by)
    cohort = a_cohort(session, track, by, seats=1)
    on_track(session, cohort, by)
    first, second = (interested(session, cohort, by) for _number in range(2))
    second.in_line_since = first.in_line_since + timedelta(hours=1)
    for each in (first, second):
        enrolments.wait(session, each, by=by, now=NOW)
    with pytest.raises(LineGoesFirst):
        enrolments.offer(session, second, by=by, now=NOW)
