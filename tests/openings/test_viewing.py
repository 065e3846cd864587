"""Looks at openings are counted by day, also when two come at once."""

from datetime import timedelta
from threading import Thread

from sqlalchemy import Engine
from sqlmodel import Session

from foundation.db import session_for
from openings.viewing import note_view, views_of
from tests.factories import TODAY, make_opening


def test_looks_are_added_up_over_the_days(session: Session) -> None:
    seen, unseen = make_opening(session), make_opening(session)
    for day in (TODAY, TODAY, TODAY + timedelta(days=1)):
        note_view(session, seen, on=day)
    assert views_of(session, [seen.id, unseen.id]) == {seen.id: 3}


def test_looks_at_the_same_moment_are_all_counted(fresh_engine: Engine) -> None:
    with session_for(fresh_engine) as session:
        opening = make_opening(session)
        session.expunge_all()

    def look() -> None:
        for _time in range(5):
            with session_for(fresh_engine) as own:
                note_view(own, opening, on=TODAY)

    both = [Thread(target=look) for _person in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    with session_for(fresh_engine) as session:
        assert views_of(session, [opening.id]) == {opening.id: 10}
