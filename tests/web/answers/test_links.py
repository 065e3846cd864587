"""Links in letters: opened by scanners, used twice, too old, forged."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry
from foundation import clock
from placements import asking
from placements.models import AnswerLink, Introduction, Stage
from tests.client import Client
from tests.placements.makers import asked, introduced, tokens_in

OVER = "Länken gäller inte längre"


@pytest.fixture
def made(session: Session) -> Introduction:
    """An introduction whose links live on from the real now."""
    introduction = introduced(session)
    for link in session.exec(select(AnswerLink)):
        link.expires_at = clock.now() + timedelta(days=2)
    session.flush()
    return introduction


@pytest.fixture
def token(session: Session, made: Introduction) -> str:
    return tokens_in(session)[0]


def test_a_scanner_that_opens_every_link_answers_nothing_and_reads_nothing(
    client: Client, session: Session, made: Introduction, token: str
) -> None:
    for rest in ("", "?answer=yes", "?answer=no", "?answer=later"):
        page = client.get(f"/answer/{token}{rest}")
        assert "Kim" not in page
        assert "Kassa" not in page
    session.refresh(made)
    assert made.stage is Stage.INTRODUCED


def test_the_card_opens_with_a_button_and_the_look_is_noted(
    client: Client, session: Session, token: str
) -> None:
    page = client.post(f"/answer/{token}", {"look": "1"}, expect=200)
    assert "Kim" in page
    rows = select(AuditEntry).where(AuditEntry.action == "disclosure.viewed")
    assert session.exec(rows).one().actor_id is not None


def test_an_answer_counts_once(
    client: Client, session: Session, made: Introduction, token: str
) -> None:
    said = {"said": "no", "why": "filled"}
    assert "Tack för svaret" in client.post(f"/answer/{token}", said, expect=200)
    assert OVER in client.post(f"/answer/{token}", {"said": "yes"}, expect=410)
    assert OVER in client.get(f"/answer/{token}", expect=410)
    session.refresh(made)
    assert made.stage is Stage.CLOSED


def test_the_chosen_answer_stands_first(client: Client, token: str) -> None:
    page = client.get(f"/answer/{token}?answer=later")
    assert page.index('value="later"') < page.index('value="yes"')


def test_old_and_forged_links_read_alike(client: Client, session: Session, token: str) -> None:
    session.exec(select(AnswerLink)).one().expires_at = clock.now() - timedelta(minutes=1)
    old = client.get(f"/answer/{token}", expect=410)
    forged = client.get("/answer/" + "x" * 43, expect=410)
    assert OVER in old
    assert OVER in forged


def test_a_youth_answers_by_her_own_link_that_says_nothing_about_her(
    client: Client, session: Session
) -> None:
    introduction = asked(session)
    token = asking.link_for_youth(session, introduction, now=clock.now())
    session.exec(select(AnswerLink)).one().expires_at = clock.now() + timedelta(days=2)
    page = client.get(f"/consent/{token}")
    assert "Vill du bli presenterad?" in page
    assert introduction.youth.alias not in page
    assert "Tack!" in client.post(f"/consent/{token}", {"says": "yes"}, expect=200)
    session.refresh(introduction)
    assert introduction.stage is Stage.CONSENTED
    assert OVER in client.post(f"/consent/{token}", {"says": "no"}, expect=410)


def test_a_youths_link_opens_no_employers_page(client: Client, session: Session) -> None:
    token = asking.link_for_youth(session, asked(session), now=clock.now())
    client.get(f"/answer/{token}", expect=410)
