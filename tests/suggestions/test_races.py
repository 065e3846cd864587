"""Several connections at once on a real database: nobody's decision is lost, nothing doubles."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from uuid import UUID

from sqlalchemy import Engine
from sqlmodel import Session, select

from accounts.models import User
from foundation.db import session_for
from suggestions import decisions
from suggestions.models import DismissalReason, Suggestion, SuggestionState
from suggestions.queries import get_visible
from suggestions.service import refresh
from tests.factories import NOW, make_opening, make_team, make_user
from tests.suggestions.makers import make_cook

A_MOMENT = 0.3


def seeded(engine: Engine, *, openings: int = 1) -> tuple[UUID, UUID, UUID]:
    """A youth of two caseworkers' team, with openings that fit; all of it committed."""
    with session_for(engine) as session:
        sara, ali = make_user(session), make_user(session)
        make_team(session, sara, ali)
        youth = make_cook(session, sara)
        for _number in range(openings):
            make_opening(session)
        return youth.id, sara.id, ali.id


def suggestions_of(engine: Engine) -> list[Suggestion]:
    with Session(engine) as session:
        return list(session.exec(select(Suggestion)))


def the_one(session: Session, user: User) -> Suggestion:
    [suggestion_id] = session.exec(select(Suggestion.id))
    return get_visible(session, suggestion_id, to=user)


def test_a_decision_made_just_before_the_refresh_writes_is_kept(fresh_engine: Engine) -> None:
    youth_id, sara_id, _ali_id = seeded(fresh_engine)
    with session_for(fresh_engine) as session:
        refresh(session, youth_id, now=NOW)

    def renew() -> None:
        with session_for(fresh_engine) as session:
            refresh(session, youth_id, now=NOW)

    with ThreadPoolExecutor() as pool:
        with session_for(fresh_engine) as session:
            sara = session.get_one(User, sara_id)
            reason = DismissalReason.TOO_FAR
            decisions.dismiss(session, the_one(session, sara), reason, by=sara, now=NOW)
            renewing = pool.submit(renew)
            Event().wait(A_MOMENT)
            assert not renewing.done(), "the refresh waits for the decision"
        renewing.result(timeout=30)

    [kept] = suggestions_of(fresh_engine)
    assert kept.state is SuggestionState.DISMISSED
    assert kept.dismissal_reason is DismissalReason.TOO_FAR


def test_a_decision_made_while_the_refresh_writes_is_kept(fresh_engine: Engine) -> None:
    youth_id, sara_id, _ali_id = seeded(fresh_engine)
    with session_for(fresh_engine) as session:
        refresh(session, youth_id, now=NOW)

    def accept() -> None:
        with session_for(fresh_engine) as session:
            sara = session.get_one(User, sara_id)
            decisions.accept(session, the_one(session, sara), by=sara, now=NOW)

    with ThreadPoolExecutor() as pool:
        with session_for(fresh_engine) as session:
            refresh(session, youth_id, now=NOW)
            accepting = pool.submit(accept)
            Event().wait(A_MOMENT)
        accepting.result(timeout=30)

    [kept] = suggestions_of(fresh_engine)
    assert kept.state is SuggestionState.ACCEPTED


def test_two_refreshes_at_once_double_nothing(fresh_engine: Engine) -> None:
    youth_id, _sara_id, _ali_id = seeded(fresh_engine, openings=5)
    together = Barrier(4)

    def renew() -> int:
        together.wait()
        with session_for(fresh_engine) as session:
            return refresh(session, youth_id, now=NOW).new

    with ThreadPoolExecutor() as pool:
        made = [each.result(timeout=30) for each in [pool.submit(renew) for _n in range(4)]]

    assert sorted(made) == [0, 0, 0, 5]
    assert len(suggestions_of(fresh_engine)) == 5


def test_of_two_who_decide_at_once_one_decides_and_the_other_is_told(
    fresh_engine: Engine,
) -> None:
    youth_id, sara_id, ali_id = seeded(fresh_engine)
    with session_for(fresh_engine) as session:
        refresh(session, youth_id, now=NOW)
    together = Barrier(2)

    def decide(user_id: UUID, how: Callable[[Session, Suggestion, User], None]) -> bool:
        together.wait()
        try:
            with session_for(fresh_engine) as session:
                user = session.get_one(User, user_id)
                how(session, the_one(session, user), user)
        except decisions.DecidedAlready:
            return False
        return True

    def accept(session: Session, suggestion: Suggestion, by: User) -> None:
        decisions.accept(session, suggestion, by=by, now=NOW)

    def dismiss(session: Session, suggestion: Suggestion, by: User) -> None:
        decisions.dismiss(session, suggestion, DismissalReason.OTHER, by=by, now=NOW)

    with ThreadPoolExecutor() as pool:
        tries = [pool.submit(decide, sara_id, accept), pool.submit(decide, ali_id, dismiss)]
        decided = [each.result(timeout=30) for each in tries]

    assert sorted(decided) == [False, True]
    [kept] = suggestions_of(fresh_engine)
    winner = sara_id if decided[0] else ali_id
    assert kept.decided_by_id == winner
