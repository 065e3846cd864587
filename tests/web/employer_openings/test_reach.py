"""The live preview and the count of those reached, beside the form and where it is read through."""

import pytest
from sqlmodel import Session, select

from accounts.models import RoleName, User
from openings.models import Needs, Opening, OpeningState
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import make_caseworker, make_employer, make_opening, make_user, make_youth
from tests.web.employer_openings.test_writing import WRITTEN
from web.employer_openings import reaching
from web.employer_openings.reaching import Curiosity

GLANCE = "/my-openings/new/glance"


@pytest.fixture
def maj(session: Session) -> User:
    return make_user(session, RoleName.EMPLOYER)


@pytest.fixture(autouse=True)
def _nobody_has_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reaching, "curiosity", Curiosity())


def test_the_preview_shows_what_is_written_and_saves_nothing(
    client: Client, session: Session, maj: User
) -> None:
    make_employer(session, maj, name="Kaféet")
    sent = WRITTEN | {"description": "Vi söker en servitris."}
    page = words(client.sign_in(maj).post(GLANCE, sent, expect=200))
    assert "Hjälp i köket Praktik hos Kaféet, Söderhamn" in page
    assert "Färre än fem unga når hit" in page
    assert "”servitris” Orden säger något om kön." in page
    assert session.exec(select(Opening)).all() == []
    faulty = words(client.post(GLANCE, WRITTEN | {"starts_on": "snart"}, expect=200))
    assert "behöver rättas" in faulty


def test_an_opening_of_others_is_not_previewed(client: Client, session: Session, maj: User) -> None:
    mine = make_opening(session, make_employer(session, maj))
    foreign = make_opening(session)
    client.sign_in(maj).post(f"/my-openings/{mine.id}/glance", WRITTEN, expect=200)
    client.post(f"/my-openings/{foreign.id}/glance", WRITTEN, expect=404)
    client.sign_in(make_caseworker(session)).post(GLANCE, WRITTEN, expect=403)


def test_the_page_to_read_through_tells_the_reach_in_few_queries(
    client: Client, session: Session, maj: User, count_queries: QueryCounter
) -> None:
    lisa = make_caseworker(session)
    for _youth in range(12):
        make_youth(session, lisa, driving_licences=[])
    needs = Needs(driving_licences=("B",))
    opening = make_opening(
        session, make_employer(session, maj), state=OpeningState.DRAFT, must_have=needs
    )
    client.sign_in(maj)
    with count_queries() as queries:
        page = words(client.get(f"/my-openings/{opening.id}"))
    assert "Färre än fem unga når hit och klarar kraven. Utan körkort B: minst 5 fler" in page
    assert len(queries) <= 9


def test_a_person_may_ask_only_so_many_different_questions_a_day(
    client: Client, session: Session, maj: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reaching, "MOST_A_DAY", 2)
    make_employer(session, maj)
    client.sign_in(maj)
    for age in ("16", "17", "17"):
        page = client.post(GLANCE, WRITTEN | {"minimum_age": age}, expect=200)
        assert "Färre än fem" in page
    page = client.post(GLANCE, WRITTEN | {"minimum_age": "18"}, expect=200)
    assert "Färre än fem" not in page
    assert "provat många varianter" in page
    assert "Färre än fem" in client.post(GLANCE, WRITTEN | {"minimum_age": "16"}, expect=200)
