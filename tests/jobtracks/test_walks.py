"""Whatever people and the clock do in whatever order: no illegal state, no seat given twice."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection
from sqlmodel import Session, select

from foundation.errors import Refused
from jobtracks import parts, seats, service
from jobtracks.enrolments import service as enrolments
from jobtracks.enrolments.models import (
    HOLDS_SEAT,
    Before,
    Enrolment,
    EnrolmentMove,
    EnrolmentState,
    Why,
)
from jobtracks.models import Cohort, JobTrack, TrackMove, TrackState
from jobtracks.states import (
    ENROLMENT_MOVES,
    LETS,
    TRACK_MOVES,
    EnrolmentAct,
    Lets,
    TrackAct,
    acts_from,
)
from jobtracks.tending import tend
from tests.factories import NOW
from tests.jobtracks.makers import STARTS, a_cohort, a_team, a_track, in_team

SEATS = 2
YOUTHS = 4


class World:
    """A track with a cohort, and youths who may be on it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        team, self.by = a_team(session)
        self.track: JobTrack = a_track(session, team, self.by)
        self.cohort: Cohort = a_cohort(session, self.track, self.by, SEATS)
        self.youths = [in_team(session, team) for _number in range(YOUTHS)]

    def place_of(self, who: int) -> Enrolment:
        rows = select(Enrolment).where(Enrolment.youth_id == self.youths[who].id)
        found = self.session.exec(rows).all()
        open_ones = [each for each in found if each.is_open]
        if not found:
            raise Refused
        return (open_ones or list(found))[0]


Act = Callable[[World, int, datetime], object]


def placed(do: Callable[..., object], *rest: object) -> Act:
    def act(world: World, who: int, now: datetime) -> None:
        do(world.session, world.place_of(who), *rest, by=world.by, now=now)

    return act


def whole(do: Callable[..., object]) -> Act:
    def act(world: World, _who: int, now: datetime) -> None:
        do(world.session, world.track, by=world.by, now=now)

    return act


def ask(world: World, who: int, now: datetime) -> None:
    enrolments.ask(world.session, world.cohort, world.youths[who], by=world.by, now=now)


def resize(world: World, who: int, now: datetime) -> None:
    facts: dict[str, Any] = {"starts_on": STARTS, "seats": who + 1, "is_open": who != 0}
    parts.change_cohort(world.session, world.cohort, **facts, by=world.by, now=now)


def archive(world: World, who: int, now: datetime) -> None:
    world.youths[who].archived_at = now


def plain(act: EnrolmentAct) -> Act:
    return placed(enrolments.do, act)


def complete(world: World, who: int, now: datetime) -> None:
    place = world.place_of(who)
    enrolments.complete(world.session, place, ended_on=STARTS, by=world.by, now=now)


ACTS: dict[str, Act] = {
    "ask": ask,
    "wait": placed(enrolments.wait),
    "offer": placed(enrolments.offer),
    "accept": placed(enrolments.accept),
    "decline": placed(enrolments.decline),
    "leave": placed(enrolments.leave, Why.FOUND_JOB),
    "go before": placed(enrolments.go_before, Before.HAS_AN_EMPLOYER),
    "take turn": placed(enrolments.take_turn),
    "pause": plain(EnrolmentAct.PAUSE),
    "resume": plain(EnrolmentAct.RESUME),
    "complete": complete,
    "correct": placed(enrolments.correct),
    "pause track": whole(service.pause),
    "resume track": whole(service.resume),
    "publish again": whole(service.publish),
    "end track": whole(service.end),
    "resize": resize,
    "archive": archive,
    "clock": lambda world, _who, now: tend(world.session, now=now),
}
WALKS = st.lists(
    st.tuples(
        st.sampled_from([*ACTS, *(["ask", "wait", "offer", "accept", "clock"] * 3)]),
        st.integers(0, YOUTHS - 1),
        st.integers(0, 9),
    ),
    min_size=10,
    max_size=35,
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(walk=WALKS)
def test_no_order_of_acts_breaks_anything(
    connection: Connection, walk: list[tuple[str, int, int]]
) -> None:
    undone = connection.begin_nested()
    with Session(connection, join_transaction_mode="create_savepoint") as session:
        world, now = World(session), NOW
        for act, who, days in walk:
            now += timedelta(days=days, minutes=1)
            try:
                with session.begin_nested():
                    ACTS[act](world, who, now)
            except Refused:
                session.expire_all()
            _demand_order(world)
    undone.rollback()


def _demand_order(world: World) -> None:
    session = world.session
    session.flush()
    session.expire_all()
    found = session.exec(select(Enrolment)).all()
    held = sum(each.state in HOLDS_SEAT for each in found)
    assert world.cohort.taken == held <= world.cohort.seats
    for enrolment in found:
        _demand_history(session, enrolment)
    track = world.track
    for move in session.exec(select(TrackMove)):
        assert TRACK_MOVES[TrackState(move.before), TrackAct(move.act)] == move.after
        assert (move.by_id is None) is (move.act in {TrackAct.FILL, TrackAct.REOPEN})
    has_room = world.cohort.seats_left > 0
    if track.state is TrackState.FULL:
        assert not has_room
        assert world.cohort.is_open
    elif track.state is TrackState.PUBLISHED:
        assert has_room or not world.cohort.is_open
        waits = seats.first_in_line(session, world.cohort)
        assert not (has_room and waits)


def _demand_history(session: Session, enrolment: Enrolment) -> None:
    rows = select(EnrolmentMove).where(EnrolmentMove.enrolment_id == enrolment.id)
    moves = session.exec(rows).all()
    assert len(moves) == enrolment.moves + 1
    for move in moves:
        if move.act == EnrolmentAct.ASK:
            continue
        leads = ENROLMENT_MOVES[EnrolmentState(move.before), EnrolmentAct(move.act)]
        assert leads.to == move.after
        assert leads.by_clock if move.by_id is None else leads.by_person


def test_what_a_page_offers_is_what_the_table_lets_happen() -> None:
    for state in EnrolmentState:
        for track in TrackState:
            offered: Sequence[EnrolmentAct] = acts_from(state, track)
            for act in EnrolmentAct:
                leads = ENROLMENT_MOVES.get((state, act))
                may = leads is not None and leads.by_person and leads.needs in LETS[track]
                assert (act in offered) is may


def test_a_draft_takes_nobody_in_and_what_has_ended_only_lets_people_finish() -> None:
    assert LETS[TrackState.DRAFT] == {Lets.EDIT}
    assert LETS[TrackState.ENDED] == {Lets.GO_ON}
    assert {state for state in TrackState if Lets.READ in LETS[state]} == {
        TrackState.PUBLISHED,
        TrackState.FULL,
    }
