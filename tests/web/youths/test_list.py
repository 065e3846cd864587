"""The list of youths as a caseworker reads it."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import TODAY, make_caseworker, make_team, make_user, make_youth
from tests.suggestions.makers import make_suggestion


def test_a_caseworker_sees_her_own_youths_with_what_waits(client: Client, session: Session) -> None:
    sara = make_caseworker(session)
    youth = make_youth(session, sara, alias="Räv 7")
    make_suggestion(session, youth)
    make_suggestion(session, youth, label="good")
    make_youth(session, alias="Ekorre 3")

    page = words(client.sign_in(sara).get("/youths"))

    assert "Räv 7" in page
    assert "Ekorre 3" not in page
    assert "2 förslag till Räv 7" in page


def test_colleagues_youths_come_with_the_whole_team(client: Client, session: Session) -> None:
    sara, ali = make_user(session), make_user(session)
    make_team(session, sara, ali)
    make_youth(session, ali, alias="Igelkott")
    client.sign_in(sara)

    assert "Igelkott" not in words(client.get("/youths"))
    assert "Igelkott" in words(client.get("/youths?whose=team"))


def test_a_protected_identity_is_clearly_marked(client: Client, session: Session) -> None:
    sara = make_caseworker(session)
    make_youth(session, sara, alias="Lo", protected_identity=True, home_municipality=None)

    assert "Skyddade personuppgifter" in words(client.sign_in(sara).get("/youths"))


def test_the_list_says_why_it_is_empty_and_what_to_do(client: Client, session: Session) -> None:
    client.sign_in(make_caseworker(session))

    assert "Du har inga ungdomar än" in words(client.get("/youths"))
    assert "Ingen ungdom passar filtret" in words(client.get("/youths?concern=strong"))


def test_sorting_lives_in_the_address(client: Client, session: Session) -> None:
    sara = make_caseworker(session)
    make_youth(session, sara, alias="Börje", registered_on=TODAY)
    make_youth(session, sara, alias="Cilla", registered_on=TODAY - timedelta(days=100))
    client.sign_in(sara)

    page = client.get("/youths?sort=registered")
    assert page.index("Cilla") < page.index("Börje")
    turned = client.get("/youths?sort=registered&turned=1")
    assert turned.index("Börje") < turned.index("Cilla")


@pytest.mark.parametrize("nonsense", ["sort=owner", "whose=everyone", "concern=sex", "page=x"])
def test_an_address_with_nonsense_still_gives_a_list(
    client: Client, session: Session, nonsense: str
) -> None:
    sara = make_caseworker(session)
    make_youth(session, sara, alias="Bo")

    assert "Bo" in words(client.sign_in(sara).get(f"/youths?{nonsense}"))


def test_a_long_list_comes_in_pages(client: Client, session: Session) -> None:
    sara = make_caseworker(session)
    for number in range(55):
        make_youth(session, sara, alias=f"Räv {number:02d}")
    client.sign_in(sara)

    assert "Räv 49" in client.get("/youths?sort=alias")
    second = client.get("/youths?sort=alias&page=2")
    assert "Räv 54" in second
    assert "Räv 00" not in second


def test_who_was_listed_is_noted(client: Client, session: Session) -> None:
    sara = make_caseworker(session)
    youth = make_youth(session, sara)

    client.sign_in(sara).get("/youths")

    line = session.exec(select(AuditEntry).where(AuditEntry.action == "youth.listed")).one()
    assert line.actor_id == sara.id
    assert line.subject_id == youth.id


@pytest.mark.parametrize(
    "role", [RoleName.EMPLOYER, RoleName.STEERING, RoleName.ADMINISTRATOR], ids=str
)
@pytest.mark.parametrize("address", ["/youths", "/youths/new", "/desk"])
def test_other_roles_are_kept_out(
    client: Client, session: Session, role: RoleName, address: str
) -> None:
    client.sign_in(make_user(session, role)).get(address, expect=403)


def test_the_list_takes_as_many_queries_for_many_as_for_one(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    taken = []
    for rows in (1, 20):
        sara = make_caseworker(session)
        for _number in range(rows):
            make_suggestion(session, make_youth(session, sara))
        client.sign_in(sara)
        with count_queries() as queries:
            client.get("/youths")
        taken.append(len(queries))

    assert taken[0] == taken[1]
