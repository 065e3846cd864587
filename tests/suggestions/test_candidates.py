"""The other way round: an opening's youths, and what hinders the others."""

import pytest
from sqlmodel import Session

from openings.models import Needs, OpeningState
from suggestions.candidates import candidate, candidates
from suggestions.service import refresh
from tests.conftest import QueryCounter
from tests.factories import NOW, make_caseworker, make_opening, make_youth
from tests.suggestions.makers import make_cook, make_suggestion


def test_the_best_youth_comes_first_and_the_hindered_last(session: Session) -> None:
    sara = make_caseworker(session)
    cook = make_cook(session, sara, driving_licences=["B"])
    gardener = make_youth(session, sara, wishes=["trädgård"], driving_licences=["B"])
    walker = make_cook(session, sara, driving_licences=[])
    opening = make_opening(session, must_have=Needs(driving_licences=("B",)))

    found = candidates(session, opening, sara, now=NOW)

    assert [each.youth.id for each in found] == [cook.id, gardener.id, walker.id]
    assert found[2].match is None
    assert [each.code for each in found[2].hindered_by] == ["driving_licence"]


def test_a_youth_has_the_same_score_from_both_sides(session: Session) -> None:
    youth, opening = make_cook(session), make_opening(session)
    make_opening(session, headline="Trädgårdsarbetare", occupation="9210")
    refresh(session, youth.id, now=NOW)

    found = candidate(session, youth, opening, youth.responsible, now=NOW)

    assert found is not None
    assert found.match is not None
    assert found.suggestion is not None
    assert found.match.score == found.suggestion.score


def test_only_ones_own_youths_are_candidates(session: Session) -> None:
    sara = make_caseworker(session)
    make_cook(session)
    archived = make_cook(session, sara, archived_at=NOW)
    opening = make_opening(session)

    assert candidates(session, opening, sara, now=NOW) == []
    assert archived.archived_at == NOW


def test_an_opening_that_is_closed_has_no_candidates(session: Session) -> None:
    youth = make_cook(session)
    opening = make_opening(session, state=OpeningState.CLOSED)

    assert candidates(session, opening, youth.responsible, now=NOW) == []
    assert candidate(session, youth, opening, youth.responsible, now=NOW) is None


@pytest.mark.parametrize("rows", [1, 10])
def test_many_youths_take_no_more_queries_than_one(
    session: Session, count_queries: QueryCounter, rows: int
) -> None:
    sara, opening = make_caseworker(session), make_opening(session)
    for _number in range(rows):
        make_suggestion(session, make_cook(session, sara), opening)
    candidates(session, opening, sara, now=NOW)

    with count_queries() as queries:
        found = candidates(session, opening, sara, now=NOW)

    assert len(found) == rows
    assert len(queries) == 4
