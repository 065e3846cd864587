"""What goals ask is written, replaced and forgotten, and the log learns no answer."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from accounts.models import AuditEntry
from tests.factories import NOW, TODAY, make_caseworker, make_youth
from youths.goal_facts import belonging, service
from youths.goal_facts.models import Answer, FactKind, GoalFact
from youths.models import Youth


def answers_of(session: Session, youth: Youth) -> list[tuple[FactKind, Answer]]:
    rows = select(GoalFact).where(GoalFact.youth_id == youth.id)
    found = session.exec(rows.order_by(col(GoalFact.kind), col(GoalFact.since)))
    return [(row.kind, row.answer) for row in found]


def test_an_answer_replaces_the_one_before_and_income_support_is_a_history(
    session: Session,
) -> None:
    youth = make_youth(session, registered_on=TODAY - timedelta(days=30))
    by = youth.responsible
    for answer, days in ((Answer.YES, 20), (Answer.NO, 3)):
        said = {FactKind.IMMIGRANT_BACKGROUND: answer, FactKind.INCOME_SUPPORT: answer}
        since = TODAY - timedelta(days=days)
        service.record(session, youth, said, since=since, by=by, now=NOW)
    assert answers_of(session, youth) == [
        (FactKind.IMMIGRANT_BACKGROUND, Answer.NO),
        (FactKind.INCOME_SUPPORT, Answer.YES),
        (FactKind.INCOME_SUPPORT, Answer.NO),
    ]
    assert set(service.recorded(session, youth)) == {
        FactKind.IMMIGRANT_BACKGROUND,
        FactKind.INCOME_SUPPORT,
    }
    service.forget(session, youth, FactKind.INCOME_SUPPORT, by=by, now=NOW)
    assert set(service.recorded(session, youth)) == {FactKind.IMMIGRANT_BACKGROUND}
    lines = session.exec(select(AuditEntry).where(AuditEntry.subject_id == youth.id)).all()
    assert lines[0].facts == {"kinds": ["immigrant_background", "income_support"]}
    assert not any("yes" in str(line.facts) or "'no'" in str(line.facts) for line in lines)


def test_only_what_is_in_the_list_and_has_begun_is_kept(session: Session) -> None:
    youth = make_youth(session)
    given: dict[str, Any] = {"since": TODAY, "by": youth.responsible, "now": NOW}
    with pytest.raises(service.NoSuchAnswer):
        service.record(session, youth, {FactKind.SEX: Answer.YES}, **given)
    given["since"] = TODAY + timedelta(days=1)
    with pytest.raises(service.DayNotYet):
        service.record(session, youth, {FactKind.SEX: Answer.MAN}, **given)


def test_merged_youths_have_one_answer_to_each(session: Session) -> None:
    by = make_caseworker(session)
    kept, duplicate = make_youth(session, by), make_youth(session, by)
    hers = {FactKind.SEX: Answer.WOMAN, FactKind.INCOME_SUPPORT: Answer.YES}
    theirs = {
        FactKind.SEX: Answer.OTHER,
        FactKind.SOCIAL_INSURANCE: Answer.YES,
        FactKind.INCOME_SUPPORT: Answer.NO,
    }
    for youth, answers in ((kept, hers), (duplicate, theirs)):
        service.record(session, youth, answers, since=TODAY, by=by, now=NOW)
    belonging.move(session, duplicate, kept)
    assert answers_of(session, kept) == [
        (FactKind.INCOME_SUPPORT, Answer.YES),
        (FactKind.SEX, Answer.WOMAN),
        (FactKind.SOCIAL_INSURANCE, Answer.YES),
    ]
    assert answers_of(session, duplicate) == []
