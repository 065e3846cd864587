"""What a move takes, on the page of a youth and an opening, and in her plan with one click."""

from typing import Any

import pytest
from sqlmodel import Session, select

from accounts.models import User
from placements.merging import merge
from tests.client import Client, words
from tests.factories import NOW, make_caseworker, make_opening
from tests.suggestions.makers import make_cook
from tests.youths.agencies.makers import URL
from youths.models import Youth
from youths.plans.models import Activity

TRONDHEIM: dict[str, Any] = {"country": "NO", "municipality": "5001", "county": "50"}
BERGEN: dict[str, Any] = {"country": "NO", "municipality": "4601", "county": "46"}
BOTH = ["SE", "NO"]


@pytest.fixture
def sara(client: Client, session: Session) -> User:
    """A signed-in caseworker with a team."""
    user = make_caseworker(session)
    client.sign_in(user)
    return user


def of(youth: Youth, opening: object) -> str:
    return f"/youths/{youth.id}/openings/{opening}"


def test_the_page_tells_the_way_home_words_and_papers(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_cook(session, sara, countries=BOTH)
    opening = make_opening(session, **TRONDHEIM, housing="Et rom hos en kollega.")
    near = make_opening(session)

    page = words(client.get(of(youth, opening.id)))

    for part in (
        "km fågelvägen: en dags resa, räkna med flytt",
        "1,3 gånger fågelvägen, i 70 km i timmen",
        "Arbetsgivaren skriver: Et rom hos en kollega.",
        "9412 Restaurang- och köksbiträden m.fl. (SSYK)",
        "(STYRK-08)",
        "Norska Vet inte än",
        "Skatteetaten (inte kontrollerad än)",
        "Nordiska medborgare behöver inget uppehållstillstånd.",
    ):
        assert part in page
    assert "Om jobbet ligger långt bort" not in client.get(of(youth, near.id))


def test_the_steps_come_into_the_plan_once(client: Client, session: Session, sara: User) -> None:
    youth = make_cook(session, sara, countries=BOTH)
    first, other = make_opening(session, **TRONDHEIM), make_opening(session, **BERGEN)

    assert "8 steg är nya i planen." in client.follow(f"{of(youth, first.id)}/move")
    assert "Alla steg står redan i planen." in client.follow(f"{of(youth, first.id)}/move")
    assert "2 steg är nya i planen." in client.follow(f"{of(youth, other.id)}/move")

    planned = session.exec(select(Activity).where(Activity.youth_id == youth.id)).all()
    assert len(planned) == 10
    assert client.get(of(youth, first.id)).count("Står i planen") == 8
    assert "Lägg stegen i planen" not in client.get(of(youth, first.id))


def test_a_merge_keeps_every_step_of_both_plans(
    client: Client, session: Session, sara: User
) -> None:
    kept, twin = make_cook(session, sara), make_cook(session, sara)
    opening = make_opening(session, **TRONDHEIM)
    for youth in (kept, twin):
        client.post(f"{of(youth, opening.id)}/move")

    merge(session, twin, kept, by=sara, public_url=URL, now=NOW)

    rows = session.exec(select(Activity).where(Activity.youth_id == kept.id)).all()
    assert len(rows) == 16
    assert sum(row.checklist_key is not None for row in rows) == 8


def test_nothing_is_planned_for_a_place_nearby_or_a_strangers_youth(
    client: Client, session: Session, sara: User
) -> None:
    youth, near = make_cook(session, sara), make_opening(session)
    stranger, far = make_cook(session), make_opening(session, **TRONDHEIM)
    client.post(f"{of(youth, near.id)}/move", expect=404)
    client.post(f"{of(stranger, far.id)}/move", expect=404)
