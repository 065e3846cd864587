"""An employer in Norway, all the way in bokmål: signed up, published, introduced to, answered."""

from datetime import timedelta

from sqlmodel import Session, select

from employers.models import Employer
from foundation import clock
from foundation.outbox import QueuedLetter
from openings.models import Opening, OpeningState
from placements.models import AnswerLink, Stage
from tests.client import Client, words
from tests.placements.makers import asked, introduced, tokens_in
from tests.web.employer.test_signing_up import SIGN_UP, follow_link

EMAIL = "ingrid@kaffebaren.example"
FIELDS = {
    "country": "NO",
    "number": "974 760 673",
    "organization": "Kaffebaren i Trondheim AS",
    "place": "NO-5001",
    "name": "Ingrid Berg",
    "email": EMAIL,
}
OPENING = {
    "kind": "job",
    "headline": "Barista på dagtid",
    "occupation_title": "barista",
    "description": "Du lager kaffe og møter gjester.",
    "place": "NO-5001",
    "number_of_vacancies": "1",
    "review": "1",
}


def test_a_norwegian_employer_goes_the_whole_way_in_bokmal(
    client: Client, session: Session
) -> None:
    client.post("/language", {"language": "nb"})
    client.post(SIGN_UP, FIELDS)
    follow_link(client, session, EMAIL)
    employer = session.exec(select(Employer)).one()
    assert (employer.country, employer.organization_number) == ("NO", "974760673")
    assert "974 760 673" in words(client.get("/employer/organisation"))
    assert '<html lang="nb"' in client.get("/employer")

    where = client.post("/my-openings/new", OPENING)
    opening = session.exec(select(Opening)).one()
    assert where == f"/my-openings/{opening.id}"
    assert "Jobb hos Kaffebaren i Trondheim AS, Trondheim, Trøndelag" in words(client.get(where))
    client.post(f"{where}/publish")
    assert (opening.state, opening.country) == (OpeningState.PUBLISHED, "NO")

    made = introduced(session, asked(session, opening=opening))
    for link in session.exec(select(AnswerLink)):
        link.expires_at = clock.now() + timedelta(days=2)
    letter = session.exec(select(QueuedLetter).where(QueuedLetter.purpose == "introduction")).one()
    assert letter.to == EMAIL
    assert "Barista på dagtid" in letter.subject
    for text in (letter.subject, letter.text):
        assert not [swedish for swedish in (" och ", "någon", "väntar", "är ") if swedish in text]
    page = f"/answer/{tokens_in(session)[-1]}"
    assert "Vis presentasjonen" in words(client.get(page))
    assert "Kim" in client.post(page, {"look": "1"}, expect=200)
    assert "Takk for svaret" in words(client.post(page, {"said": "yes"}, expect=200))
    session.refresh(made)
    assert made.stage is Stage.MEETING
