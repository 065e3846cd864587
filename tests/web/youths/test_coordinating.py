"""What a coordinator does with many youths: tables, duplicates, and the team's target groups."""

from io import BytesIO
from re import findall

import pytest
from sqlmodel import Session, col, select

from accounts.models import AuditEntry, RoleName, User
from foundation.sheets import read_sheet
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import TODAY, make_caseworker, make_team, make_user, make_youth
from youths.models import Youth, YouthUpload
from youths.sheet import COLUMNS


@pytest.fixture
def ove(client: Client, session: Session) -> User:
    user = make_user(session, RoleName.COORDINATOR, name="Ove")
    make_team(session, user)
    client.sign_in(user)
    return user


def send(client: Client, ove: User, table: str) -> str:
    page = client.get("/youths/bulk")
    (place,) = findall(r'<option[^>]*value="([^"]+/[^"]+)"', page)
    sent = {"responsible": place, "file": (BytesIO(table.encode()), "t.csv")}
    response = client.http.post("/youths/bulk", data=sent)
    assert response.status_code == 302
    return response.headers["Location"]


def test_a_table_is_read_through_before_anything_is_saved(
    client: Client, session: Session, ove: User
) -> None:
    make_youth(session, ove, alias="Vilma", born=2005)
    table = "Alias;Födelseår\nWilma;2005\nNora;2004\nBo;i fjol\n"
    review = send(client, ove, table)
    page = words(client.get(review))
    assert "Kan vara Vilma." in page
    assert "Födelseår: Skriv ett heltal" in page
    assert session.exec(select(Youth.alias)).all() == ["Vilma"]

    assert "2 ungdomar är inlästa." in words(client.follow(f"{review}/take-in", {"other": "2"}))

    assert set(session.exec(select(Youth.alias))) == {"Vilma", "Wilma", "Nora"}
    assert session.exec(select(YouthUpload)).all() == []
    client.get(review, expect=404)


def test_a_table_is_only_for_who_sent_it_and_only_for_coordinators(
    client: Client, session: Session, ove: User
) -> None:
    review = send(client, ove, "Alias\nBo\n")
    other = make_user(session, RoleName.COORDINATOR)
    client.sign_in(other).get(review, expect=404)
    client.sign_in(make_caseworker(session)).get(review, expect=403)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_template_has_every_column(client: Client, ove: User, kind: str) -> None:
    content = client.http.get(f"/youths/bulk/template.{kind}").data
    filled = content + b";".join([b"x"] * len(COLUMNS)) if kind == "csv" else None
    if filled:
        (row,) = read_sheet(filled, most=9)
        assert list(row.cells) == [str(column.label) for column in COLUMNS]
    else:
        assert content.startswith(b"PK")


def test_two_who_are_one_are_compared_and_merged(
    client: Client, session: Session, ove: User
) -> None:
    kept = make_youth(session, ove, alias="Wilma", born=2005)
    twin = make_youth(session, ove, alias="Vilma", born=2005, wishes=["kök"])
    page = words(client.get("/youths/duplicates"))
    assert "låter lika, samma födelseår" in page
    merge = f"/youths/{kept.id}/merge/{twin.id}"
    assert "Är de samma ungdom?" in words(client.get(merge))
    assert client.post(merge, {"keep": str(kept.id)}) == f"/youths/{kept.id}"
    assert "kök" in words(client.get(f"/youths/{twin.id}"))
    assert "Inga dubbletter" in words(client.get("/youths/duplicates"))


def test_two_who_look_like_one_are_judged_not_to_be_and_asked_about_again(
    client: Client, session: Session, ove: User
) -> None:
    one = make_youth(session, ove, alias="Wilma", born=2005)
    other = make_youth(session, ove, alias="Vilma", born=2005)
    listed = "/youths/duplicates"
    assert client.post(f"/youths/{one.id}/apart/{other.id}") == listed
    assert client.post(f"/youths/{other.id}/apart/{one.id}") == listed
    page = words(client.get(listed))
    assert "Inga dubbletter" in page
    assert "av Ove" in page
    stranger = make_user(session, RoleName.COORDINATOR)
    make_team(session, stranger)
    client.sign_in(stranger).post(f"/youths/{one.id}/apart/{other.id}/undo", expect=404)
    assert "Bedömda som olika" not in words(client.get(listed))
    client.sign_in(ove).post(f"/youths/{other.id}/apart/{one.id}/undo")
    assert "låter lika" in words(client.get(listed))
    client.post(f"/youths/{one.id}/apart/{one.id}", expect=409)
    lines = select(AuditEntry.action).where(col(AuditEntry.action).contains("youth.judged"))
    assert sorted(session.exec(lines)) == ["youth.judged_again", "youth.judged_apart"]


def test_a_team_follows_its_own_groups_with_its_own_limits(
    client: Client, session: Session, ove: User
) -> None:
    old = make_youth(session, ove, alias="Äldre", born=TODAY.year - 28)
    make_youth(session, ove, alias="Yngre", born=TODAY.year - 20)
    page = client.get("/youths/target-groups")
    (change,) = findall(r'href="(/youths/target-groups/[^"]+)"', page)
    wrong = {"used": "under_25", "young_below": "99", "swedish_below": "B1"}
    assert "Skriv ett tal från 16 till 35." in words(client.post(change, wrong, expect=200))
    rules = {"used": ["under_25"], "young_below": "22", "swedish_below": "B1"}
    client.post(change, rules | {"long_after_months": "6"})
    assert "Under 22 år" in words(client.get("/youths/target-groups"))
    found = words(client.get("/youths?group=under_25"))
    assert "Yngre" in found
    assert "Äldre" not in found
    assert "Äldre" in words(client.get("/youths?group=aged_18_to_24"))
    assert "Under 22 år" not in words(client.get(f"/youths/{old.id}"))


def test_a_group_is_filtered_in_as_many_queries_for_many_as_for_one(
    client: Client, session: Session, ove: User, count_queries: QueryCounter
) -> None:
    taken = []
    for rows in (1, 15):
        for _number in range(rows):
            make_youth(session, ove, target_groups=["newly_arrived"])
        client.sign_in(ove)
        with count_queries() as queries:
            client.get("/youths?group=newly_arrived")
        taken.append(len(queries))
    assert taken[0] == taken[1]
