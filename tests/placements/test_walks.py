"""Whatever people do in whatever order: no illegal state, no lost vacancy, no double answer."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection
from sqlmodel import Session, select

from foundation.errors import Refused
from openings.models import Opening
from placements import asking, introducing, service
from placements.introducing import Answer
from placements.models import Consent, Introduction, Move, Party, Stage, Why
from placements.moving import Actor, take
from placements.states import MOVES, Step
from placements.work import service as work
from placements.work.models import Outcome
from placements.work.queries import placement_of
from tests.factories import NOW, TODAY
from tests.placements.makers import (
    URL,
    an_assessment,
    an_employers_opening,
    asked,
    caseworker_of,
    colleague_of,
)

VACANCIES = 2
YOUTHS = 3
Act = Callable[[Session, Introduction, datetime], object]


def consent(session: Session, made: Introduction, now: datetime) -> None:
    asking.record_answer(session, made, is_given=True, by=caseworker_of(made), now=now)


def refuse(session: Session, made: Introduction, now: datetime) -> None:
    asking.record_answer(session, made, is_given=False, by=caseworker_of(made), now=now)


def introduce(session: Session, made: Introduction, now: datetime) -> None:
    by = made.youth.responsible
    introducing.introduce(session, made, an_assessment(), by=by, public_url=URL, now=now)


def answered(said: Answer) -> Act:
    def act(session: Session, made: Introduction, now: datetime) -> None:
        by = Actor(Party.EMPLOYER, colleague_of(session, made))
        introducing.answer(session, made, said, by=by, public_url=URL, now=now)

    return act


def stepped(step: Step) -> Act:
    def act(session: Session, made: Introduction, now: datetime) -> None:
        take(session, made, step, by=caseworker_of(made), now=now, why=Why.OTHER)

    return act


def place(session: Session, made: Introduction, now: datetime) -> None:
    work.start(session, made, starts_on=TODAY, ends_on=None, by=caseworker_of(made), now=now)


def ended(outcome: Outcome) -> Act:
    def act(session: Session, made: Introduction, now: datetime) -> None:
        placement, by = placement_of(session, made), made.youth.responsible
        if placement and placement.outcome is None:
            work.end(session, placement, outcome, ended_on=TODAY, by=by, now=now)
        elif placement:
            work.correct(session, placement, outcome, by=by, now=now)

    return act


def withdraw(session: Session, made: Introduction, now: datetime) -> None:
    by = caseworker_of(made)
    service.withdraw(session, made, Why.WITHDRAWN, by=by, public_url=URL, now=now)


def tend(session: Session, _made: Introduction, now: datetime) -> None:
    service.tend(session, public_url=URL, now=now)


ACTS: dict[str, Act] = {
    "consent": consent,
    "refuse": refuse,
    "introduce": introduce,
    "draft": stepped(Step.DRAFT),
    "drop_draft": stepped(Step.DROP_DRAFT),
    "part": stepped(Step.PART),
    "place": place,
    "withdraw": withdraw,
    "tend": tend,
    **{f"answer {said}": answered(said) for said in Answer},
    **{f"end {outcome}": ended(outcome) for outcome in Outcome},
}
FORWARD = ("consent", "introduce", "answer yes", "draft", "place")
WALKS = st.lists(
    st.tuples(
        st.one_of(st.sampled_from(FORWARD), st.sampled_from(sorted(ACTS))),
        st.integers(0, YOUTHS - 1),
        st.sampled_from([0, 0, 0, 4, 9]),
    ),
    max_size=30,
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(walk=WALKS)
def test_no_order_of_steps_breaks_anything(
    connection: Connection, walk: list[tuple[str, int, int]]
) -> None:
    undone = connection.begin_nested()
    with Session(connection, join_transaction_mode="create_savepoint") as session:
        opening = an_employers_opening(session, number_of_vacancies=VACANCIES)
        people = [asked(session, opening=opening) for _number in range(YOUTHS)]
        now = NOW
        for act, who, days in walk:
            now += timedelta(days=days, minutes=1)
            try:
                with session.begin_nested():
                    ACTS[act](session, people[who], now)
            except Refused:
                session.expire_all()
            _demand_order(session, opening)
    undone.rollback()


def _demand_order(session: Session, opening: Opening) -> None:
    session.flush()
    found = session.exec(select(Introduction)).all()
    held = sum(each.holds_vacancy for each in found)
    session.refresh(opening)
    assert opening.taken == held <= VACANCIES
    consents = dict(session.exec(select(Consent.introduction_id, Consent.is_given)).all())
    for introduction in found:
        moves = sorted(
            session.exec(select(Move).where(Move.introduction_id == introduction.id)),
            key=lambda move: move.at,
        )
        for move in moves[1:]:
            assert MOVES[Stage(move.before), Step(move.step)].to == move.after
        assert len(moves) == introduction.moves + 1
        steps = Counter(move.step for move in moves)
        assert steps[Step.WELCOME] + steps[Step.TURN_DOWN] + steps[Step.GIVE_UP] <= 1
        assert steps[Step.PLACE] <= 1
        assert consents[introduction.id] or not steps[Step.INTRODUCE]
        assert introduction.holds_vacancy is (introduction.stage is Stage.PLACED) or (
            introduction.stage is Stage.ENDED
        )
