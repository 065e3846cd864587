"""The ranking's own side: what is proposed, renewed and withdrawn, and what it never touches."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from foundation.db import session_for
from openings.models import Needs, OpeningState
from suggestions import decisions
from suggestions.choosing import MOST_A_YOUTH
from suggestions.models import DismissalReason, Suggestion, SuggestionState
from suggestions.renewal import RefreshSummary
from suggestions.service import DoesNotFit, propose, refresh, refresh_all
from tests.factories import NOW, TODAY, make_opening
from tests.suggestions.makers import COOK, KITCHEN, make_cook, make_suggestion

TOMORROW = NOW + timedelta(days=1)


def of_youth(session: Session, youth_id: UUID) -> list[Suggestion]:
    rows = select(Suggestion).where(Suggestion.youth_id == youth_id)
    return list(session.exec(rows.order_by(col(Suggestion.score).desc())))


def sum_of(suggestion: Suggestion) -> float:
    """The reasons' points, added as whole thousandths."""
    return sum(round(reason.points * 1000) for reason in suggestion.reasons) / 1000


def test_a_youth_gets_the_openings_that_fit_best_first(session: Session) -> None:
    youth = make_cook(session)
    cook = make_opening(session, headline="Kock", occupation=COOK)
    kitchen = make_opening(session, headline="Köksbiträde", occupation=KITCHEN)

    summary = refresh(session, youth.id, now=NOW)

    suggested = of_youth(session, youth.id)
    assert [each.opening_id for each in suggested] == [kitchen.id, cook.id]
    assert suggested[0].label == "strong"
    assert summary == RefreshSummary(youths=1, new=2)


def test_a_score_is_the_sum_of_its_reasons(session: Session) -> None:
    youth = make_cook(session)
    make_opening(session)
    refresh(session, youth.id, now=NOW)
    session.expire_all()

    [suggestion] = of_youth(session, youth.id)

    assert suggestion.reasons
    assert suggestion.score == sum_of(suggestion)


def test_an_opening_that_a_hard_rule_forbids_is_not_suggested(session: Session) -> None:
    youth = make_cook(session, driving_licences=[])
    make_opening(session, must_have=Needs(driving_licences=("B",)))
    make_opening(session, municipality="1480", county="14")
    make_opening(session, state=OpeningState.PAUSED)

    assert refresh(session, youth.id, now=NOW) == RefreshSummary(youths=1)


def test_no_youth_gets_more_than_can_be_looked_at(session: Session) -> None:
    youth = make_cook(session)
    for _number in range(MOST_A_YOUTH + 3):
        make_opening(session)

    assert refresh(session, youth.id, now=NOW).new == MOST_A_YOUTH


def test_a_refresh_twice_is_the_same_as_once(session: Session) -> None:
    youth = make_cook(session)
    make_opening(session)
    make_opening(session, occupation=COOK)
    refresh(session, youth.id, now=NOW)
    before = [each.model_dump() for each in of_youth(session, youth.id)]

    again = refresh(session, youth.id, now=NOW)
    session.expire_all()

    assert again == RefreshSummary(youths=1, kept=2)
    assert [each.model_dump() for each in of_youth(session, youth.id)] == before


def test_what_is_no_longer_ranked_is_withdrawn_and_comes_back_if_it_is_again(
    session: Session,
) -> None:
    youth, opening = make_cook(session), make_opening(session)
    refresh(session, youth.id, now=NOW)
    opening.state, opening.updated_at = OpeningState.PAUSED, TOMORROW
    session.flush()

    assert refresh(session, youth.id, now=TOMORROW) == RefreshSummary(youths=1, withdrawn=1)
    [suggestion] = of_youth(session, youth.id)
    assert not suggestion.is_current

    opening.state = OpeningState.PUBLISHED
    session.flush()
    assert refresh(session, youth.id, now=TOMORROW) == RefreshSummary(youths=1, kept=1, changed=1)
    assert suggestion.is_current
    assert suggestion.first_suggested_at == NOW


