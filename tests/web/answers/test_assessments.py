"""Three questions to each side when a placement has ended."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from accounts.models import RoleName
from foundation import clock
from placements.models import AnswerLink, Party
from placements.work import assessing, service
from placements.work.models import Assessment, Outcome, Placement
from tests.client import Client
from tests.factories import NOW, TODAY, make_user
from tests.placements.makers import URL, placed

EMPLOYER = {"as_introduced": "4", "enough_support": "3", "would_again": "4", "words": "Bra!"}
YOUTH = {"learnt": "4", "welcomed": "4", "would_recommend": "1", "words": ""}


@pytest.fixture
def ended(session: Session) -> Placement:
    placement = placed(session)
    by = placement.introduction.youth.responsible
    service.end(session, placement, Outcome.STUDIES, ended_on=TODAY, by=by, now=NOW)
    return placement


def test_an_employer_is_asked_when_it_ends_and_answers_once(
    client: Client, session: Session, ended: Placement
) -> None:
    assert assessing.ask_employer(session, ended.introduction, public_url=URL, now=NOW) == 1
    token = assessing.link_for_youth(session, ended.introduction, now=clock.now())
    client.get(f"/assessment/employer/{token}", expect=410)
    for link in session.exec(select(AnswerLink)):
        link.expires_at = clock.now() + timedelta(days=1)
    page = client.get(f"/assessment/youth/{token}")
    assert ended.introduction.youth.alias not in page
    assert "Välj ett svar." in client.post(f"/assessment/youth/{token}", {}, expect=200)
    assert "Tack" in client.post(f"/assessment/youth/{token}", YOUTH, expect=200)
    client.post(f"/assessment/youth/{token}", YOUTH, expect=410)
    said = session.exec(select(Assessment)).one()
    assert (said.party, said.answers["would_recommend"]) == (Party.YOUTH, 1)


def test_both_sides_are_read_on_the_page(
    client: Client, session: Session, ended: Placement
) -> None:
    answers = {name: int(EMPLOYER[name]) for name in assessing.QUESTIONS[Party.EMPLOYER]}
    colleague = make_user(session, RoleName.EMPLOYER)
    assessing.say(session, ended, Party.EMPLOYER, answers, "Bra!", by=colleague, now=NOW)
    client.sign_in(ended.introduction.youth.responsible)
    page = client.follow(f"/introductions/{ended.introduction_id}/assessment", YOUTH)
    assert "Det här säger arbetsgivaren" in page
    assert "Bra!" in page
    assert "Jag skulle tipsa en kompis" in page
    with pytest.raises(assessing.SaidAlready):
        assessing.say(session, ended, Party.EMPLOYER, answers, "", by=colleague, now=NOW)


def test_what_goes_on_is_not_looked_back_on(session: Session) -> None:
    placement = placed(session)
    with pytest.raises(assessing.NotOver):
        assessing.say(session, placement, Party.YOUTH, {}, "", by=None, now=NOW)
