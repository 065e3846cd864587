"""A caseworker writes down a youth's yes to a letter, prints it, and ends it."""

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, User
from digests.links import Signer
from foundation import clock
from foundation.settings import Settings
from tests.client import Client, words
from tests.digests.making import DAY, PROTECTED, make_suggestion
from tests.factories import make_caseworker, make_opening, make_youth
from youths.models import Youth
from youths.own_letters.models import OwnLetter

YES = {"way": "mail", "address": "wilma@example.org", "language": "sv", "agreed_on": "2026-11-23"}


@pytest.fixture
def caseworker(client: Client, session: Session) -> User:
    user = make_caseworker(session)
    client.sign_in(user)
    return user


@pytest.fixture
def youth(session: Session, caseworker: User) -> Youth:
    return make_youth(session, caseworker, alias="Wilma")


def kept(session: Session) -> list[OwnLetter]:
    session.expire_all()
    return list(session.exec(select(OwnLetter)))


def test_her_yes_is_written_down_and_shown(client: Client, session: Session, youth: Youth) -> None:
    page = f"/youths/{youth.id}/own-letter"
    assert "Spara ungdomens ja" in client.get(page)
    client.post(page, YES)
    (letter,) = kept(session)
    assert (letter.address, letter.youth_id) == ("wilma@example.org", youth.id)
    assert "Brevet går till wilma@example.org" in words(client.get(page))
    assert page in client.get(f"/youths/{youth.id}/plan")
    client.post(f"{page}/end")
    assert kept(session) == []
    actions = set(session.exec(select(AuditEntry.action)))
    assert {"own_letter.viewed", "own_letter.agreed", "own_letter.ended"} <= actions


@pytest.mark.parametrize(
    "fault", [{"address": ""}, {"address": "wilma"}, {"agreed_on": ""}, {"way": "pigeon"}]
)
def test_a_yes_with_something_missing_is_none(
    client: Client, session: Session, youth: Youth, fault: dict[str, str]
) -> None:
    client.post(f"/youths/{youth.id}/own-letter", YES | fault, expect=200)
    assert kept(session) == []


def test_who_has_protected_identity_gets_it_on_paper(
    client: Client, session: Session, caseworker: User
) -> None:
    youth = make_youth(session, caseworker, **PROTECTED)
    client.post(f"/youths/{youth.id}/own-letter", YES, expect=409)
    client.post(f"/youths/{youth.id}/own-letter", YES | {"way": "paper"})
    assert kept(session)[0].address is None


def test_the_weeks_letter_can_be_printed_after_her_yes(
    client: Client, session: Session, youth: Youth
) -> None:
    opening = make_opening(session, headline="Kock", employer_name="Hotell Nord")
    make_suggestion(session, youth, opening, first_suggested_at=clock.now() - DAY)
    address = f"/youths/{youth.id}/own-letter"
    client.get(f"{address}/paper", expect=302)
    client.post(address, YES | {"way": "paper"})
    page = words(client.get(f"{address}/paper"))
    assert "1 ny plats för dig" in page
    assert "Kock hos Hotell Nord" in page


def test_a_colleague_of_another_team_sees_nothing(
    client: Client, session: Session, youth: Youth
) -> None:
    client.sign_in(make_caseworker(session))
    for page in ("own-letter", "own-letter/paper"):
        client.get(f"/youths/{youth.id}/{page}", expect=404)
    client.post(f"/youths/{youth.id}/own-letter/end", expect=404)


def test_she_stops_it_herself_at_a_press(
    client: Client, session: Session, youth: Youth, settings: Settings
) -> None:
    client.post(f"/youths/{youth.id}/own-letter", YES)
    stop = Signer(settings.secret_key).stop_own(youth.id)
    page = client.get(stop)
    assert "Wilma" not in page.partition("<main")[2]
    assert len(kept(session)) == 1
    assert "din adress är borttagen" in client.post(
        stop, {"List-Unsubscribe": "One-Click"}, expect=200
    )
    assert kept(session) == []
