"""Openings as staff see them: searched, narrowed, sorted, paged, and one by one."""

import pytest
from sqlmodel import Session

from accounts.models import RoleName, User
from openings.models import LanguageNeed, Needs, OpeningKind, OpeningState, Source
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import make_caseworker, make_opening, make_user

LIST = "/openings"


@pytest.fixture
def reader(client: Client, session: Session) -> Client:
    return client.sign_in(make_caseworker(session))


def test_the_list_shows_what_can_be_applied_for(reader: Client, session: Session) -> None:
    make_opening(session, headline="Öppen plats")
    make_opening(session, headline="Stängd plats", state=OpeningState.CLOSED)
    make_opening(session, headline="Hemligt utkast", state=OpeningState.DRAFT)
    page = words(reader.get(LIST))
    assert "Öppen plats" in page
    assert "Stängd plats" not in page
    everything = words(reader.get(f"{LIST}?state=all"))
    assert "Stängd plats" in everything
    assert "Hemligt utkast" not in everything


@pytest.mark.parametrize(
    "narrowed",
    [
        "q=kokk",
        "kind=apprenticeship",
        "county=NO-50",
        "source=nav",
        "occupation=kock&occupation_code=5120",
        "occupation=kock",
        "q=kokk&county=NO-50&kind=apprenticeship",
    ],
)
def test_the_address_narrows_the_list(reader: Client, session: Session, narrowed: str) -> None:
    make_opening(session, headline="Diskare i Söderhamn")
    make_opening(
        session,
        headline="Kokk i Trondheim",
        employer_id=None,
        source=Source.NAV,
        country="NO",
        county="50",
        municipality="5001",
        occupation="5120",
        kind=OpeningKind.APPRENTICESHIP,
    )
    page = words(reader.get(f"{LIST}?{narrowed}"))
    assert "Kokk i Trondheim" in page
    assert "Diskare i Söderhamn" not in page


@pytest.mark.parametrize(
    "nonsense",
    ["kind=x", "county=SE-99", "county=x", "source=x", "sort=x", "page=x", "page=99", "q=%00"],
)
def test_nonsense_in_the_address_narrows_nothing(
    reader: Client, session: Session, nonsense: str
) -> None:
    make_opening(session, headline="Diskare")
    assert "Diskare" in words(reader.get(f"{LIST}?{nonsense}"))


def test_a_list_without_hits_says_what_to_do(reader: Client) -> None:
    assert "Inga platser passar filtret" in words(reader.get(f"{LIST}?q=astronaut"))


def test_a_long_list_is_paged_and_asks_no_more_of_the_database(
    reader: Client, session: Session, count_queries: QueryCounter
) -> None:
    def queries() -> int:
        with count_queries() as seen:
            reader.get(LIST)
        return len(seen)

    make_opening(session)
    few = queries()
    for _time in range(60):
        make_opening(session)
    assert queries() == few
    assert "Sida 2 av 2" in words(reader.get(f"{LIST}?page=2"))


def test_one_opening_is_shown_whole(reader: Client, session: Session) -> None:
    opening = make_opening(
        session,
        description="Första stycket.\nNy rad.\n\n<b>Andra</b> stycket.",
        must_have=Needs(languages=(LanguageNeed(language="sv", level="B1"),)),
        experience_required=False,
        scope_min=50,
        scope_max=50,
        supervisor="Maj Berg",
    )
    page = reader.get(f"{LIST}/{opening.id}")
    said = words(page)
    for text in ("Köksbiträde", "Söderhamn", "Gävleborgs län", "Svenska: B1", "50 %", "Maj Berg"):
        assert text in said
    assert "Ingen erfarenhet behövs" in said
    assert "&lt;b&gt;Andra&lt;/b&gt;" in page


def test_an_imported_opening_leads_to_its_source(reader: Client, session: Session) -> None:
    opening = make_opening(
        session, employer_id=None, source=Source.JOBTECH, source_url="https://annons.example/1"
    )
    page = reader.get(f"{LIST}/{opening.id}")
    assert 'href="https://annons.example/1"' in page
    assert "Läs hela annonsen hos Platsbanken" in words(page)
    assert "Tills vidare" not in words(page)


def test_an_address_that_is_not_of_the_web_is_no_link(reader: Client, session: Session) -> None:
    opening = make_opening(
        session, employer_id=None, source=Source.NAV, source_url="javascript:alert(1)"
    )
    assert "javascript:alert" not in reader.get(f"{LIST}/{opening.id}")


@pytest.mark.parametrize("role", [RoleName.STEERING, RoleName.ADMINISTRATOR])
def test_the_supervisors_name_is_for_those_who_place_people(
    client: Client, session: Session, role: RoleName
) -> None:
    opening = make_opening(session, supervisor="Maj Berg")
    page = client.sign_in(make_user(session, role)).get(f"{LIST}/{opening.id}")
    assert "Maj Berg" not in page


def test_drafts_are_their_employers_own(reader: Client, session: Session) -> None:
    opening = make_opening(session, state=OpeningState.DRAFT)
    reader.get(f"{LIST}/{opening.id}", expect=404)


def test_employers_do_not_read_each_others_openings(client: Client, session: Session) -> None:
    visitor: User = make_user(session, RoleName.EMPLOYER)
    client.sign_in(visitor).get(LIST, expect=403)
    client.get(f"{LIST}/{make_opening(session).id}", expect=403)
