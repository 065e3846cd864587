"""Where the jobs are, on a map and in a table, and one click to look further."""

from typing import Any

import pytest
from sqlmodel import Session, select

from accounts.models import RoleName, User
from reference.map_plane import outlines
from reference.places import counties
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import make_caseworker, make_opening, make_team, make_user, make_youth
from tests.suggestions.makers import make_cook
from youths.models import Youth
from youths.search_areas.models import SearchArea

UPPSALA: dict[str, Any] = {"municipality": "0380", "county": "03"}
GAVLE: dict[str, Any] = {"municipality": "2180", "county": "21"}
TRONDHEIM: dict[str, Any] = {"country": "NO", "municipality": "5001", "county": "50"}
OF_THE_RANKER = 2
"""It reads the openings that are new."""


@pytest.fixture
def sara(client: Client, session: Session) -> User:
    """A signed-in caseworker with a team."""
    user = make_caseworker(session, name="Sara")
    client.sign_in(user)
    return user


def where(youth: Youth) -> str:
    return f"/youths/{youth.id}/where"


def test_every_county_has_an_outline() -> None:
    assert set(outlines()) == {(each.country, each.code) for each in counties()}


def test_the_table_tells_what_each_county_has_now_and_more(
    client: Client, session: Session, sara: User, count_queries: QueryCounter
) -> None:
    youth = make_cook(session, sara, max_commute_km=50)
    make_opening(session)
    for place in (UPPSALA, UPPSALA, GAVLE, TRONDHEIM):
        make_opening(session, **place)

    with count_queries() as few:
        page = client.get(where(youth))
    for county in counties("SE"):
        make_opening(session, county=county.code, municipality=None)
    with count_queries() as many:
        client.get(where(youth))

    for part in (
        "+1 plats om du kan åka 30 km längre",
        "+3 platser om du letar i hela Sverige",
        "+1 plats om du tar med Norge",
        "Uppsala län 0 +2 Ta med : Uppsala län",
        "Gävleborgs län 1 +1 Ta med : Gävleborgs län",
        "Trøndelag, Norge 0 +1 Följer med Norge",
    ):
        assert part in words(page).replace("Ta med:", "Ta med :")
    assert page.count('<path class="county ') == 36
    assert page.count("county-ring-hers") == 2
    assert len(many) <= len(few) + OF_THE_RANKER


def test_one_click_takes_a_county_along_and_another_takes_it_back(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_cook(session, sara)
    opening = make_opening(session, **UPPSALA)
    form = client.get(where(youth))
    assert "Uppsala län" in form

    sent = {"step": "county", "county": "03", "version": youth.updated_at.isoformat()}
    page = client.follow(f"{where(youth)}/widen", sent)

    session.refresh(youth)
    assert youth.counties == ["03"]
    assert "Sökområdet är vidgat" in page
    assert "Uppsala län Letar här 1 –" in words(page)
    assert "(Sara)" in words(page)
    assert opening.headline in client.get(f"/youths/{youth.id}/suggestions")

    client.post(f"{where(youth)}/undo", {"version": youth.updated_at.isoformat()})
    session.refresh(youth)
    assert youth.counties == []
    rows = session.exec(select(SearchArea.origin).where(SearchArea.youth_id == youth.id)).all()
    assert sorted(rows) == ["changed", "known_before", "undone"]


def test_a_stranger_may_neither_see_nor_widen(client: Client, session: Session, sara: User) -> None:
    youth = make_youth(session)
    client.get(where(youth), expect=404)
    for step in ("widen", "undo"):
        client.post(f"{where(youth)}/{step}", {"step": "norway"}, expect=404)


def test_a_coordinator_sees_the_figure_of_her_own_teams(client: Client, session: Session) -> None:
    ove, sara = make_user(session, RoleName.COORDINATOR), make_user(session)
    team = make_team(session, ove, sara, name="Högtrycket")
    make_team(session, name="Andra laget")
    youths = [make_youth(session, sara, team_id=team.id) for _ in range(10)]
    client.sign_in(sara)
    for youth in youths[:7]:
        sent = {"step": "norway", "version": youth.updated_at.isoformat()}
        client.post(f"{where(youth)}/widen", sent)
    client.sign_in(ove)

    page = words(client.get("/youths/search-areas"))

    assert "Högtrycket 10 7 (70 %) 0 7 0" in page
    assert "Andra laget" not in page
    assert "Vem letar längre bort?" in client.get("/youths")
    client.sign_in(make_user(session, RoleName.STEERING))
    assert "Högtrycket 10 7 (70 %) 0 7 0" in words(client.get("/steering"))
