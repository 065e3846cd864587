"""Two colleagues at once, on a real database: there are never more registered than seats."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import Engine
from sqlmodel import Session

from accounts.models import User
from events.registrations import service as asking
from events.registrations.models import Coming, Registration
from events.registrations.queries import seats_taken
from foundation.db import session_for
from tests.events.makers import a_team, an_event, at
from tests.factories import NOW
from tests.racing import together

SEATS = 2


def test_of_many_who_are_registered_at_once_as_many_get_in_as_there_are_seats(
    fresh_engine: Engine,
) -> None:
    with session_for(fresh_engine) as session:
        team, by = a_team(session)
        event = an_event(session, team, by, is_announced=True, seats=SEATS)
        asked = [at(session, event, by).id for _each in range(SEATS + 2)]
        event_id, by_id = event.id, by.id

    def register(id_: UUID) -> Callable[[Session], object]:
        def act(session: Session) -> None:
            by = session.get_one(User, by_id)
            made = session.get_one(Registration, id_)
            asking.answer(session, made, Coming.REGISTERED, by=by, now=NOW)

        return act

    went = together(fresh_engine, *(register(id_) for id_ in asked))
    assert sum(went) == SEATS
    with Session(fresh_engine) as session:
        assert seats_taken(session, [event_id])[event_id] == SEATS