def test_a_change_in_an_opening_is_seen_at_once(session: Session) -> None:
    youth, opening = make_cook(session), make_opening(session, occupation=COOK)
    refresh(session, youth.id, now=NOW)
    [before] = [each.score for each in of_youth(session, youth.id)]
    opening.occupation, opening.updated_at = KITCHEN, TOMORROW
    session.flush()

    refresh(session, youth.id, now=NOW)

    [after] = [each.score for each in of_youth(session, youth.id)]
    assert after > before


def test_a_decision_survives_every_refresh(session: Session) -> None:
    youth = make_cook(session)
    by = youth.responsible
    taken, turned_down, put_off = (make_opening(session) for _number in range(3))
    refresh(session, youth.id, now=NOW)
    by_opening = {each.opening_id: each for each in of_youth(session, youth.id)}
    decisions.accept(session, by_opening[taken.id], by=by, now=NOW)
    decisions.dismiss(
        session, by_opening[turned_down.id], DismissalReason.TOO_FAR, note="buss", by=by, now=NOW
    )
    later = TODAY + timedelta(days=7)
    decisions.put_off(session, by_opening[put_off.id], later, by=by, now=NOW)
    session.expire_all()
    before = [each.model_dump() for each in of_youth(session, youth.id)]
    taken.state = turned_down.state = OpeningState.CLOSED
    put_off.headline, put_off.updated_at = "Kallskänka", TOMORROW
    session.flush()

    summary = refresh(session, youth.id, now=TOMORROW)
    session.expire_all()

    assert summary == RefreshSummary(youths=1)
    assert [each.model_dump() for each in of_youth(session, youth.id)] == before


def test_what_was_put_off_is_new_again_when_its_day_has_come(session: Session) -> None:
    youth = make_cook(session)
    make_opening(session)
    refresh(session, youth.id, now=NOW)
    [suggestion] = of_youth(session, youth.id)
    day = TODAY + timedelta(days=7)
    decisions.put_off(session, suggestion, day, by=youth.responsible, now=NOW)

    assert refresh(session, youth.id, now=NOW + timedelta(days=6)).back == 0
    assert refresh(session, youth.id, now=NOW + timedelta(days=7)).back == 1

    assert suggestion.state is SuggestionState.NEW
    assert suggestion.is_current
    assert suggestion.decided_at is None
    assert suggestion.later_until == day


def test_an_archived_youth_gets_no_suggestions(session: Session) -> None:
    youth = make_cook(session, archived_at=NOW)
    make_opening(session)

    assert refresh(session, youth.id, now=NOW) == RefreshSummary()


def test_a_caseworker_may_propose_what_the_ranking_had_left_out(session: Session) -> None:
    youth = make_cook(session)
    for _number in range(MOST_A_YOUTH):
        make_opening(session)
    other = make_opening(session, headline="Växtvårdare", occupation="6113")
    refresh(session, youth.id, now=NOW)

    proposed = propose(session, youth.id, other, now=NOW)

    assert proposed.state is SuggestionState.NEW
    assert proposed.score == sum_of(proposed)
    assert propose(session, youth.id, other, now=NOW) is proposed


def test_nobody_proposes_what_a_hard_rule_forbids(session: Session) -> None:
    youth = make_cook(session, driving_licences=[])
    driver = make_opening(session, must_have=Needs(driving_licences=("CE",)))

    with pytest.raises(DoesNotFit):
        propose(session, youth.id, driver, now=NOW)


def test_nobody_proposes_an_opening_that_is_closed(session: Session) -> None:
    youth = make_cook(session)
    closed = make_opening(session, state=OpeningState.CLOSED)

    with pytest.raises(DoesNotFit):
        propose(session, youth.id, closed, now=NOW)


def test_the_night_renews_every_active_youth_and_commits(fresh_engine: Engine) -> None:
    with session_for(fresh_engine) as session:
        first, second = make_cook(session), make_cook(session)
        make_cook(session, archived_at=NOW)
        make_suggestion(session, first)
        ids = {first.id, second.id}

    summary = refresh_all(fresh_engine, now=NOW)

    assert summary == RefreshSummary(youths=2, new=1, kept=1, changed=1)
    with Session(fresh_engine) as session:
        assert set(session.exec(select(Suggestion.youth_id))) == ids
    assert refresh_all(fresh_engine, now=NOW) == RefreshSummary(youths=2, kept=2)
