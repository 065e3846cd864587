"""The desk: what a caseworker reads first in the morning."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, User
from foundation import clock
from foundation.translating import HOME
from suggestions.models import SuggestionState
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import NOW, TODAY, make_caseworker, make_team, make_user, make_youth
from tests.suggestions.makers import make_suggestion
from tests.youths.makers import make_activity
from tests.youths.test_groups_and_unknowns import ALL_ANSWERED
from youths.models import Youth


@pytest.fixture
def sara(client: Client, session: Session) -> User:
    """A signed-in caseworker with a team."""
    user = make_caseworker(session)
    client.sign_in(user)
    return user


def settled(session: Session, by: User, alias: str, **facts: Any) -> Youth:
    """A youth beyond her first days with an activity that goes on, so that little waits."""
    long_ago = TODAY - timedelta(days=400)
    known: dict[str, Any] = {**ALL_ANSWERED, **facts}
    youth = make_youth(session, by, alias=alias, registered_on=long_ago, **known)
    session.add(make_activity(youth, starts_on=long_ago, ends_on=TODAY + timedelta(days=9_999)))
    session.flush()
    return youth


def test_the_desk_tells_what_waits_in_the_order_of_the_day(
    client: Client, session: Session, sara: User
) -> None:
    strong = settled(session, sara, "Räv 7")
    make_suggestion(session, strong)
    back = settled(session, sara, "Lo 2")
    make_suggestion(session, back, label="good", later_until=TODAY - timedelta(days=1))
    settled(session, sara, "Ekorre 3")
    asked = settled(session, sara, "Hare 4", experience=None)
    make_suggestion(session, asked, label="possible")

    page = words(client.get("/desk"))

    order = [
        "Starka förslag att svara på 1",
        "Räv 7",
        "Ta upp igen 1",
        "Lo 2",
        "Utan förslag 1",
        "Ekorre 3",
        "Frågor att ställa 1",
        "Hare 4",
    ]
    places = [page.index(part) for part in order]
    assert places == sorted(places)
    assert "Vad har du gjort förut" in page


def test_a_desk_without_youths_says_what_to_do(client: Client, sara: User) -> None:
    assert "Här är det tomt" in words(client.get("/desk"))


def test_a_desk_where_nothing_waits_says_so(client: Client, session: Session, sara: User) -> None:
    make_suggestion(session, settled(session, sara, "Räv 7"), label="good")

    assert "Inget väntar" in words(client.get("/desk"))


def test_decided_suggestions_do_not_wait(client: Client, session: Session, sara: User) -> None:
    youth = make_youth(session, sara, **ALL_ANSWERED)
    make_suggestion(session, youth, state=SuggestionState.ACCEPTED, decided_at=NOW)

    assert "Starka förslag" not in words(client.get("/desk"))


def test_the_whole_team_is_one_click_away(client: Client, session: Session, sara: User) -> None:
    ali = make_user(session)
    make_team(session, sara, ali)
    make_youth(session, ali, alias="Igelkott")

    assert "Igelkott" not in words(client.get("/desk"))
    assert "Igelkott" in words(client.get("/desk?whose=team"))


def test_a_long_list_leads_on_to_all_of_it(client: Client, session: Session, sara: User) -> None:
    for _number in range(9):
        make_youth(session, sara, **ALL_ANSWERED)

    page = client.get("/desk")

    assert "+ 6 till" in words(page)
    assert "/youths?concern=nothing" in page


def test_who_was_seen_on_the_desk_is_logged(client: Client, session: Session, sara: User) -> None:
    youth = make_youth(session, sara)

    client.get("/desk")

    line = session.exec(select(AuditEntry)).one()
    assert (line.action, line.subject_id) == ("youth.listed", youth.id)


def test_the_desk_takes_as_many_queries_for_many_as_for_one(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    taken = []
    for rows in (1, 20):
        sara = make_caseworker(session)
        for _number in range(rows):
            make_suggestion(session, make_youth(session, sara))
        client.sign_in(sara)
        with count_queries() as queries:
            client.get("/desk")
        taken.append(len(queries))

    assert taken[0] == taken[1]


def test_the_desk_tells_of_day_90_and_of_who_has_nothing_going_on(
    client: Client, session: Session, sara: User
) -> None:
    today = clock.local_date(clock.now(), HOME)
    new = today - timedelta(days=80)
    make_youth(session, sara, alias="Mård 1", registered_on=new, **ALL_ANSWERED)
    make_youth(session, sara, alias="Lo 9", registered_on=today - timedelta(days=99))

    page = words(client.get("/desk"))

    assert "Före dag 90 1 Mård 1 Ingen kontakt än 10 dagar kvar" in page
    assert "Utan aktivitet på 14 dagar 2 Lo 9 Planera nästa steg 99 dagar" in page
