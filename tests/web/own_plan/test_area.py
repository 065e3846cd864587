"""A youth says herself where she looks: her history tells that, and she can take it back."""

from dataclasses import replace

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, User
from foundation import clock
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import NOW, make_caseworker, make_opening, make_youth
from youths import service
from youths.facts import YouthFacts
from youths.models import Youth
from youths.plans import links
from youths.search_areas.history import begin
from youths.search_areas.models import Origin
from youths.search_areas.queries import history

AREA = "/my-plan/area"


@pytest.fixture
def sara(session: Session) -> User:
    return make_caseworker(session, name="Sara Ek")


@pytest.fixture
def youth(session: Session, sara: User) -> Youth:
    made = make_youth(session, sara, max_commute_km=30, counties=["21"], countries=["SE"])
    begin(session, made, by=sara, now=NOW)
    return made


@pytest.fixture
def opened(client: Client, session: Session, youth: Youth, sara: User) -> Client:
    """The youth's browser, with her page open."""
    token = links.issue(session, youth, by=sara, now=clock.now())
    client.post(f"/my-plan/open/{token}")
    return client


def said(youth: Youth, **more: str | list[str]) -> dict[str, str | list[str]]:
    known: dict[str, str | list[str]] = {"max_commute_km": "30", "counties": ["21"]}
    known["version"] = youth.updated_at.isoformat()
    return known | more


def area_of(youth: Youth) -> tuple[int | None, list[str], list[str]]:
    return youth.max_commute_km, youth.counties, youth.countries


def test_she_widens_her_search_and_takes_it_back(
    opened: Client, session: Session, youth: Youth, sara: User
) -> None:
    before = area_of(youth)
    assert "Ångra" not in opened.get(AREA)
    assert "Gävleborgs län" in opened.get("/my-plan")

    page = words(opened.follow(AREA, said(youth, counties=["21", "23"], norway="y")))

    assert "Det är sparat" in page
    assert "(du själv)" in page
    assert (youth.counties, youth.countries) == (["21", "23"], ["SE", "NO"])
    her_page = Client(opened.app, session).sign_in(sara).get(f"/youths/{youth.id}/where")
    assert "ungdomen själv" in words(her_page)
    undo = {"version": youth.updated_at.isoformat()}
    assert "som förut" in opened.follow(f"{AREA}/undo", undo)
    assert area_of(youth) == before
    rows = history(session, youth)
    assert [row.origin for row in rows] == [Origin.REGISTERED, Origin.OWN, Origin.OWN_UNDONE]
    assert [row.by_id for row in rows] == [sara.id, None, None]
    changed = select(AuditEntry).where(AuditEntry.action == "youth.changed")
    assert [(each.actor_id, each.subject_id) for each in session.exec(changed)] == [
        (None, youth.id)
    ] * 2
    undo = {"version": youth.updated_at.isoformat()}
    assert "Något hade ändrats" in opened.follow(f"{AREA}/undo", undo)


def test_what_a_colleague_changed_meanwhile_is_not_written_over(
    opened: Client, session: Session, youth: Youth
) -> None:
    seen = said(youth, norway="y")
    facts = replace(YouthFacts.of(youth), max_commute_km=60)
    by, seen_at = youth.responsible, youth.updated_at
    service.change(session, youth, facts, seen_at=seen_at, by=by, now=clock.now())
    session.commit()
    assert "Något hade ändrats" in opened.follow(AREA, seen)
    assert (youth.max_commute_km, youth.countries) == (60, ["SE"])


def test_a_distance_beyond_reason_is_asked_for_again(opened: Client, youth: Youth) -> None:
    page = opened.post(AREA, said(youth, max_commute_km="99999"), expect=200)
    assert "Skriv ett tal från" in page
    assert youth.max_commute_km == 30


def test_the_distance_of_a_protected_youth_is_neither_asked_nor_kept(
    opened: Client, session: Session, youth: Youth
) -> None:
    youth.protected_identity, youth.home_municipality, youth.max_commute_km = True, None, None
    session.commit()
    assert "Hur långt" not in opened.get(AREA)
    opened.post(AREA, said(youth, counties=["21", "22"]))
    assert (youth.max_commute_km, youth.counties) == (None, ["21", "22"])


def test_her_page_asks_few_questions(
    opened: Client, session: Session, count_queries: QueryCounter
) -> None:
    for _each in range(5):
        make_opening(session)
    session.commit()
    with count_queries() as asked:
        opened.get(AREA)
    assert len(asked) <= 8, asked
