"""What would open more openings, and the three questions: on their pages."""

from re import findall
from typing import Any

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, User
from openings.models import LanguageNeed, Needs
from suggestions.wording.questions import QUESTIONS
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import make_caseworker, make_opening, make_youth
from tests.suggestions.makers import make_cook
from web.suggestions.asking import ANSWERED_AT
from youths.models import Youth

UPPSALA: dict[str, Any] = {"municipality": "0380", "county": "03"}
TRONDHEIM: dict[str, Any] = {"country": "NO", "municipality": "5001", "county": "50"}
B = Needs(driving_licences=("B",))
OF_EMPLOYERS = {"late_start", "workplace"}


@pytest.fixture
def sara(client: Client, session: Session) -> User:
    """A signed-in caseworker with a team."""
    user = make_caseworker(session)
    client.sign_in(user)
    return user


def of(youth: Youth, page: str = "possibilities") -> str:
    return f"/youths/{youth.id}/{page}"


def test_what_opens_most_comes_first_and_leads_to_the_openings(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_cook(session, sara, driving_licences=[], own_car=False)
    opening = make_opening(session, must_have=B, headline="Köksbiträde med egen rutt")
    make_opening(session, must_have=B)
    make_opening(session, **TRONDHEIM)
    make_opening(session, **UPPSALA)

    page = client.get(of(youth))

    parts = (
        "Om en sak ändras",
        "Med körkort B 2 platser till",
        "Köksbiträde med egen rutt",
        "Om du kan tänka dig Norge 1 plats till",
        "Ett län till",
        "Om du kan flytta till Uppsala län 1 plats till",
        "Det här öppnar inga fler platser just nu: om du kan åka 30 km längre, med egen bil,",
        "en flytt till något av 20 andra län.",
    )
    places = [words(page).index(part) for part in parts]
    assert places == sorted(places)
    assert "Söderhamn, Gävleborgs län" in words(page)
    assert f'href="{of(youth)[: -len("possibilities")]}openings/{opening.id}"' in page


def test_five_counties_are_shown_and_the_rest_are_folded(
    client: Client, session: Session, sara: User
) -> None:
    for municipality in ("0180", "0380", "0480", "0580", "0680", "0780", "0880"):
        make_opening(session, municipality=municipality, county=municipality[:2])
    make_opening(session, municipality="0880", county="08")
    youth = make_cook(session, sara)

    page = words(client.get(of(youth)))

    assert page.index("Kalmar län 2 platser till") < page.index("Stockholms län 1 plats till")
    assert page.index("Jönköpings län") > page.index("Visa 2 län till")
    assert page.index("Östergötlands län") < page.index("Visa 2 län till")


def test_nobody_is_asked_to_move_to_the_county_she_lives_in(
    client: Client, session: Session, sara: User
) -> None:
    opening = make_opening(session, municipality="2184")
    youth = make_cook(session, sara, max_commute_km=5)

    what_opens = words(client.get(of(youth)))
    hindrance = words(client.get(f"/youths/{youth.id}/openings/{opening.id}"))

    assert "Om du kan jobba i hela Gävleborgs län 1 plats till" in what_opens
    assert "Om du kan jobba i hela Gävleborgs län går det." in hindrance


def test_more_than_ten_openings_are_counted_but_not_all_shown(
    client: Client, session: Session, sara: User
) -> None:
    for number in range(12):
        make_opening(session, must_have=B, headline=f"Kök {number:02d}")
    youth = make_cook(session, sara, driving_licences=[])

    page = words(client.get(of(youth)))

    assert len(findall(r"Kök \d\d", page)) == 10
    assert "Här är de 10 som passar bäst av 12." in page


def test_a_page_where_nothing_opens_says_so(client: Client, session: Session, sara: User) -> None:
    make_opening(session)
    youth = make_cook(session, sara)

    page = words(client.get(of(youth)))

    assert "Inget öppnar fler platser just nu" in page
    assert "Det här öppnar inga fler" not in page


def test_a_look_at_what_would_open_is_logged(client: Client, session: Session, sara: User) -> None:
    youth = make_cook(session, sara)

    client.get(of(youth))

    line = session.exec(select(AuditEntry)).one()
    assert (line.action, line.subject_id) == ("suggestions.viewed", youth.id)


def test_the_suggestions_page_tells_the_best_changes_and_one_county_at_most(
    client: Client, session: Session, sara: User
) -> None:
    for municipality in ("0180", "0380"):
        for _number in range(3):
            make_opening(session, municipality=municipality, county=municipality[:2])
    for _number in range(2):
        make_opening(session, must_have=B)
    make_opening(session, **TRONDHEIM)
    make_opening(session, must_have=Needs(own_car=True))
    youth = make_cook(session, sara, driving_licences=[], own_car=False)

    page = words(client.get(of(youth, "suggestions")))

    assert "Om du kan flytta till Stockholms län: 3 platser till" in page
    assert "Med körkort B: 2 platser till Om du kan tänka dig Norge: 1 plats till" in page
    assert "Uppsala län" not in page
    assert "Med egen bil" not in page
    assert "Se platserna, och allt annat som öppnar fler" in page


@pytest.mark.parametrize("page", ["suggestions", ""])
def test_three_questions_stand_with_what_hangs_on_them(
    client: Client, session: Session, sara: User, page: str
) -> None:
    for _number in range(2):
        make_opening(session, must_have=B)
    youth = make_cook(session, sara, experience=[])

    shown = client.get(of(youth, page).rstrip("/"))

    assert "Två frågor att ställa" in words(shown)
    assert "Har du körkort B? gäller 2 platser" in words(shown)
    assert f'href="/youths/{youth.id}/edit#ask-licences"' in shown


def test_a_question_about_her_is_put_without_an_opening_in_mind(
    client: Client, session: Session, sara: User
) -> None:
    needs = Needs(skills=("servera",), languages=(LanguageNeed(language="sv", level="B1"),))
    make_opening(session, must_have=needs)

    page = words(client.get(of(make_cook(session, sara), "suggestions")))

    band = page[: page.index("Vad skulle öppna fler platser?")]
    assert "Tre frågor att ställa" in band
    assert "Vad är du bra på? Vad brukar andra be dig om hjälp med? gäller 1 plats" in band
    assert "Vilka språk kan du, och hur bra? gäller 1 plats" in band
    assert "servera" not in band


def test_what_is_among_the_three_questions_is_not_asked_twice(
    client: Client, session: Session, sara: User
) -> None:
    make_opening(session, must_have=B)
    youth = make_cook(session, sara, skills=["servera"], experience=[])

    page = words(client.get(f"/youths/{youth.id}"))

    assert "En fråga att ställa Har du körkort B?" in page
    assert "Har du körkort?" not in page
    assert "Vilka språk kan du, och hur bra?" in page


def test_every_question_to_a_youth_leads_to_a_place_in_the_form(
    client: Client, session: Session, sara: User
) -> None:
    form = client.get(of(make_youth(session, sara), "edit"))

    assert set(ANSWERED_AT) == set(QUESTIONS) - OF_EMPLOYERS
    assert {name for name in ANSWERED_AT.values() if f'id="{name}"' not in form} == set()


def test_what_hinders_is_followed_by_what_would_change_it(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_cook(session, sara, driving_licences=[])
    opening = make_opening(session, must_have=B)

    beside = words(client.get(f"/youths/{youth.id}/openings/{opening.id}"))
    among = words(client.get(f"/openings/{opening.id}/youths?whole=1"))

    assert "Platsen kräver körkort B. Med körkort B går det." in beside
    assert "Platsen kräver körkort B. Med körkort B går det." in among


def test_one_of_several_hindrances_is_not_said_to_be_all(
    client: Client, session: Session, sara: User
) -> None:
    swedish = LanguageNeed(language="sv", level="B1")
    needs = Needs(driving_licences=("B",), languages=(swedish,))
    youth = make_cook(session, sara, driving_licences=[], languages=[])
    opening = make_opening(session, must_have=needs, minimum_age=30)

    page = words(client.get(f"/youths/{youth.id}/openings/{opening.id}"))

    assert "Med körkort B är det inget hinder." in page
    assert "Med svenska på nivå B1 är det inget hinder." in page
    assert "går det." not in page
    assert "Platsen är för den som har fyllt 30 år. Stämmer inte det?" in page


@pytest.mark.parametrize("page", ["possibilities", "suggestions"])
def test_many_openings_take_as_many_queries_as_one(
    client: Client, session: Session, sara: User, count_queries: QueryCounter, page: str
) -> None:
    youth = make_cook(session, sara, driving_licences=[])
    taken = []
    for rows in (1, 15):
        for _number in range(rows):
            make_opening(session, must_have=B)
        client.get(of(youth, page))  # the ranker reads what is new
        with count_queries() as queries:
            client.get(of(youth, page))
        taken.append(len(queries))

    assert taken[0] == taken[1]
