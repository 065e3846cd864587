"""Each gets her letter as she wants it, with links that are hers alone."""

from datetime import datetime, time, timedelta
from re import findall
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, TeamMember, User
from digests import building, choosing, service
from digests.choosing import Wishes
from digests.message import Part
from digests.models import DigestKind
from digests.service import Outcome, Sending
from digests.spans import Span
from foundation import clock
from foundation.translating import HOME
from openings.models import Opening
from placements import introducing
from placements.models import AnswerLink, Introduction, Stage
from tests.conftest import QueryCounter
from tests.digests.making import DAY, PORTAL, SIGNER, letters, make_suggestion, send, with_news
from tests.factories import (
    NOW,
    TODAY,
    make_caseworker,
    make_employer,
    make_opening,
    make_user,
    make_youth,
)
from youths.models import Youth

WEEK = "2026-W48"


def choose(session: Session, user: User, **wishes: Any) -> None:
    """Choose as on the page, with the defaults for the rest."""
    facts: dict[str, Any] = {
        "weekday": 0,
        "hour": 7,
        "language": None,
        "left_out": [],
        "paused_until": None,
    }
    choosing.choose(session, user, Wishes(**(facts | wishes)), now=NOW)


def introduced(youth: Youth, opening: Opening, by: User) -> Introduction:
    """An introduction that an employer has not answered in a day."""
    return Introduction(
        youth_id=youth.id,
        opening_id=opening.id,
        started_by_id=by.id,
        started_at=NOW - DAY,
        stage=Stage.INTRODUCED,
        stage_since=NOW - DAY,
        introduced_at=NOW - DAY,
        due_on=TODAY + 5 * DAY,
    )


def an_introduction_that_waits(session: Session) -> tuple[Introduction, User]:
    """An introduction made to an employer, and the colleague who answers."""
    user = make_user(session, RoleName.EMPLOYER)
    opening = make_opening(session, make_employer(session, user), headline="Kock")
    introduction = introduced(make_youth(session), opening, make_caseworker(session))
    session.add(introduction)
    session.flush()
    return introduction, user


def test_an_employer_answers_from_the_letter_by_links_of_her_own(session: Session) -> None:
    introduction, user = an_introduction_that_waits(session)
    send(session)
    (letter,) = [each for each in letters(session) if each.to == user.email]
    (token,) = set(findall(rf"{PORTAL}/answer/([^\s?]+)", letter.text))
    assert introducing.answering(session, token, now=NOW).introduction_id == introduction.id
    assert "answer=yes" in letter.text


def test_after_the_last_day_a_letter_leads_to_the_portal(session: Session) -> None:
    introduction, user = an_introduction_that_waits(session)
    introduction.due_on = TODAY - DAY
    send(session)
    (letter,) = [each for each in letters(session) if each.to == user.email]
    assert "/answer/" not in letter.text
    assert f"{PORTAL}/my-introductions/{introduction.id}" in letter.text


def test_a_preview_makes_no_answer_links(session: Session) -> None:
    _introduction, user = an_introduction_that_waits(session)
    before = len(session.exec(select(AnswerLink)).all())
    message = building.preview(
        session, user, DigestKind.EMPLOYER, signer=SIGNER, now=NOW, zone=HOME
    )
    assert message is not None
    assert len(session.exec(select(AnswerLink)).all()) == before


def test_a_coordinator_hears_what_is_stuck_in_her_team(session: Session) -> None:
    introduction, _user = an_introduction_that_waits(session)
    coordinator = make_user(session, RoleName.COORDINATOR)
    team_id = introduction.youth.team_id
    session.add(TeamMember(team_id=team_id, user_id=coordinator.id))
    introduction.introduced_at = NOW - 6 * DAY
    session.flush()
    send(session)
    (letter,) = [each for each in letters(session) if each.to == coordinator.email]
    assert f"{introduction.opening.headline}: 6 dagar utan svar" in letter.text


def test_each_gets_her_letter_at_the_hour_and_in_the_language_that_she_has_chosen(
    session: Session,
) -> None:
    early, late = with_news(session), with_news(session)
    choose(session, late, weekday=2, hour=13, language="en")
    monday_at_seven = clock.monday_of(WEEK, time(7), HOME)

    def whose(moment: datetime) -> set[UUID]:
        return {turn.user_id for turn in service.due_now(session, now=moment, zone=HOME)}

    assert whose(monday_at_seven - timedelta(minutes=1)) == set()
    assert whose(monday_at_seven) == {early.id}
    wednesday = monday_at_seven + timedelta(days=2, hours=6)
    turns = [
        turn
        for turn in service.due_now(session, now=wednesday, zone=HOME)
        if turn.user_id == late.id
    ]
    service.send(session, turns, Sending(PORTAL, SIGNER, wednesday, HOME))
    assert "Weekly" in letters(session)[0].subject
    assert late.id not in whose(wednesday)


def test_who_moves_her_day_gets_no_second_letter_in_the_week(session: Session) -> None:
    caseworker = with_news(session)
    send(session)
    choose(session, caseworker, weekday=4, hour=7)
    friday = clock.monday_of(WEEK, time(7), HOME) + 4 * DAY
    assert service.due_now(session, now=friday, zone=HOME) == []


def test_what_one_leaves_out_is_not_in_the_letter(session: Session) -> None:
    caseworker = with_news(session)
    choose(session, caseworker, left_out=[Part.SUGGESTIONS])
    assert send(session).total(Outcome.QUEUED) == 0


def test_turning_the_letter_off_is_recorded(session: Session) -> None:
    caseworker = with_news(session)
    choosing.switch(session, caseworker, wanted=False, by=caseworker, now=NOW)
    assert send(session).total(Outcome.QUEUED) == 0
    entry = session.exec(select(AuditEntry)).one()
    assert (entry.action, entry.actor_id) == ("digest.turned_off", caseworker.id)


@pytest.mark.parametrize("kind", list(DigestKind))
def test_the_number_of_queries_for_a_letter_does_not_grow_with_what_is_in_it(
    session: Session, kind: DigestKind, count_queries: QueryCounter
) -> None:
    introduction, employer = an_introduction_that_waits(session)
    introduction.introduced_at = NOW - 6 * DAY
    caseworker = introduction.youth.responsible
    coordinator = make_user(session, RoleName.COORDINATOR)
    session.add(TeamMember(team_id=introduction.youth.team_id, user_id=coordinator.id))
    readers = {
        DigestKind.CASEWORKER: caseworker,
        DigestKind.COORDINATOR: coordinator,
        DigestKind.EMPLOYER: employer,
    }

    def add() -> None:
        youth = make_youth(session, caseworker, team_id=introduction.youth.team_id)
        make_suggestion(session, youth, introduction.opening)
        session.add(introduced(youth, introduction.opening, caseworker))
        session.flush()

    def queries() -> int:
        session.expire_all()
        reader = session.get_one(User, readers[kind].id)
        with count_queries() as run:
            assert building.build(session, reader, kind, Span.since(None, NOW, HOME))
        return len(run)

    add()
    before = queries()
    for _number in range(4):
        add()
    assert queries() == before
