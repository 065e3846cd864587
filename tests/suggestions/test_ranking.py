"""The fitted ranker is kept while the openings stay the same, and no longer."""

from datetime import timedelta
from threading import enumerate as enumerate_threads

import pytest
from sqlalchemy import Connection, Engine
from sqlmodel import Session

from foundation.db import reading, session_for
from openings.models import Opening, OpeningState
from suggestions import ranking
from suggestions.ranking import has_read, matcher_on
from tests.factories import NOW, TODAY, make_opening


def test_the_same_openings_are_read_once(connection: Connection, session: Session) -> None:
    make_opening(session)

    assert matcher_on(connection, on=TODAY) is matcher_on(connection, on=TODAY)


@pytest.mark.parametrize("change", ["new", "closed", "changed"])
def test_any_change_to_the_openings_is_read(
    connection: Connection, session: Session, change: str
) -> None:
    opening = make_opening(session)
    before = matcher_on(connection, on=TODAY)
    if change == "new":
        make_opening(session)
    elif change == "closed":
        opening.state = OpeningState.CLOSED
    else:
        opening.updated_at = NOW + timedelta(seconds=1)
    session.flush()

    assert matcher_on(connection, on=TODAY) is not before


def test_a_new_day_is_a_new_ranking(connection: Connection, session: Session) -> None:
    make_opening(session, application_deadline=TODAY)
    today = matcher_on(connection, on=TODAY)
    tomorrow = matcher_on(connection, on=TODAY + timedelta(days=1))

    assert tomorrow is not today
    assert tomorrow.index_.vacancies == ()


def test_many_openings_are_read_anew_behind_the_ranker_at_hand(
    fresh_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking, "WORTH_WAITING_FOR", 0)
    with session_for(fresh_engine) as session:
        make_opening(session)
    at_hand = matcher_on(fresh_engine, on=TODAY)
    with session_for(fresh_engine) as session:
        make_opening(session)

    assert matcher_on(fresh_engine, on=TODAY, may_be_older=True) is at_hand
    for thread in enumerate_threads():
        if thread.name == ranking.BEHIND:
            thread.join(timeout=30)
    newest = matcher_on(fresh_engine, on=TODAY, may_be_older=True)
    assert len(newest.index_.vacancies) == 2


def test_few_openings_are_always_read_as_they_are(connection: Connection, session: Session) -> None:
    make_opening(session)
    before = matcher_on(connection, on=TODAY, may_be_older=True)
    make_opening(session)

    assert matcher_on(connection, on=TODAY, may_be_older=True) is not before


def test_readers_and_writers_of_one_database_share_a_ranker(fresh_engine: Engine) -> None:
    with session_for(fresh_engine) as session:
        opening = make_opening(session)
        opening_id = opening.id

    shared = matcher_on(fresh_engine, on=TODAY)

    assert matcher_on(reading(fresh_engine), on=TODAY) is shared
    with Session(fresh_engine) as session:
        assert has_read(shared, session.get_one(Opening, opening_id))
