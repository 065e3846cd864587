"""The youth is asked first, for each opening, and no answer is no."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry
from openings.models import OpeningState
from placements import asking, service
from placements.links import LinkOver
from placements.models import Consent, Party, Stage, Way, Why
from placements.moving import Actor
from placements.queries import moves_of
from placements.states import IllegalStep
from suggestions import decisions
from suggestions.models import Suggestion, SuggestionState
from tests.factories import NOW, TODAY
from tests.placements.makers import URL, a_youth, asked, caseworker_of
from tests.suggestions.makers import make_suggestion


def test_the_question_has_a_last_day_and_leaves_a_line(session: Session) -> None:
    introduction = asked(session)
    assert introduction.stage is Stage.ASKED
    assert introduction.due_on == TODAY + timedelta(days=5)
    [move] = moves_of(session, introduction)
    assert (move.step, move.party) == ("ask", Party.CASEWORKER)
    lines = select(AuditEntry.action).where(AuditEntry.subject_id == introduction.youth_id)
    assert "introduction.ask" in session.exec(lines).all()


def test_only_what_has_been_accepted_is_asked_about(session: Session) -> None:
    youth = a_youth(session)
    suggestion = make_suggestion(session, youth)
    with pytest.raises(asking.NotTakenOn):
        asking.ask(session, suggestion, by=youth.responsible, now=NOW)


@pytest.mark.parametrize("gone", [{"state": OpeningState.PAUSED}, {"taken": 1}])
def test_nobody_is_asked_about_what_is_gone(session: Session, gone: dict[str, object]) -> None:
    youth = a_youth(session)
    suggestion = make_suggestion(session, youth)
    decisions.accept(session, suggestion, by=youth.responsible, now=NOW)
    for name, value in gone.items():
        setattr(suggestion.opening, name, value)
    session.flush()
    with pytest.raises(asking.NotTakenOn):
        asking.ask(session, suggestion, by=youth.responsible, now=NOW)


def test_who_has_protected_identity_is_never_on_the_way(session: Session) -> None:
    youth = a_youth(session, protected_identity=True, home_municipality=None, max_commute_km=None)
    suggestion = make_suggestion(session, youth)
    decisions.accept(session, suggestion, by=youth.responsible, now=NOW)
    with pytest.raises(asking.IsProtected):
        asking.ask(session, suggestion, by=youth.responsible, now=NOW)


def test_the_same_question_is_asked_once(session: Session) -> None:
    introduction = asked(session)
    rows = select(Suggestion).where(Suggestion.youth_id == introduction.youth_id)
    suggestion, by = session.exec(rows).one(), introduction.youth.responsible
    with pytest.raises(asking.OnTheWayAlready):
        asking.ask(session, suggestion, by=by, now=NOW)


def test_a_yes_by_phone_is_recorded_with_who_took_it(session: Session) -> None:
    introduction = asked(session)
    by = Actor(Party.CASEWORKER, introduction.youth.responsible, Way.PHONE)
    asking.record_answer(session, introduction, is_given=True, by=by, now=NOW)
    consent = asking.consent_of(session, introduction)
    assert introduction.stage is Stage.CONSENTED
    assert (consent.is_given, consent.way) == (True, Way.PHONE)
    assert consent.recorded_by_id == introduction.youth.responsible_id


def test_a_link_answers_once(session: Session) -> None:
    introduction = asked(session)
    token = asking.link_for_youth(session, introduction, now=NOW)
    asking.answer_by_link(session, token, is_given=False, public_url=URL, now=NOW)
    assert (introduction.stage, introduction.closed_why) == (Stage.CLOSED, Why.YOUTH_DECLINED)
    with pytest.raises(LinkOver):
        asking.answer_by_link(session, token, is_given=True, public_url=URL, now=NOW)


def test_a_new_link_makes_the_old_one_worthless(session: Session) -> None:
    introduction = asked(session)
    old = asking.link_for_youth(session, introduction, now=NOW)
    asking.link_for_youth(session, introduction, now=NOW)
    with pytest.raises(LinkOver):
        asking.answer_by_link(session, old, is_given=True, public_url=URL, now=NOW)


def test_a_link_is_too_old_when_the_last_day_is_over(session: Session) -> None:
    introduction = asked(session)
    token = asking.link_for_youth(session, introduction, now=NOW)
    with pytest.raises(LinkOver):
        asking.answer_by_link(
            session, token, is_given=True, public_url=URL, now=NOW + timedelta(days=6)
        )


def test_no_answer_is_no(session: Session) -> None:
    introduction = asked(session)
    assert service.tend(session, public_url=URL, now=NOW + timedelta(days=5)).lapsed == 0
    assert service.tend(session, public_url=URL, now=NOW + timedelta(days=6)).lapsed == 1
    assert (introduction.stage, introduction.closed_why) == (Stage.CLOSED, Why.YOUTH_SILENT)
    assert session.exec(select(Consent.is_given)).all() == [False]
    with pytest.raises(IllegalStep):
        asking.record_answer(
            session, introduction, is_given=True, by=caseworker_of(introduction), now=NOW
        )


def test_an_accepted_suggestion_is_not_undone_while_she_is_on_her_way(session: Session) -> None:
    introduction = asked(session)
    by = introduction.youth.responsible
    suggestion = make_suggestion(session, a_youth(session, by))
    decisions.accept(session, suggestion, by=by, now=NOW)
    service.take_back_suggestion(session, suggestion, by=by, now=NOW)
    assert suggestion.state is SuggestionState.NEW
    decisions.accept(session, suggestion, by=by, now=NOW)
    asking.ask(session, suggestion, by=by, now=NOW)
    with pytest.raises(service.IsOnTheWay):
        service.take_back_suggestion(session, suggestion, by=by, now=NOW)
