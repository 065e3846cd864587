"""Tasks do their work once, for everybody, whatever breaks on the way."""

from datetime import timedelta

from sqlmodel import Session, col, select

from background import tasks
from background.resources import Resources
from jobtracks.enrolments import service as enrolments
from openings.models import Opening, OpeningState
from suggestions.models import Suggestion
from tests.background.making import at, letters
from tests.digests.making import DAY
from tests.factories import NOW, TODAY, make_opening, make_youth
from tests.jobtracks.makers import a_cohort, a_team, a_track, interested


def test_openings_are_closed_after_their_last_day(resources: Resources) -> None:
    with Session(resources.engine) as session:
        make_opening(session, headline="Gammal", application_deadline=TODAY - DAY)
        make_opening(session, headline="Ny", application_deadline=TODAY)
        session.commit()
    assert tasks.close_expired(resources) == {"closed": 1}
    with Session(resources.engine) as session:
        closed = select(Opening.headline).where(col(Opening.state) == OpeningState.CLOSED)
        assert session.exec(closed).all() == ["Gammal"]


def test_a_seat_that_nobody_answers_for_is_handed_on_and_told_of(resources: Resources) -> None:
    with Session(resources.engine) as session:
        team, by = a_team(session)
        cohort = a_cohort(session, a_track(session, team, by), by, seats=1)
        silent, waits = (interested(session, cohort, by) for _number in range(2))
        enrolments.offer(session, silent, by=by, now=NOW)
        enrolments.wait(session, waits, by=by, now=NOW)
        address = waits.youth.responsible.email
        session.commit()
    assert tasks.tend_tracks(resources) == {"lapsed": 0, "left": 0, "offered": 0}
    late = at(resources, timedelta(days=8))
    assert tasks.tend_tracks(late) == {"lapsed": 1, "left": 0, "offered": 1}
    assert set(letters(resources.engine)) == {address}


def test_the_nightly_refresh_makes_suggestions(resources: Resources) -> None:
    with Session(resources.engine) as session:
        make_youth(session, occupations=["9412"], wishes=["kök"])
        make_opening(session)
        session.commit()
    assert tasks.refresh_suggestions(resources)["youths"] == 1
    with Session(resources.engine) as session:
        assert len(session.exec(select(Suggestion)).all()) == 1
