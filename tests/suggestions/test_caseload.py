"""The list of youths and the desk: what waits, for whom, in which order, in how many queries."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from accounts.models import RoleName, User
from openings.models import OpeningState
from suggestions.caseload import Concern, Desk, Order, Waiting, caseload, desk, waiting_of
from suggestions.models import Sharing, SuggestionState
from tests.conftest import QueryCounter
from tests.factories import (
    NOW,
    TODAY,
    make_caseworker,
    make_opening,
    make_team,
    make_user,
    make_youth,
)
from tests.suggestions.makers import make_suggestion
from tests.youths.test_groups_and_unknowns import ALL_ANSWERED
from youths.queries import Filters


def listed(session: Session, user: User, **wanted: object) -> list[str]:
    chosen = caseload(user, Filters(), today=TODAY, **wanted)  # type: ignore[arg-type]
    return [youth.alias for youth in session.exec(chosen)]


def test_only_open_suggestions_are_counted(session: Session) -> None:
    youth = make_youth(session)
    make_suggestion(session, youth)
    make_suggestion(session, youth, label="good", later_until=TODAY)
    make_suggestion(session, youth, state=SuggestionState.LATER, later_until=TODAY)
    make_suggestion(session, youth, state=SuggestionState.DISMISSED)
    make_suggestion(session, youth, make_opening(session, state=OpeningState.CLOSED))

    assert waiting_of(session, [youth.id], today=TODAY) == {
        youth.id: Waiting(suggestions=2, strong=1, back=2, since=NOW)
    }


def test_a_youth_without_suggestions_is_counted_as_none(session: Session) -> None:
    youth = make_youth(session)

    assert waiting_of(session, [youth.id], today=TODAY) == {youth.id: Waiting()}


@pytest.mark.parametrize(
    ("order", "descending", "expected"),
    [
        (Order.ALIAS, False, ["Bo", "Cilla", "Dan"]),
        (Order.ALIAS, True, ["Dan", "Cilla", "Bo"]),
        (Order.REGISTERED, False, ["Cilla", "Dan", "Bo"]),
        (Order.WAITING, True, ["Dan", "Cilla", "Bo"]),
    ],
)
def test_the_list_is_read_in_the_asked_order(
    session: Session, order: Order, descending: bool, expected: list[str]
) -> None:
    sara = make_caseworker(session)
    make_youth(session, sara, alias="Bo", registered_on=TODAY)
    cilla = make_youth(session, sara, alias="Cilla", registered_on=TODAY - timedelta(days=90))
    dan = make_youth(session, sara, alias="Dan", registered_on=TODAY - timedelta(days=10))
    make_suggestion(session, cilla)
    make_suggestion(session, dan)
    make_suggestion(session, dan)

    assert listed(session, sara, order=order, descending=descending) == expected


def test_the_list_can_be_narrowed_to_a_concern(session: Session) -> None:
    sara = make_caseworker(session)
    strong = make_youth(session, sara, alias="stark", **ALL_ANSWERED)
    make_suggestion(session, strong)
    back = make_youth(session, sara, alias="tillbaka", **ALL_ANSWERED)
    make_suggestion(session, back, label="good", later_until=TODAY)
    make_youth(session, sara, alias="utan", **ALL_ANSWERED)
    unknown = make_youth(session, sara, alias="okänd")
    make_suggestion(session, unknown, label="possible")

    assert listed(session, sara, concern=Concern.STRONG) == ["stark"]
    assert listed(session, sara, concern=Concern.BACK) == ["tillbaka"]
    assert listed(session, sara, concern=Concern.NOTHING) == ["utan"]
    assert listed(session, sara, concern=Concern.UNKNOWN) == ["okänd"]


def names(desk: Desk) -> dict[str, list[str]]:
    lists = {"strong": desk.strong, "back": desk.back, "nothing": desk.nothing}
    return {name: [youth.alias for youth in youths] for name, youths in lists.items()}


def test_the_desk_begins_with_what_has_waited_longest(session: Session) -> None:
    sara = make_caseworker(session)
    for alias, days in (("ny", 0), ("länge", 9), ("en stund", 3)):
        since = NOW - timedelta(days=days)
        youth = make_youth(session, sara, alias=alias, **ALL_ANSWERED)
        make_suggestion(session, youth, first_suggested_at=since)
    make_youth(session, sara, alias="utan", **ALL_ANSWERED)

    shown = desk(session, sara, only_mine=True, today=TODAY)

    expected = {"strong": ["länge", "en stund", "ny"], "back": [], "nothing": ["utan"]}
    assert names(shown) == expected
    assert shown.unknown == []


def test_the_desk_asks_first_about_whom_least_is_known(session: Session) -> None:
    sara = make_caseworker(session)
    make_youth(session, sara, alias="en fråga", **{**ALL_ANSWERED, "skills": None})
    make_youth(session, sara, alias="många frågor")

    shown = desk(session, sara, only_mine=True, today=TODAY)

    assert [youth.alias for youth in shown.unknown] == ["många frågor", "en fråga"]


def test_a_coordinator_may_look_at_the_whole_team(session: Session) -> None:
    sara, coordinator = make_user(session), make_user(session, RoleName.COORDINATOR)
    make_team(session, sara, coordinator)
    make_suggestion(session, make_youth(session, sara, alias="Räv"))

    assert desk(session, coordinator, only_mine=True, today=TODAY).people == []
    whole_team = desk(session, coordinator, only_mine=False, today=TODAY)
    assert names(whole_team)["strong"] == ["Räv"]


@pytest.mark.parametrize("rows", [1, 15])
def test_the_desk_asks_the_database_as_often_for_many_as_for_one(
    session: Session, count_queries: QueryCounter, rows: int
) -> None:
    sara = make_caseworker(session)
    for _number in range(rows):
        make_suggestion(session, make_youth(session, sara))
    assert sara.role is RoleName.CASEWORKER

    with count_queries() as queries:
        shown = desk(session, sara, only_mine=True, today=TODAY)

    assert len(shown.strong) == rows
    assert len(queries) == 4, "youths, their caseworkers' roles, and what waits"


def test_who_gets_nothing_in_the_weeks_sharing_is_overlooked(session: Session) -> None:
    sara = make_user(session)
    make_team(session, sara)
    served, without, empty = (make_youth(session, sara) for _number in range(3))
    make_suggestion(session, served).picked_for = "2026-W48"
    make_suggestion(session, without)
    session.flush()
    assert empty not in desk(session, sara, only_mine=True, today=TODAY).overlooked
    assert desk(session, sara, only_mine=True, today=TODAY).overlooked == []

    shared = Sharing(
        week="2026-W48",
        made_at=NOW,
        youths=3,
        overlooked=1,
        picked=1,
        reached=1,
        unhindered=1,
    )
    session.add(shared)
    session.flush()

    assert desk(session, sara, only_mine=True, today=TODAY).overlooked == [without]
    assert listed(session, sara, concern=Concern.OVERLOOKED) == [without.alias]
