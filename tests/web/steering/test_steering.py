"""The steering group sees how many, and never who."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from accounts.models import RoleName
from events import service as events
from events.registrations import service as asking
from events.registrations.models import Coming
from events.wording import KINDS
from openings.models import OpeningState, Source
from suggestions.models import Suggestion, SuggestionState
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.events.makers import AFTERWARDS, a_team, an_event, at
from tests.factories import (
    NOW,
    TODAY,
    make_caseworker,
    make_opening,
    make_team,
    make_user,
    make_youth,
)
from web.steering import numbers
from youths.models import Youth


def accept(session: Session, youth: Youth, times: int = 1) -> None:
    """Accepted suggestions for a youth."""
    for _opening in range(times):
        session.add(
            Suggestion(
                youth_id=youth.id,
                opening_id=make_opening(session).id,
                score=0.8,
                label="strong",
                ranked_by="test",
                first_suggested_at=NOW,
                refreshed_at=NOW,
                state=SuggestionState.ACCEPTED,
            )
        )
    session.flush()


def test_a_small_number_of_youths_is_not_told(session: Session) -> None:
    few, many = make_team(session, name="A"), make_team(session, name="B")
    for team, count in ((few, 4), (many, 5)):
        caseworker = make_caseworker(session, team)
        for _youth in range(count):
            make_youth(session, caseworker)
    make_team(session, name="C")
    told = [(team.name, team.youths) for team in numbers.of_teams(session, today=TODAY)]
    assert told == [("A", None), ("B", 5), ("C", 0)]


def test_a_youth_with_two_accepted_suggestions_is_one_youth(session: Session) -> None:
    caseworker = make_caseworker(session)
    youths = [make_youth(session, caseworker) for _youth in range(7)]
    for youth in youths[:5]:
        accept(session, youth, times=2)
    assert [team.with_accepted for team in numbers.of_teams(session, today=TODAY)] == [5]


def test_an_archived_youth_is_not_counted(session: Session) -> None:
    caseworker = make_caseworker(session)
    for day in range(6):
        archived = NOW - timedelta(days=1) if day == 0 else None
        make_youth(session, caseworker, archived_at=archived)
    assert [team.youths for team in numbers.of_teams(session, today=TODAY)] == [5]


def test_only_published_openings_are_counted_by_where_they_come_from(session: Session) -> None:
    make_opening(session)
    make_opening(session, state=OpeningState.CLOSED)
    make_opening(session, source=Source.NAV, source_id="1")
    make_opening(session, source=Source.JOBTECH, source_id="2")
    assert numbers.of_openings(session) == numbers.OpeningNumbers(here=1, elsewhere=2)


def test_the_page_shows_counts_and_no_person(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    for _team in range(8):
        make_youth(session, alias="Sjöstjärna")
    client.sign_in(make_user(session, RoleName.STEERING))
    with count_queries() as questions:
        page = words(client.get("/steering"))
    assert "färre än 5" in page
    assert "Söderhamn" in page
    assert "Väntan från inskrivningen" in page
    assert "0 av 3" in page
    assert "Sjöstjärna" not in page
    assert len(questions) < 20


def test_events_are_told_in_counts_and_few_youths_are_not(client: Client, session: Session) -> None:
    team, by = a_team(session)
    event = an_event(session, team, by, is_announced=True, seats=4)
    here = [at(session, event, by, Coming.REGISTERED) for _each in range(4)]
    asking.note_came(session, event, here, among=here, by=by, now=AFTERWARDS)
    events.hold(session, event, by=by, now=AFTERWARDS)
    client.sign_in(make_user(session, RoleName.STEERING))
    page = words(client.get("/steering"))
    assert f"{team.name} {KINDS[event.kind]} 1 färre än 5 0 0" in page


@pytest.mark.parametrize("role", [RoleName.EMPLOYER, None])
def test_the_page_is_for_staff(client: Client, session: Session, role: RoleName | None) -> None:
    if role is None:
        client.get("/steering", expect=302)
    else:
        client.sign_in(make_user(session, role)).get("/steering", expect=403)
