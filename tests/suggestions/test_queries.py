"""Who sees which suggestion, and which ones wait."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from foundation.errors import NotFound
from openings.models import OpeningState
from suggestions.models import Suggestion, SuggestionState
from suggestions.queries import (
    decided_for,
    get_visible,
    is_back,
    of_opening,
    visible_to,
    waiting_for,
)
from tests.conftest import QueryCounter
from tests.factories import NOW, TODAY, make_caseworker, make_opening, make_youth
from tests.suggestions.makers import make_suggestion


def test_a_suggestion_is_seen_by_those_who_see_the_youth(session: Session) -> None:
    sara, stranger = make_caseworker(session), make_caseworker(session)
    suggestion = make_suggestion(session, make_youth(session, sara))

    assert get_visible(session, suggestion.id, to=sara) is suggestion
    assert session.exec(visible_to(stranger)).all() == []
    with pytest.raises(NotFound):
        get_visible(session, suggestion.id, to=stranger)


def test_what_waits_is_shown_best_first(session: Session) -> None:
    youth = make_youth(session)
    low = make_suggestion(session, youth, score=0.2, label="possible")
    high = make_suggestion(session, youth, score=0.7)

    assert waiting_for(session, youth.id) == [high, low]


def test_nothing_waits_that_is_decided_withdrawn_or_closed(session: Session) -> None:
    youth = make_youth(session)
    make_suggestion(session, youth, state=SuggestionState.ACCEPTED)
    make_suggestion(session, youth, is_current=False)
    make_suggestion(session, youth, make_opening(session, state=OpeningState.PAUSED))

    assert waiting_for(session, youth.id) == []


def test_decisions_are_shown_latest_first(session: Session) -> None:
    youth = make_youth(session)
    make_suggestion(session, youth)
    early = make_suggestion(session, youth, state=SuggestionState.DISMISSED, decided_at=NOW)
    late = make_suggestion(
        session, youth, state=SuggestionState.ACCEPTED, decided_at=NOW + timedelta(hours=1)
    )

    assert decided_for(session, youth.id) == [late, early]


def test_a_suggestion_put_off_is_back_on_its_day_before_and_after_the_night(
    session: Session,
) -> None:
    youth, later = make_youth(session), SuggestionState.LATER
    due = make_suggestion(session, youth, state=later, later_until=TODAY)
    renewed = make_suggestion(session, youth, later_until=TODAY - timedelta(days=1))
    make_suggestion(session, youth, state=later, later_until=TODAY + timedelta(days=1))
    make_suggestion(session, youth)
    paused = make_opening(session, state=OpeningState.PAUSED)
    make_suggestion(session, youth, paused, state=later, later_until=TODAY)

    back = session.exec(select(Suggestion).where(is_back(TODAY))).all()

    assert {each.id for each in back} == {due.id, renewed.id}


def test_an_openings_suggestions_are_those_of_ones_own_youths(session: Session) -> None:
    sara = make_caseworker(session)
    opening, youth = make_opening(session), make_youth(session, sara)
    own = make_suggestion(session, youth, opening)
    make_suggestion(session, make_youth(session), opening)

    assert of_opening(session, opening.id, sara) == {youth.id: own}


@pytest.mark.parametrize("rows", [1, 12])
def test_reading_suggestions_with_their_openings_is_one_query(
    session: Session, count_queries: QueryCounter, rows: int
) -> None:
    youth = make_youth(session)
    for _number in range(rows):
        make_suggestion(session, youth)
    youth_id = youth.id
    session.expire_all()

    with count_queries() as queries:
        headlines = [each.opening.headline for each in waiting_for(session, youth_id)]

    assert len(headlines) == rows
    assert len(queries) == 1
