"""What an employer is told, how it answers, and how much one employer is asked."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from employers.models import Colleague, ColleagueState
from foundation.outbox import QueuedLetter
from openings.models import OpeningState
from placements import asking, introducing, queries, service
from placements.introducing import Answer
from placements.links import LinkOver
from placements.load import loads
from placements.models import Introduction, Stage, Why
from placements.states import IllegalStep
from tests.factories import NOW, TODAY
from tests.placements.makers import (
    IN_TIME,
    URL,
    a_youth,
    an_assessment,
    an_employers_opening,
    asked,
    caseworker_of,
    colleague_of,
    introduced,
    tokens_in,
)


def consented(session: Session, **facts: Any) -> Introduction:
    introduction = asked(session, a_youth(session, **facts))
    asking.record_answer(
        session, introduction, is_given=True, by=caseworker_of(introduction), now=NOW
    )
    return introduction


def introduce(session: Session, made: Introduction, *ticked: str) -> None:
    by = made.youth.responsible
    introducing.introduce(session, made, an_assessment(*ticked), by=by, public_url=URL, now=NOW)


def test_only_what_is_ticked_is_told(session: Session) -> None:
    made = consented(session)
    introduce(session, made, "name", "languages", "target_groups", "alias")
    [disclosure] = queries.disclosures_of(session, made)
    assert {each.field: each.value for each in disclosure.shared} == {
        "name": "Kim",
        "languages": [{"language": "so", "level": "native"}],
    }


def test_a_receipt_stays_as_it_was_told(session: Session) -> None:
    made = consented(session)
    introduce(session, made, "skills")
    made.youth.skills = ["Något annat"]
    session.flush()
    session.expire_all()
    assert queries.disclosures_of(session, made)[0].shared[0].value == ["Kassa"]


def test_nothing_ticked_is_no_introduction(session: Session) -> None:
    made = consented(session)
    with pytest.raises(introducing.NothingTold):
        introduce(session, made, "own_car")


def test_nobody_is_introduced_without_a_yes(session: Session) -> None:
    with pytest.raises(IllegalStep):
        introduce(session, asked(session))


def test_who_has_got_protected_identity_since_is_not_introduced(session: Session) -> None:
    made = consented(session)
    made.youth.home_municipality, made.youth.protected_identity = None, True
    session.flush()
    with pytest.raises(asking.IsProtected):
        introduce(session, made)


def test_the_letter_names_the_opening_and_nothing_of_the_person(session: Session) -> None:
    made = introduced(session)
    [letter] = session.exec(select(QueuedLetter)).all()
    assert made.opening.headline in letter.subject
    for word in ("Kim", "Hemlig", "Kassa", "Söderhamn", str(made.youth.born)):
        assert word not in letter.text + (letter.html or "") + letter.subject
    assert letter.text.count("/answer/") == 4


def test_a_yes_leads_to_a_meeting_and_spends_every_link(session: Session) -> None:
    made = introduced(session)
    [token] = tokens_in(session)
    introducing.answer_by_link(session, token, Answer.YES, public_url=URL, now=IN_TIME)
    assert (made.stage, made.answered_at) == (Stage.MEETING, IN_TIME)
    with pytest.raises(LinkOver):
        introducing.answer_by_link(session, token, Answer.NO, public_url=URL, now=IN_TIME)


def test_a_no_closes_with_its_reason(session: Session) -> None:
    made = introduced(session)
    [token] = tokens_in(session)
    introducing.answer_by_link(
        session, token, Answer.NO, why=Why.FILLED, public_url=URL, now=IN_TIME
    )
    assert (made.stage, made.closed_why) == (Stage.CLOSED, Why.FILLED)
    user = colleague_of(session, made)
    assert session.exec(queries.made_to(user).where(queries.is_shown_to_employer())).all() == []


def test_later_moves_the_last_day(session: Session) -> None:
    made = introduced(session)
    [token] = tokens_in(session)
    introducing.answer_by_link(session, token, Answer.LATER, public_url=URL, now=NOW)
    assert (made.stage, made.due_on) == (Stage.INTRODUCED, TODAY + timedelta(days=14))


@pytest.mark.parametrize("token", ["", "forged", "x" * 43])
def test_a_forged_link_answers_nothing(session: Session, token: str) -> None:
    made = introduced(session)
    with pytest.raises(LinkOver):
        introducing.answer_by_link(session, token, Answer.YES, public_url=URL, now=NOW)
    assert made.stage is Stage.INTRODUCED


def test_a_link_for_the_youth_is_none_for_the_employer(session: Session) -> None:
    made = asked(session)
    token = asking.link_for_youth(session, made, now=NOW)
    with pytest.raises(LinkOver):
        introducing.answer_by_link(session, token, Answer.YES, public_url=URL, now=NOW)


def test_a_reminder_comes_once_and_silence_closes_kindly(session: Session) -> None:
    made = introduced(session)
    reminded = NOW + timedelta(days=3)
    assert service.tend(session, public_url=URL, now=reminded).reminded == 1
    assert service.tend(session, public_url=URL, now=reminded).reminded == 0
    assert service.tend(session, public_url=URL, now=NOW + timedelta(days=8)).given_up == 1
    assert (made.stage, made.closed_why) == (Stage.CLOSED, Why.EMPLOYER_SILENT)
    rows = select(QueuedLetter.subject).order_by(col(QueuedLetter.queued_at))
    subjects = session.exec(rows).all()
    assert [subject.split(":")[0] for subject in subjects] == [
        "En presentation väntar",
        "Påminnelse",
        "Presentationen är avslutad",
    ]


def test_all_links_out_there_work_until_one_has_answered(session: Session) -> None:
    introduced(session)
    service.tend(session, public_url=URL, now=NOW + timedelta(days=3))
    first, second = tokens_in(session)
    introducing.answer_by_link(
        session, first, Answer.NO, public_url=URL, now=NOW + timedelta(days=4)
    )
    with pytest.raises(LinkOver):
        introducing.answer_by_link(
            session, second, Answer.YES, public_url=URL, now=NOW + timedelta(days=4)
        )


def test_one_employer_is_not_asked_too_much(session: Session) -> None:
    opening = an_employers_opening(session, number_of_vacancies=9)
    for _number in range(3):
        introduced(session, asked(session, opening=opening))
    assert opening.employer_id is not None
    assert loads(session, [opening.employer_id], now=NOW)[opening.employer_id] == 3
    with pytest.raises(introducing.EmployerIsFull):
        introduced(session, asked(session, opening=opening))


def test_what_has_been_answered_fades_week_by_week(session: Session) -> None:
    made = introduced(session)
    [token] = tokens_in(session)
    introducing.answer_by_link(session, token, Answer.NO, public_url=URL, now=NOW)
    employer_id = made.opening.employer_id
    assert employer_id is not None
    for weeks, weight in ((0, 1), (1, 0.5), (2, 0.25), (5, 0)):
        now = NOW + timedelta(weeks=weeks)
        assert loads(session, [employer_id], now=now).get(employer_id, 0) == weight


def test_a_paused_opening_gets_nobody(session: Session) -> None:
    made = consented(session)
    made.opening.state = OpeningState.PAUSED
    session.flush()
    with pytest.raises(introducing.OpeningIsGone):
        introduce(session, made)


def test_by_phone_no_mail_goes_out(session: Session) -> None:
    made = consented(session)
    introducing.introduce(
        session,
        made,
        an_assessment(),
        is_outside=True,
        by=made.youth.responsible,
        public_url=URL,
        now=NOW,
    )
    assert made.stage is Stage.INTRODUCED
    assert session.exec(select(QueuedLetter)).all() == []


def test_what_is_taken_back_is_told_without_why(session: Session) -> None:
    made = introduced(session)
    service.withdraw(
        session,
        made,
        Why.CONSENT_WITHDRAWN,
        by=caseworker_of(made),
        public_url=URL,
        now=IN_TIME,
    )
    assert asking.consent_of(session, made).withdrawn_at == IN_TIME
    rows = select(QueuedLetter).order_by(col(QueuedLetter.queued_at).desc())
    letter = session.exec(rows).first()
    assert letter is not None
    assert "återtagen" in letter.subject
    assert "samtyck" not in letter.text.lower()


def test_protected_identity_takes_everything_back_at_once(session: Session) -> None:
    made = introduced(session)
    colleague = colleague_of(session, made)
    made.youth.home_municipality, made.youth.protected_identity = None, True
    session.flush()
    assert session.exec(queries.made_to(colleague)).all() == []
    by = made.youth.responsible
    taken = service.withdraw_all(
        session, made.youth, Why.PROTECTED, by=by, public_url=URL, now=IN_TIME
    )
    assert (taken, made.stage) == (1, Stage.CLOSED)


def test_who_rests_is_not_introduced_to_anybody(session: Session) -> None:
    made = consented(session)
    assert made.opening.employer is not None
    made.opening.employer.paused_until = TODAY
    session.flush()
    with pytest.raises(introducing.EmployerRests):
        introduce(session, made)


def test_a_colleague_who_has_left_answers_no_more(session: Session) -> None:
    made = introduced(session)
    [token] = tokens_in(session)
    tie = session.exec(select(Colleague)).one()
    tie.state = ColleagueState.DECLINED
    session.flush()
    with pytest.raises(LinkOver):
        introducing.answer_by_link(session, token, Answer.YES, public_url=URL, now=NOW)
    assert made.stage is Stage.INTRODUCED
