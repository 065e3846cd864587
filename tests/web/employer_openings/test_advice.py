"""Advice is shown at the field and on the page to read through, and stops nobody."""

from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, User
from openings.models import Opening, OpeningState
from tests.client import Client, words
from tests.factories import make_employer, make_opening, make_user


def draft_of(session: Session, maj: User) -> Opening:
    text = "Vi söker en stark kille. Du har god fysik."
    employer = make_employer(session, maj)
    return make_opening(session, employer, state=OpeningState.DRAFT, description=text)


def test_advice_says_what_why_and_better_and_can_be_set_aside(
    client: Client, session: Session
) -> None:
    maj = make_user(session, RoleName.EMPLOYER)
    opening = draft_of(session, maj)
    page = f"/my-openings/{opening.id}"
    client.sign_in(maj)
    for address in (page, f"{page}/edit"):
        told = words(client.get(address))
        assert "”söker en stark kille” Orden säger något om kön." in told
        assert "Hellre: en person" in told
        assert "Diskrimineringslagen 1 kap. 4–5 §§ och 2 kap. 1 §" in told
    for _time in range(2):
        client.post(f"{page}/advice", {"key": "sex:söker en stark kille"})
    client.post(f"{page}/advice", {"key": "sex:nonsense"})
    told = words(client.get(page))
    assert "stark kille” Orden" not in told
    assert "God fysik" not in told
    assert "”god fysik” Orden" in told
    assert opening.advice_aside == ["sex:söker en stark kille"]
    [entry] = session.exec(select(AuditEntry)).all()
    assert (entry.action, entry.facts) == ("opening.advice_set_aside", {"ground": "sex"})


def test_advice_stops_nobody_and_others_may_not_set_it_aside(
    client: Client, session: Session
) -> None:
    maj = make_user(session, RoleName.EMPLOYER)
    opening = draft_of(session, maj)
    client.sign_in(maj).post(f"/my-openings/{opening.id}/publish")
    assert opening.state is OpeningState.PUBLISHED
    client.sign_in(make_user(session, RoleName.EMPLOYER))
    client.post(
        f"/my-openings/{opening.id}/advice", {"key": "sex:söker en stark kille"}, expect=404
    )
