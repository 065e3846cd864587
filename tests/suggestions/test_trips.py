"""Where a trip could go: by what suits the team's youths too far away to commute."""

from typing import Any

import pytest
from sqlmodel import Session

from accounts.models import Team
from foundation.errors import NotFound
from openings.models import Needs
from suggestions.models import SuggestionState
from suggestions.service import refresh
from suggestions.trips import Destination, proposal_to, proposals
from tests.conftest import QueryCounter
from tests.factories import NOW, make_caseworker, make_opening
from tests.suggestions.makers import make_cook, make_suggestion

TRONDHEIM: dict[str, Any] = {"country": "NO", "county": "50", "municipality": "5001"}
NYKOPING: dict[str, Any] = {"county": "04", "municipality": "0480"}


def test_who_would_accept_and_who_could(session: Session) -> None:
    sara = make_caseworker(session)
    willing = make_cook(session, sara, alias="Ett", countries=["SE", "NO"])
    further = make_cook(session, sara, alias="Två")
    there = make_opening(session, **TRONDHEIM)
    make_opening(session)
    for youth in (willing, further):
        refresh(session, youth.id, now=NOW)

    team = session.get_one(Team, willing.team_id)
    [found] = proposals(session, team, sara, now=NOW)

    assert found.to == Destination("NO", "50")
    assert (found.accepts, found.could) == ([willing], [further])
    assert [each.employer_id for each in found.visits] == [there.employer_id]
    assert proposals(session, team, make_caseworker(session), now=NOW) == []
    with pytest.raises(NotFound):
        proposal_to(session, Destination("NO", "03"), team, sara, now=NOW)


def test_what_is_turned_down_proposes_nothing(session: Session) -> None:
    sara = make_caseworker(session)
    youth = make_cook(session, sara, countries=["SE", "NO"])
    opening = make_opening(session, **TRONDHEIM)
    make_suggestion(session, youth, opening, state=SuggestionState.DISMISSED)
    assert proposals(session, session.get_one(Team, youth.team_id), sara, now=NOW) == []


def test_most_youths_go_first_and_many_ask_no_more_than_one(
    session: Session, count_queries: QueryCounter
) -> None:
    sara = make_caseworker(session)
    first = make_cook(session, sara)
    make_opening(session, **NYKOPING)
    team = session.get_one(Team, first.team_id)
    proposals(session, team, sara, now=NOW)
    with count_queries() as for_one:
        proposals(session, team, sara, now=NOW)
    make_opening(session, **TRONDHEIM, must_have=Needs(driving_licences=("B",)))
    for number in range(4):
        make_cook(session, sara, alias=f"Kock {number}", driving_licences=["B"][: number % 2])
    proposals(session, team, sara, now=NOW)
    with count_queries() as for_five:
        found = proposals(session, team, sara, now=NOW)
    assert [len(each.youths) for each in found] == sorted(
        (len(each.youths) for each in found), reverse=True
    )
    assert found[0].to == Destination("SE", "04")
    assert len(for_five) == len(for_one)
