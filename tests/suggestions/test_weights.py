"""Weights are in force until somebody decides on others, and every decision stays."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry
from matching.weights import DEFAULT_WEIGHTS, Weights
from suggestions.models import RankingWeights
from suggestions.weights import (
    NAMES,
    WeightsWrong,
    current,
    decide,
    decisions,
    thousandths_of,
    weights_of,
)
from tests.conftest import QueryCounter
from tests.factories import NOW, make_user

ONLY_NEAR = Weights(0, 0, 0, 0, 0, 1, 0, 0, 0)


def make_decision(session: Session, weights: Weights = ONLY_NEAR, days: int = 0) -> RankingWeights:
    """A decision made by somebody, some days from now."""
    by, now = make_user(session), NOW + timedelta(days=days)
    return decide(session, weights, why=" Nära först ", compared={"youths": 9}, by=by, now=now)


def test_the_weights_that_the_ranking_came_with_are_in_force_at_first(session: Session) -> None:
    assert current(session).weights == DEFAULT_WEIGHTS
    assert current(session).decision_id is None


def test_the_last_decision_is_in_force(session: Session) -> None:
    make_decision(session)
    last = make_decision(session, DEFAULT_WEIGHTS, days=1)
    assert current(session).weights == DEFAULT_WEIGHTS
    assert current(session).decision_id == last.id


def test_a_decision_tells_who_when_why_and_what_the_trial_showed(session: Session) -> None:
    decision = make_decision(session)
    session.expire_all()
    assert decision.why == "Nära först"
    assert decision.made_at == NOW
    assert decision.compared == {"youths": 9}
    line = session.exec(select(AuditEntry)).one()
    assert (line.action, line.subject_id) == ("weights.decided", decision.id)
    assert line.actor_id == decision.made_by_id


def test_decisions_come_latest_first_with_who_made_them_in_one_question(
    session: Session, count_queries: QueryCounter
) -> None:
    made = [make_decision(session, days=days).id for days in range(4)]
    session.expire_all()
    with count_queries() as questions:
        found = session.exec(decisions()).all()
        assert all(each.made_by.name for each in found)
    assert [each.id for each in found] == made[::-1]
    assert len([each for each in questions if "rankingweights" in each]) == 1
    assert len(questions) <= 2, "one more for the roles of all of them"


def test_weights_are_whole_thousandths_by_name() -> None:
    shares = thousandths_of(DEFAULT_WEIGHTS)
    assert tuple(shares) == NAMES
    assert weights_of(shares) == DEFAULT_WEIGHTS
    assert weights_of({"distance": 1000}) == ONLY_NEAR


@pytest.mark.parametrize(
    "shares", [{}, {"distance": 999}, {"distance": 1100, "text": -100}, {"unknown": 1000}]
)
def test_weights_that_are_not_one_whole_are_refused(shares: dict[str, int]) -> None:
    with pytest.raises(WeightsWrong):
        weights_of(shares)
