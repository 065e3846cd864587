"""The ranker reads every change to the openings, and learns words anew only seldom."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine
from sqlmodel import Session, select

from foundation.db import reading, session_for
from matching.facts import Seeker
from matching.matcher import OpeningMatcher
from matching.weights import Weights
from openings.models import Opening, OpeningState
from suggestions import ranking, shelf, weights
from suggestions.ranking import has_read, keep_in, matcher_on, prepare
from tests.factories import NOW, TODAY, make_opening, make_user

LATER = NOW + timedelta(seconds=1)
COOK = Seeker(id="y", wishes=("kock",))


def found(matcher: OpeningMatcher) -> list[str]:
    """The ids of all openings that a cook may be shown, by id."""
    return sorted(match.vacancy_id for match in matcher.rank(COOK, limit=100))


def ids(session: Session) -> list[str]:
    return sorted(map(str, session.exec(select(Opening.id))))


def test_the_same_openings_are_read_once(connection: Connection, session: Session) -> None:
    make_opening(session)
    first, second = matcher_on(connection, on=TODAY), matcher_on(connection, on=TODAY)
    assert first.engine_ is second.engine_


def test_a_new_opening_is_read_at_once(connection: Connection, session: Session) -> None:
    make_opening(session)
    before = matcher_on(connection, on=TODAY)
    make_opening(session)
    after = matcher_on(connection, on=TODAY)
    assert found(after) == ids(session)
    assert after.engine_ is before.engine_


def test_a_closed_opening_is_forgotten_at_once(connection: Connection, session: Session) -> None:
    opening, other = make_opening(session), make_opening(session)
    matcher_on(connection, on=TODAY)
    opening.state = OpeningState.CLOSED
    session.flush()
    assert found(matcher_on(connection, on=TODAY)) == [str(other.id)]


def test_a_changed_opening_is_read_anew(connection: Connection, session: Session) -> None:
    opening = make_opening(session, headline="Kock")
    matcher_on(connection, on=TODAY)
    opening.country, opening.updated_at = "NO", LATER
    session.flush()
    assert found(matcher_on(connection, on=TODAY)) == []


def test_a_paused_opening_comes_back_when_it_is_resumed(
    connection: Connection, session: Session
) -> None:
    opening = make_opening(session)
    for state, shown in [
        (OpeningState.PAUSED, False),
        (OpeningState.PUBLISHED, True),
        (OpeningState.PAUSED, False),
    ]:
        opening.state, opening.updated_at = state, opening.updated_at + timedelta(seconds=1)
        session.flush()
        assert has_read(matcher_on(connection, on=TODAY), opening) is shown


def test_each_day_has_a_ranking_of_its_own(connection: Connection, session: Session) -> None:
    opening = make_opening(session, application_deadline=TODAY)
    assert found(matcher_on(connection, on=TODAY)) == [str(opening.id)]
    assert found(matcher_on(connection, on=TODAY + timedelta(days=1))) == []


def test_readers_and_writers_of_one_database_share_a_ranker(fresh_engine: Engine) -> None:
    with session_for(fresh_engine) as session:
        opening_id = make_opening(session).id

    shared = matcher_on(fresh_engine, on=TODAY)

    assert matcher_on(reading(fresh_engine), on=TODAY).engine_ is shared.engine_
    with Session(fresh_engine) as session:
        assert has_read(shared, session.get_one(Opening, opening_id))


def test_other_weights_are_used_from_the_moment_they_are_decided(
    connection: Connection, session: Session
) -> None:
    make_opening(session)
    matcher_on(connection, on=TODAY)
    only_near = Weights(0, 0, 0, 0, 0, 1, 0, 0, 0)
    weights.decide(session, only_near, why="Prov", compared={}, by=make_user(session), now=NOW)
    assert matcher_on(connection, on=TODAY).weights == only_near


@pytest.fixture
def forget() -> Callable[[Engine], None]:
    """Makes the ranker of a database unknown, as in another process."""

    def forget(engine: Engine) -> None:
        ranking._kept.pop(engine.pool)  # what a new process would begin without

    return forget


def test_the_next_process_opens_the_index_and_reads_what_has_changed_since(
    fresh_engine: Engine, tmp_path: Path, forget: Callable[[Engine], None]
) -> None:
    keep_in(tmp_path, fresh_engine)
    with session_for(fresh_engine) as session:
        closed, kept = make_opening(session), make_opening(session)
        closed_id, kept_id = closed.id, kept.id
    prepare(fresh_engine)
    learnt = matcher_on(fresh_engine, on=TODAY).fitted_
    with session_for(fresh_engine) as session:
        gone = session.get_one(Opening, closed_id)
        gone.state, gone.updated_at = OpeningState.CLOSED, LATER
        new_id = make_opening(session, updated_at=LATER).id
    forget(fresh_engine)

    matcher = matcher_on(fresh_engine, on=TODAY)

    assert learnt is not None
    assert matcher.fitted_ is None, "it was opened, not learnt"
    assert found(matcher) == sorted(map(str, (kept_id, new_id)))


@pytest.mark.parametrize("name", [shelf.NEWEST, "about.json"])
def test_an_index_that_cannot_be_read_is_made_anew(
    fresh_engine: Engine, tmp_path: Path, forget: Callable[[Engine], None], name: str
) -> None:
    keep_in(tmp_path, fresh_engine)
    with session_for(fresh_engine) as session:
        make_opening(session)
    prepare(fresh_engine)
    for file in [*tmp_path.glob(name), *tmp_path.glob(f"*/{name}")]:
        file.write_text("{", "utf-8")
    forget(fresh_engine)
    assert matcher_on(fresh_engine, on=TODAY).fitted_ is not None


def test_after_much_change_the_words_are_learnt_anew_and_old_indexes_cleared_away(
    fresh_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking, "MOST_DRIFT", 0.0)
    keep_in(tmp_path, fresh_engine)
    with session_for(fresh_engine) as session:
        make_opening(session)
    prepare(fresh_engine)
    before = matcher_on(fresh_engine, on=TODAY).engine_
    with session_for(fresh_engine) as session:
        make_opening(session, updated_at=LATER)
    prepare(fresh_engine)
    assert matcher_on(fresh_engine, on=TODAY).engine_ is not before
    assert len([each for each in tmp_path.iterdir() if each.is_dir()]) == 1
