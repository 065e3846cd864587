"""Several connections at once on a real database: one answer counts, one gets the last vacancy."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from foundation.db import session_for
from placements import asking, introducing
from placements.introducing import Answer
from placements.models import Introduction, Move, Party, Stage
from placements.moving import Actor, take
from placements.states import Step
from placements.work import service as work
from suggestions import decisions
from suggestions.models import Suggestion
from tests.factories import NOW, TODAY
from tests.placements.makers import (
    IN_TIME,
    URL,
    a_youth,
    an_employers_opening,
    asked,
    caseworker_of,
    colleague_of,
    introduced,
    tokens_in,
    welcomed,
)
from tests.racing import together
from tests.suggestions.makers import make_suggestion


def the(session: Session, introduction_id: UUID) -> Introduction:
    return session.get_one(Introduction, introduction_id)


def test_of_two_colleagues_who_answer_at_once_one_has_answered(fresh_engine: Engine) -> None:
    with session_for(fresh_engine) as session:
        made = introduced(session)
        id_ = made.id

    def say(said: Answer) -> Callable[[Session], object]:
        def act(session: Session) -> None:
            made = the(session, id_)
            by = Actor(Party.EMPLOYER, colleague_of(session, made))
            introducing.answer(session, made, said, by=by, public_url=URL, now=IN_TIME)

        return act

    went = together(fresh_engine, say(Answer.YES), say(Answer.NO))
    assert sorted(went) == [False, True]
    with Session(fresh_engine) as session:
        steps = session.exec(select(Move.step).where(Move.introduction_id == id_)).all()
        assert len(steps) == 4
        assert the(session, id_).stage is (Stage.MEETING if went[0] else Stage.CLOSED)


def test_a_link_followed_twice_at_once_answers_once(fresh_engine: Engine) -> None:
    with session_for(fresh_engine) as session:
        introduced(session)
        [token] = tokens_in(session)

    def answer(session: Session) -> None:
        introducing.answer_by_link(session, token, Answer.LATER, public_url=URL, now=IN_TIME)

    assert sorted(together(fresh_engine, answer, answer, answer)) == [False, False, True]


def test_of_two_who_take_the_last_vacancy_one_gets_it(fresh_engine: Engine) -> None:
    with session_for(fresh_engine) as session:
        opening = an_employers_opening(session)
        ids = []
        for made in [asked(session, opening=opening) for _number in range(2)]:
            take(
                session,
                welcomed(session, introduced(session, made)),
                Step.DRAFT,
                by=caseworker_of(made),
                now=IN_TIME,
            )
            ids.append(made.id)

    def place(id_: UUID) -> Callable[[Session], object]:
        def act(session: Session) -> None:
            made = the(session, id_)
            by = caseworker_of(made)
            work.start(session, made, starts_on=TODAY, ends_on=None, by=by, now=IN_TIME)

        return act

    assert sorted(together(fresh_engine, *map(place, ids))) == [False, True]
    with Session(fresh_engine) as session:
        rows = select(Introduction.holds_vacancy).where(col(Introduction.id).in_(ids))
        assert sorted(session.exec(rows)) == [False, True]
        assert the(session, ids[0]).opening.taken == 1


def test_two_who_ask_at_once_ask_one_question(fresh_engine: Engine) -> None:
    with session_for(fresh_engine) as session:
        youth = a_youth(session)
        suggestion = make_suggestion(session, youth, an_employers_opening(session))
        decisions.accept(session, suggestion, by=youth.responsible, now=NOW)
        id_ = suggestion.id

    def ask(session: Session) -> None:
        suggestion = session.get_one(Suggestion, id_)
        asking.ask(session, suggestion, by=suggestion.youth.responsible, now=NOW)

    assert sorted(together(fresh_engine, ask, ask)) == [False, True]
