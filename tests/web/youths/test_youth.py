"""One youth's page, changing what is known, and archiving."""

from re import findall
from typing import Any

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, User
from tests.client import Client, words
from tests.factories import (
    NOW,
    TODAY,
    make_caseworker,
    make_opening,
    make_team,
    make_user,
    make_youth,
)
from tests.suggestions.makers import make_cook, make_suggestion
from youths.models import Experience, LanguageSkill, Youth

PAGES = ("", "/edit", "/archive", "/suggestions", "/possibilities")


@pytest.fixture
def sara(client: Client, session: Session) -> User:
    """A signed-in caseworker with a team."""
    user = make_caseworker(session, name="Sara Lind")
    client.sign_in(user)
    return user


def actions(session: Session, youth_id: object) -> list[str]:
    lines = session.exec(select(AuditEntry).where(AuditEntry.subject_id == youth_id))
    return sorted(line.action for line in lines)


def unchanged(youth: Youth, **written: Any) -> dict[str, Any]:
    """The form of a youth with nothing but an alias, and what a test writes besides."""
    return {
        "version": youth.updated_at.isoformat(),
        "alias": youth.alias,
        "registered_on": youth.registered_on.isoformat(),
        "born": str(youth.born or ""),
        "home_municipality": youth.home_municipality or "",
        "max_commute_km": str(youth.max_commute_km or ""),
    } | written


def checked(page: str, name: str) -> list[str]:
    """The values that are ticked among the boxes or buttons of a name."""
    boxes = [box for box in findall(r"<input[^>]*>", page) if f'name="{name}"' in box]
    return [findall(r'value="([^"]*)"', box)[0] for box in boxes if " checked" in box]


def test_a_youths_page_begins_with_what_she_can(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_youth(
        session,
        sara,
        alias="Räv 7",
        skills=["kassa"],
        experience=[Experience(title="diskare", months=8)],
        languages=[LanguageSkill(language="sv", level="B1")],
        counties=["03"],
    )

    page = words(client.get(f"/youths/{youth.id}"))

    parts = ("Det här kan du", "diskare (8 månader)", "kassa", "Vet inte än", "Har du körkort?")
    places = [page.index(part) for part in parts]
    assert places == sorted(places)
    assert "Söderhamn" in page
    assert "Uppsala län" in page
    assert "Ansvarig: Sara Lind" in page


def test_a_known_none_is_not_asked_again(client: Client, session: Session, sara: User) -> None:
    youth = make_youth(session, sara, driving_licences=[])

    assert "Har du körkort?" not in words(client.get(f"/youths/{youth.id}"))


def test_the_best_suggestions_can_be_answered_from_her_page(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_youth(session, sara)
    for number in range(4):
        opening = make_opening(session, headline=f"Plats {number}")
        make_suggestion(session, youth, opening, score=0.9 - number / 10)

    page = words(client.get(f"/youths/{youth.id}"))

    assert "Plats 2" in page
    assert "Plats 3" not in page
    assert "Se alla 4 förslag" in page


@pytest.mark.parametrize("page", PAGES)
def test_another_teams_youth_is_not_found(
    client: Client, session: Session, sara: User, page: str
) -> None:
    youth = make_youth(session, alias="Ekorre 3")

    assert "Ekorre 3" not in client.get(f"/youths/{youth.id}{page}", expect=404)


@pytest.mark.parametrize("page", PAGES)
def test_a_colleagues_protected_youth_is_not_found_but_a_coordinator_finds_her(
    client: Client, session: Session, sara: User, page: str
) -> None:
    ali, coordinator = make_user(session), make_user(session, RoleName.COORDINATOR)
    make_team(session, sara, ali, coordinator)
    [team_id] = {make_youth(session, ali).team_id}
    youth = make_youth(
        session, ali, team_id=team_id, protected_identity=True, home_municipality=None
    )

    client.get(f"/youths/{youth.id}{page}", expect=404)
    assert "Skyddade" in client.sign_in(coordinator).get(f"/youths/{youth.id}")


def test_every_look_at_a_youth_is_logged(client: Client, session: Session, sara: User) -> None:
    youth = make_youth(session, sara)

    for page in PAGES:
        client.get(f"/youths/{youth.id}{page}")

    assert actions(session, youth.id) == [*["suggestions.viewed"] * 2, *["youth.viewed"] * 3]


def test_a_form_that_comes_back_with_faults_is_a_look_too(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_youth(session, sara)

    client.post(f"/youths/{youth.id}/edit", {"alias": ""}, expect=200)

    seen = select(AuditEntry.action).where(AuditEntry.subject_id == youth.id)
    assert session.exec(seen).all() == ["youth.viewed"]


def test_a_look_that_was_refused_leaves_no_line(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_youth(session)

    client.get(f"/youths/{youth.id}", expect=404)

    assert actions(session, youth.id) == []


def test_a_change_is_kept_and_new_suggestions_are_looked_for(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_youth(session, sara, available_from=TODAY)
    make_opening(session, headline="Köksbiträde till lunchen")
    form = unchanged(youth, wishes="köksbiträde", licences_known="none")

    page = words(client.follow(f"/youths/{youth.id}/edit", form))

    assert "Ändringarna är sparade." in page
    assert "Köksbiträde till lunchen" in page
    session.refresh(youth)
    assert youth.wishes == ["köksbiträde"]
    assert youth.driving_licences == []
    assert "youth.changed" in actions(session, youth.id)


def test_the_form_shows_what_is_known(client: Client, session: Session, sara: User) -> None:
    youth = make_cook(
        session,
        sara,
        skills=["kassa"],
        experience=[],
        languages=[LanguageSkill(language="sv", level="native")],
        driving_licences=["B"],
    )

    page = client.get(f"/youths/{youth.id}/edit")

    assert "kassa" in page
    assert 'value="9412"' in page
    assert '<option selected value="native">' in page
    assert checked(page, "skills_known") == ["some"]
    assert checked(page, "experience_known") == ["none"]
    assert checked(page, "authorised_known") == ["unknown"]
    assert checked(page, "driving_licences") == ["B"]


def test_a_colleagues_change_is_not_written_over_unseen(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_youth(session, sara, about="Gillar bilar")
    form = unchanged(youth, about="Gillar båtar")
    youth.about, youth.updated_at = "Gillar hästar", NOW.replace(hour=9)
    session.flush()

    page = client.post(f"/youths/{youth.id}/edit", form, expect=200)

    assert "En kollega har sparat ändringar medan du skrev." in words(page)
    assert "Gillar båtar" in page
    session.refresh(youth)
    assert youth.about == "Gillar hästar"

    informed = form | {"version": youth.updated_at.isoformat()}
    client.post(f"/youths/{youth.id}/edit", informed)
    session.refresh(youth)
    assert youth.about == "Gillar båtar"


def test_archiving_asks_once_and_can_be_undone(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_youth(session, sara, alias="Räv 7")

    assert "Arkivera Räv 7?" in words(client.get(f"/youths/{youth.id}/archive"))
    session.refresh(youth)
    assert youth.archived_at is None

    assert "är arkiverad" in words(client.follow(f"/youths/{youth.id}/archive"))
    assert "Räv 7" not in words(client.get("/youths"))
    assert "Räv 7 är tillbaka." in words(client.follow(f"/youths/{youth.id}/restore"))
