"""The links of letters change nothing when they are opened, and what they say at a press."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, User
from digests.links import Signer
from digests.models import Opinion
from foundation import clock
from foundation.settings import Settings
from suggestions.models import Suggestion
from tests.client import Client, words
from tests.digests.making import make_suggestion
from tests.factories import make_caseworker, make_employer, make_opening, make_user, make_youth

DAY = timedelta(days=1)


@pytest.fixture
def signer(settings: Settings) -> Signer:
    return Signer(settings.secret_key)


@pytest.fixture
def caseworker(session: Session) -> User:
    return make_caseworker(session)


@pytest.fixture
def suggestion(session: Session, caseworker: User) -> Suggestion:
    opening = make_opening(session, headline="Kock")
    youth = make_youth(session, caseworker, alias="Hemlig")
    return make_suggestion(session, youth, opening)


def actions(session: Session) -> list[str]:
    return list(session.exec(select(AuditEntry.action)))


def test_opening_the_link_that_stops_letters_stops_nothing(
    client: Client, caseworker: User, signer: Signer
) -> None:
    page = client.get(signer.stop(caseworker.id))
    assert "Ja, sluta skicka det" in page
    assert caseworker.wants_digest


def test_a_mail_program_stops_letters_with_one_post_and_no_token_of_ours(
    app: Flask, client: Client, session: Session, caseworker: User, signer: Signer
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    address, one_click = signer.stop(caseworker.id), {"List-Unsubscribe": "One-Click"}
    for _again in range(2):
        page = client.post(address, one_click, expect=200)
    assert "Du får inget mer veckobrev" in page
    session.refresh(caseworker)
    assert not caseworker.wants_digest
    assert actions(session) == ["digest.turned_off"]


def test_no_other_link_does_without_our_token(
    app: Flask, client: Client, signer: Signer, suggestion: Suggestion, caseworker: User
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    client.post(signer.opinion(suggestion.id, caseworker.id), {"says": "yes"}, expect=400)


@pytest.mark.parametrize("path", ["stop", "opinion", "prolong"])
def test_a_forged_link_does_nothing_and_says_little(
    client: Client, caseworker: User, signer: Signer, path: str
) -> None:
    token = signer.stop(caseworker.id).rpartition("/")[2]
    forged = [f"/letters/{path}/nonsense", f"/letters/{path}/{token[:-3]}abc"]
    if path != "stop":
        forged.append(f"/letters/{path}/{token}")
    for address in forged:
        assert "Länken gäller inte längre" in client.get(address, expect=410)
        client.post(address, {"says": "yes"}, expect=410)
    assert caseworker.wants_digest


def test_an_opinion_reaches_the_suggestion_at_a_press(
    client: Client, session: Session, caseworker: User, signer: Signer, suggestion: Suggestion
) -> None:
    address = signer.opinion(suggestion.id, caseworker.id)
    page = client.get(f"{address}?says=no")
    assert "Kock" in page
    assert "Hemlig" not in page
    assert session.exec(select(Opinion)).all() == []
    assert "Tack" in client.post(address, {"says": "yes"}, expect=200)
    client.post(address, {"says": "no"}, expect=200)
    (opinion,) = session.exec(select(Opinion)).all()
    assert (opinion.user_id, opinion.is_useful) == (caseworker.id, False)
    assert actions(session) == ["suggestion.opinion"] * 2
    why = f"/youths/{suggestion.youth_id}/openings/{suggestion.opening_id}"
    assert "Du har sagt: inte till hjälp." in words(client.sign_in(caseworker).get(why))


def test_who_may_not_see_the_youth_any_more_says_nothing_of_her_suggestions(
    client: Client, session: Session, signer: Signer, suggestion: Suggestion, caseworker: User
) -> None:
    stranger = make_caseworker(session)
    client.get(signer.opinion(suggestion.id, stranger.id), expect=404)
    caseworker.active = False
    session.flush()
    client.get(signer.opinion(suggestion.id, caseworker.id), expect=404)


def test_an_opening_gets_two_more_weeks_once(
    client: Client, session: Session, signer: Signer
) -> None:
    user = make_user(session, RoleName.EMPLOYER)
    last = clock.now().date() + 3 * DAY
    opening = make_opening(
        session, make_employer(session, user), headline="Kock", application_deadline=last
    )
    address = signer.prolong(opening.id, user.id, last)
    assert "Förläng två veckor" in client.get(address)
    assert opening.application_deadline == last
    assert "Ny sista dag" in client.post(address, expect=200)
    session.refresh(opening)
    assert opening.application_deadline == last + 14 * DAY
    client.post(address, expect=409)
    session.refresh(opening)
    assert opening.application_deadline == last + 14 * DAY
    assert "opening.changed" in actions(session)


def test_who_left_the_employer_prolongs_nothing(
    client: Client, session: Session, signer: Signer
) -> None:
    last = clock.now().date() + 3 * DAY
    opening = make_opening(session, application_deadline=last)
    stranger = make_user(session, RoleName.EMPLOYER)
    client.post(signer.prolong(opening.id, stranger.id, last), expect=404)
    assert opening.application_deadline == last
