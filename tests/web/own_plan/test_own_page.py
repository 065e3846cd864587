"""The youth's own page: opened by her link, written in, shown, printed and closed."""

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlmodel import Session, select

from accounts.models import AuditEntry, User
from foundation import clock
from tests.client import Client, words
from tests.factories import make_caseworker, make_youth
from tests.youths.makers import make_activity
from youths.models import Youth
from youths.plans import links, queries, service
from youths.plans.models import ActivityKind, PersonalLink

OVER = "Sidan är stängd"


@pytest.fixture
def sara(session: Session) -> User:
    return make_caseworker(session)


@pytest.fixture
def youth(session: Session, sara: User) -> Youth:
    made = make_youth(session, sara, alias="Räv 7", about="Bor hos moster")
    service.set_goal(session, made, "Bli kock", seen=made.created_at, by=sara, now=clock.now())
    return made


@pytest.fixture
def token(session: Session, youth: Youth, sara: User) -> str:
    return links.issue(session, youth, by=sara, now=clock.now())


@pytest.fixture
def opened(client: Client, token: str) -> Client:
    """The youth's browser, with her page open."""
    assert client.post(f"/my-plan/open/{token}") == "/my-plan"
    return client


def test_whoever_carries_the_letter_opens_nothing(client: Client, token: str) -> None:
    assert "Bli kock" not in client.get(f"/my-plan/open/{token}")
    assert OVER in client.get("/my-plan", expect=410)


def test_forged_ended_and_old_links_read_alike(
    client: Client, session: Session, youth: Youth, sara: User, token: str
) -> None:
    newer = links.issue(session, youth, by=sara, now=clock.now())
    for link in session.exec(select(PersonalLink).where(PersonalLink.revoked_at == None)):  # noqa: E711
        link.expires_at = clock.now() - timedelta(minutes=1)
    pages = [client.get(f"/my-plan/open/{each}", expect=410) for each in (token, newer, "x" * 43)]
    pages += [client.post(f"/my-plan/open/{token}", expect=410)]
    assert all(OVER in page for page in pages)


def test_her_page_tells_what_was_agreed_and_nothing_more(
    opened: Client, session: Session, youth: Youth
) -> None:
    session.add(make_activity(youth))
    session.add(make_activity(youth, kind=ActivityKind.HEALTH_CONTACT, what=""))

    page = words(opened.get("/my-plan"))

    assert "Bli kock" in page
    assert "Kurs: Truckkort" in page
    for hidden in ("Vårdkontakt", "moster", "Räv 7"):
        assert hidden not in page


def test_what_she_writes_is_hers_until_she_shows_it(
    opened: Client, session: Session, youth: Youth, sara: User
) -> None:
    plan = f"/youths/{youth.id}/plan"
    opened.post("/my-plan", {"want": "Baka", "autosave": "1"}, expect=204)
    assert "Det är sparat" in opened.follow("/my-plan", {"want": "Baka bröd"})
    assert "Baka bröd" in opened.get("/my-plan")
    caseworker = Client(opened.app, session).sign_in(sara)
    assert "Baka bröd" not in caseworker.get(plan)

    opened.post("/my-plan", {"want": "Baka bröd", "show": "1"})

    assert "Baka bröd" in caseworker.get(plan)
    rows = select(AuditEntry).where(AuditEntry.subject_id == youth.id)
    logged = {line.action for line in session.exec(rows) if line.actor_id is None}
    assert logged == {"own_plan.opened", "own_words.saved", "own_words.shown"}
    assert "Baka" not in repr([line.facts for line in session.exec(rows)])


def test_her_plan_comes_on_paper_with_what_she_has_written(opened: Client) -> None:
    opened.post("/my-plan", {"can": "Laga mat"})

    answer = opened.http.get("/my-plan/paper")

    text = PdfReader(BytesIO(answer.data)).pages[0].extract_text()
    assert "Laga mat" in text
    assert "Bli kock" in text


def test_a_page_that_is_closed_or_whose_link_is_ended_opens_no_more(
    opened: Client, session: Session, youth: Youth, sara: User, token: str
) -> None:
    opened.post("/my-plan/close", expect=200)
    opened.get("/my-plan", expect=410)
    opened.get("/my-plan/paper", expect=410)
    opened.post(f"/my-plan/open/{token}")
    opened.get("/my-plan")
    links.revoke(session, youth, by=sara, now=clock.now())
    opened.get("/my-plan", expect=410)
    opened.post("/my-plan", {"want": "Baka"}, expect=410)
    assert queries.description_of(session, youth) is None
