"""The week's picks: shared out fairly, once a week, with something outside the wishes beside."""

from datetime import timedelta

from sqlalchemy import Engine
from sqlmodel import Session, select

from foundation.db import session_for
from openings.models import Needs
from suggestions import decisions, sharing
from suggestions.models import Sharing, Suggestion
from suggestions.service import refresh_all
from suggestions.sharing import PICKS, YOUTHS_A_VACANCY, share_out
from tests.factories import NOW, make_opening
from tests.suggestions.makers import make_cook

WEEK = "2026-W48"
NEXT_WEEK = NOW + timedelta(days=7)
STORE = "4322"


def prepared(engine: Engine, *, youths: int, openings: int, vacancies: int = 1) -> None:
    with session_for(engine) as session:
        for _number in range(youths):
            make_cook(session)
        for _number in range(openings):
            make_opening(session, number_of_vacancies=vacancies)
    refresh_all(engine, now=NOW)


def picked(engine: Engine) -> list[Suggestion]:
    with Session(engine) as session:
        return list(session.exec(select(Suggestion).where(Suggestion.picked_for == WEEK)))


def test_no_opening_is_picked_for_more_youths_than_it_has_room_for(fresh_engine: Engine) -> None:
    prepared(fresh_engine, youths=YOUTHS_A_VACANCY + 2, openings=1)
    shared = share_out(fresh_engine, now=NOW)
    assert shared is not None
    assert len(picked(fresh_engine)) == YOUTHS_A_VACANCY
    with Session(fresh_engine) as session:
        kept = session.exec(select(Sharing)).one()
        assert (kept.week, kept.youths, kept.picked) == (WEEK, 5, YOUTHS_A_VACANCY)
        assert (kept.overlooked, kept.reached < kept.unhindered) == (2, True)


def test_more_vacancies_make_room_for_more(fresh_engine: Engine) -> None:
    prepared(fresh_engine, youths=5, openings=1, vacancies=2)
    share_out(fresh_engine, now=NOW)
    assert len(picked(fresh_engine)) == 5


def test_nobody_is_picked_more_than_can_be_talked_through(fresh_engine: Engine) -> None:
    prepared(fresh_engine, youths=1, openings=PICKS + 3)
    share_out(fresh_engine, now=NOW)
    assert len(picked(fresh_engine)) == PICKS


def test_a_week_is_shared_out_once(fresh_engine: Engine) -> None:
    prepared(fresh_engine, youths=1, openings=1)
    assert share_out(fresh_engine, now=NOW) is not None
    assert share_out(fresh_engine, now=NOW + timedelta(hours=3)) is None


def test_last_weeks_picks_give_way_to_the_new_ones(fresh_engine: Engine) -> None:
    prepared(fresh_engine, youths=1, openings=2)
    share_out(fresh_engine, now=NOW)
    share_out(fresh_engine, now=NEXT_WEEK)
    assert picked(fresh_engine) == []
    with Session(fresh_engine) as session:
        newest = sharing.latest(session)
        assert newest is not None
        assert newest.week == "2026-W49"


def test_what_somebody_has_decided_is_not_picked(fresh_engine: Engine) -> None:
    prepared(fresh_engine, youths=1, openings=1)
    with session_for(fresh_engine) as session:
        suggestion = session.exec(select(Suggestion)).one()
        decisions.accept(session, suggestion, by=suggestion.youth.responsible, now=NOW)
    share_out(fresh_engine, now=NOW)
    assert picked(fresh_engine) == []


def test_what_a_youth_can_leads_outside_what_she_asks_for(fresh_engine: Engine) -> None:
    with session_for(fresh_engine) as session:
        make_cook(session, skills=["truckkort"])
        make_opening(session)
        store = make_opening(
            session,
            headline="Lagermedarbetare",
            occupation=STORE,
            must_have=Needs(skills=("truckkort",)),
        ).id
    refresh_all(fresh_engine, now=NOW)
    with session_for(fresh_engine) as session:
        for suggestion in session.exec(select(Suggestion).where(Suggestion.opening_id == store)):
            session.delete(suggestion)

    share_out(fresh_engine, now=NOW)

    with Session(fresh_engine) as session:
        widening = session.exec(select(Suggestion).where(Suggestion.is_widening)).all()
        assert [each.opening_id for each in widening] == [store]


def test_a_refresh_keeps_what_widens_for_as_long_as_it_fits(fresh_engine: Engine) -> None:
    with session_for(fresh_engine) as session:
        make_cook(session, skills=["truckkort"])
        for _number in range(45):
            make_opening(session)
        store = make_opening(
            session,
            headline="Lagermedarbetare",
            occupation=STORE,
            must_have=Needs(skills=("truckkort",)),
        ).id
    refresh_all(fresh_engine, now=NOW)
    share_out(fresh_engine, now=NOW)

    again = refresh_all(fresh_engine, now=NOW + timedelta(minutes=1))

    assert (again.new, again.changed, again.withdrawn) == (0, 0, 0)
    with Session(fresh_engine) as session:
        [widening] = session.exec(select(Suggestion).where(Suggestion.is_widening))
        assert (widening.opening_id, widening.is_current) == (store, True)
