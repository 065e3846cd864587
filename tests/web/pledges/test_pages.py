"""A pledge from its making to its end, as an owner and as staff see it."""

import pytest
from sqlmodel import Session, select

from accounts.models import RoleName, User
from employers.models import Employer, EmployerKind
from openings.models import Pledge
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import make_caseworker, make_employer, make_opening, make_user

PAGE = "/pledges"
PROMISE = {"promised": "40", "kind": "", "starts_on": "2026-01-01", "ends_on": "2026-12-31"}


@pytest.fixture
def ulla(session: Session) -> User:
    return make_user(session, RoleName.EMPLOYER, name="Ulla Vik")


@pytest.fixture
def town(session: Session, ulla: User) -> Employer:
    return make_employer(session, ulla, name="Kommunen", kind=EmployerKind.MUNICIPALITY)


def test_an_owner_promises_and_staff_see_how_it_goes(
    client: Client, session: Session, town: Employer, ulla: User
) -> None:
    make_opening(session, town, number_of_vacancies=5, taken=2)
    made = client.sign_in(ulla).post(f"{PAGE}/of/{town.id}/new", PROMISE)
    pledge = session.exec(select(Pledge)).one()
    version = {"version": pledge.updated_at.isoformat()}
    client.post(f"{made}/edit", PROMISE | version | {"promised": "45"})
    page = words(client.sign_in(make_caseworker(session)).get(made))
    assert "Lovade 45 Erbjudna 5 Tillsatta 2" in page
    assert "Antal platser: från 40 till 45 Ulla Vik" in page
    client.post(f"{made}/edit", PROMISE | version, expect=409)
    client.post(f"{made}/end")
    assert "Avslutat" in words(client.get(PAGE))
    steering = client.sign_in(make_user(session, RoleName.STEERING))
    assert "Ändra löftet" not in words(steering.get(made))
    steering.get(f"{made}/edit", expect=403)


def test_what_is_missing_is_pointed_out(client: Client, town: Employer, ulla: User) -> None:
    wrong = {"promised": "0", "kind": "", "starts_on": "", "ends_on": ""}
    new = f"{PAGE}/of/{town.id}/new"
    page = words(client.sign_in(ulla).post(new, wrong, expect=200))
    assert "Ange ett antal mellan 1 och 5000." in page
    page = words(client.post(new, wrong | {"promised": "3"}, expect=200))
    assert "Skriv en dag." in page
    page = words(client.post(new, PROMISE | {"ends_on": "2025-12-31"}, expect=200))
    assert "Slutdagen behöver ligga efter startdagen" in page


def test_nobody_promises_for_another(client: Client, session: Session, town: Employer) -> None:
    stranger = make_user(session, RoleName.EMPLOYER)
    make_employer(session, stranger)
    client.sign_in(stranger).post(f"{PAGE}/of/{town.id}/new", PROMISE, expect=404)
    client.post(f"{PAGE}/units/of/{town.id}/new", {"name": "x", "place": "SE-2182"}, expect=404)


def test_a_unit_is_added_and_an_employer_put_below(
    client: Client, session: Session, town: Employer, ulla: User
) -> None:
    client.sign_in(ulla).post(
        f"{PAGE}/units/of/{town.id}/new", {"name": "Skolan", "place": "SE-2182"}
    )
    assert "Skolan" in words(client.get("/employer/organisation"))
    home = make_employer(session, name="Hemmet")
    page = f"/employers/{town.id}"
    parent = f"{PAGE}/units/{home.id}/parent"
    client.post(parent, {"parent": str(town.id)}, expect=403)
    client.sign_in(make_caseworker(session)).post(parent, {"parent": str(town.id)})
    assert "Hemmet" in words(client.get(page))
    assert "Hör till Kommunen" in words(client.get(f"/employers/{home.id}"))


def test_the_list_asks_no_more_of_the_database_for_more_pledges(
    client: Client, session: Session, town: Employer, ulla: User, count_queries: QueryCounter
) -> None:
    def asked() -> int:
        with count_queries() as seen:
            client.get(PAGE)
        return len(seen)

    client.sign_in(ulla).post(f"{PAGE}/of/{town.id}/new", PROMISE)
    few = asked()
    for _each in range(4):
        client.post(f"{PAGE}/of/{town.id}/new", PROMISE)
    assert asked() == few
    assert few <= 10
