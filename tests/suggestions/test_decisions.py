"""Accept, dismiss, put off and take back: what follows on what, and what is logged."""

from datetime import timedelta
from itertools import product

import pytest
from sqlmodel import Session, col, select

from accounts.models import AuditEntry
from openings.models import OpeningState
from suggestions import decisions
from suggestions.models import DismissalReason, Suggestion, SuggestionState
from suggestions.states import MOVES, may_follow
from tests.factories import NOW, TODAY, make_opening, make_team, make_user, make_youth
from tests.suggestions.makers import make_suggestion

NEXT_WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def suggestion(session: Session) -> Suggestion:
    """A suggestion that waits for an answer."""
    return make_suggestion(session, make_youth(session))


def last_line(session: Session) -> AuditEntry:
    return session.exec(select(AuditEntry).order_by(col(AuditEntry.at).desc())).one()


def test_an_accepted_suggestion_says_who_and_when(session: Session, suggestion: Suggestion) -> None:
    by = suggestion.youth.responsible

    decisions.accept(session, suggestion, by=by, now=NOW)
    session.expire_all()

    assert suggestion.state is SuggestionState.ACCEPTED
    assert (suggestion.decided_by_id, suggestion.decided_at) == (by.id, NOW)


def test_a_dismissed_suggestion_says_why(session: Session, suggestion: Suggestion) -> None:
    reason, by = DismissalReason.TOO_FAR, suggestion.youth.responsible

    decisions.dismiss(session, suggestion, reason, note="  Ingen buss.  ", by=by, now=NOW)

    assert suggestion.state is SuggestionState.DISMISSED
    assert suggestion.dismissal_reason is reason
    assert suggestion.note == "Ingen buss."


def test_the_log_tells_of_the_decision_but_not_of_the_note(
    session: Session, suggestion: Suggestion
) -> None:
    reason, by = DismissalReason.OTHER, suggestion.youth.responsible

    decisions.dismiss(session, suggestion, reason, note="Har flyttat till mormor", by=by, now=NOW)

    line = last_line(session)
    assert (line.action, line.subject_id) == ("suggestion.dismissed", suggestion.youth_id)
    assert line.facts == {
        "suggestion_id": str(suggestion.id),
        "opening_id": str(suggestion.opening_id),
        "before": "new",
        "reason": "other",
    }


def test_a_suggestion_is_put_off_to_a_day_to_come(session: Session, suggestion: Suggestion) -> None:
    by = suggestion.youth.responsible

    decisions.put_off(session, suggestion, NEXT_WEEK, by=by, now=NOW)
    assert suggestion.later_until == NEXT_WEEK

    decisions.put_off(session, suggestion, NEXT_WEEK + timedelta(days=7), by=by, now=NOW)
    assert suggestion.later_until == NEXT_WEEK + timedelta(days=7)


@pytest.mark.parametrize("days", [0, -1])
def test_a_suggestion_is_not_put_off_to_a_day_that_has_been(
    session: Session, suggestion: Suggestion, days: int
) -> None:
    until, by = TODAY + timedelta(days=days), suggestion.youth.responsible

    with pytest.raises(decisions.NotLater):
        decisions.put_off(session, suggestion, until, by=by, now=NOW)


def test_a_decision_can_be_taken_back(session: Session, suggestion: Suggestion) -> None:
    reason, by = DismissalReason.TOO_FAR, suggestion.youth.responsible
    decisions.dismiss(session, suggestion, reason, note="Ingen buss", by=by, now=NOW)

    decisions.take_back(session, suggestion, by=by, now=NOW + timedelta(minutes=1))

    assert suggestion.state is SuggestionState.NEW
    assert suggestion.decided_by_id is None
    assert suggestion.dismissal_reason is None
    assert suggestion.note == ""
    actions = session.exec(select(AuditEntry.action).order_by(col(AuditEntry.at)))
    assert list(actions) == ["suggestion.dismissed", "suggestion.taken_back"]


def test_who_presses_twice_decides_once(session: Session, suggestion: Suggestion) -> None:
    by = suggestion.youth.responsible

    decisions.accept(session, suggestion, by=by, now=NOW)
    decisions.accept(session, suggestion, by=by, now=NOW + timedelta(seconds=1))

    assert suggestion.decided_at == NOW
    assert last_line(session).action == "suggestion.accepted"


def test_nobody_decides_over_a_colleague_by_accident(
    session: Session, suggestion: Suggestion
) -> None:
    ali, by = make_user(session), suggestion.youth.responsible
    make_team(session, ali, by)
    decisions.accept(session, suggestion, by=ali, now=NOW)

    with pytest.raises(decisions.DecidedAlready):
        decisions.dismiss(session, suggestion, DismissalReason.OTHER, by=by, now=NOW)
    with pytest.raises(decisions.DecidedAlready):
        decisions.accept(session, suggestion, by=by, now=NOW)
    assert suggestion.decided_by_id == ali.id


def test_a_closed_opening_is_not_accepted_but_may_be_dismissed(session: Session) -> None:
    youth = make_youth(session)
    opening = make_opening(session, state=OpeningState.CLOSED)
    suggestion, by = make_suggestion(session, youth, opening), youth.responsible

    with pytest.raises(decisions.OpeningGone):
        decisions.accept(session, suggestion, by=by, now=NOW)
    decisions.dismiss(session, suggestion, DismissalReason.OPENING_OUTDATED, by=by, now=NOW)

    assert suggestion.state is SuggestionState.DISMISSED


def test_the_table_of_moves_knows_every_state() -> None:
    assert set(MOVES) == set(SuggestionState)
    allowed = {pair for pair in product(SuggestionState, repeat=2) if may_follow(*pair)}
    final = {SuggestionState.ACCEPTED, SuggestionState.DISMISSED}
    assert not [pair for pair in allowed if set(pair) <= final]
