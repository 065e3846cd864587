"""The queue before day 90, and the youths without an activity in a fortnight."""

from datetime import date, timedelta
from functools import partial

import pytest
from sqlmodel import Session

from accounts.models import RoleName, User
from foundation import clock
from foundation.translating import HOME
from placements.first_days import Milestones, queue
from placements.quiet import quiet
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import NOW, TODAY, make_caseworker, make_team, make_user, make_youth
from tests.suggestions.makers import make_suggestion
from tests.youths.makers import make_activity
from web.lists import page_within
from web.plans import lists
from youths.first_days.models import Pause, PauseReason, Way, YouthContact
from youths.models import Youth
from youths.plans.models import ActivityKind


@pytest.fixture
def sara(session: Session) -> User:
    return make_caseworker(session)


def registered(session: Session, by: User, days: int, alias: str) -> Youth:
    return make_youth(session, by, alias=alias, registered_on=TODAY - timedelta(days=days))


def paused(youth: Youth, first: date, last: date | None = None) -> Pause:
    return Pause(
        youth_id=youth.id,
        reason=PauseReason.STUDIES,
        starts_on=first,
        ends_on=last,
        written_by_id=youth.responsible_id,
        created_at=NOW,
    )


def test_the_queue_begins_with_the_fewest_days_left_and_a_pause_gives_days_back(
    session: Session, sara: User
) -> None:
    registered(session, sara, 91, "För länge sedan")
    registered(session, sara, 10, "Ny")
    registered(session, sara, 90, "I dag")
    back = registered(session, sara, 120, "Har pausat")
    session.add(paused(back, TODAY - timedelta(days=100), TODAY - timedelta(days=61)))
    session.flush()

    found = queue(session, sara, only_mine=True, today=TODAY)

    assert [(each.youth.alias, each.count.left) for each in found] == [
        ("I dag", 0),
        ("Har pausat", 10),
        ("Ny", 80),
    ]


def test_the_queue_tells_what_has_happened_so_far(session: Session, sara: User) -> None:
    youth = registered(session, sara, 20, "Räv")
    make_suggestion(session, youth)
    for days, is_reached in ((18, False), (15, True)):
        session.add(
            YouthContact(
                youth_id=youth.id,
                made_on=TODAY - timedelta(days=days),
                way=Way.PHONE,
                is_reached=is_reached,
                by_id=sara.id,
                created_at=NOW,
            )
        )
    days_of = (
        {"starts_on": TODAY - timedelta(days=9), "is_done": False},
        {"starts_on": TODAY - timedelta(days=7)},
        {"starts_on": TODAY + timedelta(days=7)},
    )
    session.add_all(make_activity(youth, **facts) for facts in days_of)
    health = {"kind": ActivityKind.HEALTH_CONTACT, "what": ""}
    session.add(make_activity(youth, starts_on=TODAY - timedelta(days=12), **health))
    session.flush()

    [found] = queue(session, sara, only_mine=True, today=TODAY)

    assert found.so_far == Milestones(
        contact=TODAY - timedelta(days=15), suggestion=TODAY, activity=TODAY - timedelta(days=7)
    )


def test_who_has_had_nothing_for_a_fortnight_is_found_the_longest_first(
    session: Session, sara: User
) -> None:
    lately = registered(session, sara, 60, "Nyss")
    waits = registered(session, sara, 60, "Väntar")
    registered(session, sara, 40, "Inget alls")
    registered(session, sara, 5, "Ny")
    away = registered(session, sara, 60, "Pausad")
    session.add_all(
        [
            make_activity(lately, starts_on=TODAY - timedelta(days=13)),
            make_activity(waits, starts_on=TODAY - timedelta(days=14)),
            make_activity(waits, starts_on=TODAY + timedelta(days=3)),
            make_activity(waits, starts_on=TODAY - timedelta(days=1), is_done=False),
            paused(away, TODAY - timedelta(days=30)),
        ]
    )
    session.flush()

    found = quiet(session, sara, only_mine=True, today=TODAY)

    assert [(each.youth.alias, each.since, each.next_on) for each in found] == [
        ("Inget alls", TODAY - timedelta(days=40), None),
        ("Väntar", TODAY - timedelta(days=14), TODAY + timedelta(days=3)),
    ]


def test_a_long_list_has_pages_an_order_and_for_a_coordinator_how_long_a_team_takes(
    client: Client, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "page_within", partial(page_within, size=4))
    today = clock.local_date(clock.now(), HOME)
    ove = make_user(session, RoleName.COORDINATOR)
    sara = make_caseworker(session, make_team(session, ove))
    for days, alias in enumerate(("Ek", "Alm", "Björk", "Cypress", "Dvärgbjörk"), start=20):
        youth = make_youth(session, sara, alias=alias, registered_on=today - timedelta(days=days))
        session.add(make_activity(youth, starts_on=youth.registered_on + timedelta(days=3)))
    session.flush()
    for address, hidden in (("before-day-90", "Ek"), ("without-activity", "Ek")):
        by_days = client.sign_in(ove).get(f"/youths/{address}?whose=team")
        by_name = client.get(f"/youths/{address}?whose=team&sort=alias&page=2")
        assert "Sida 1 av 2" in words(by_days)
        assert f">{hidden}<" not in by_days
        assert [each for each in ("Alm", "Ek") if f">{each}<" in by_name] == ["Ek"]
    page = words(client.get("/youths/before-day-90"))
    assert "3 dagar av 5 ungdomar" in page
    assert "Väntan från" not in words(client.sign_in(sara).get("/youths/before-day-90"))


def test_the_lists_take_as_many_queries_for_many_as_for_one(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    today = clock.local_date(clock.now(), HOME)
    taken = []
    for rows in (1, 12):
        sara = make_caseworker(session)
        for number in range(rows):
            youth = make_youth(session, sara, registered_on=today - timedelta(days=30))
            session.add(make_activity(youth, starts_on=today - timedelta(days=20 + number)))
        client.sign_in(sara)
        with count_queries() as queries:
            for address in ("/youths/before-day-90", "/youths/without-activity"):
                assert f"{rows}" in words(client.get(address))
        taken.append(len(queries))

    assert taken[0] == taken[1]
