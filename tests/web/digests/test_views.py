"""The page about the weekly letter shows the letter as it would go, and the ones that went."""

from uuid import UUID

import pytest
from flask import Flask
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, User
from digests import addresses
from digests.building import PARTS
from digests.models import DigestKind
from digests.queries import choice_of
from foundation import bounces, clock
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.digests.making import DAY, letters, make_suggestion, send
from tests.factories import make_caseworker, make_employer, make_opening, make_user, make_youth


@pytest.fixture
def caseworker(session: Session) -> User:
    return make_caseworker(session)


def news_for(session: Session, caseworker: User, **facts: object) -> None:
    youth = make_youth(session, caseworker, **facts)
    make_suggestion(session, youth, first_suggested_at=clock.now() - DAY)


def test_the_page_shows_the_letter_as_it_would_go_now(
    client: Client, session: Session, caseworker: User
) -> None:
    news_for(session, caseworker, alias="Amina Hassan")
    page = client.sign_in(caseworker).get("/digests")
    assert "A.H.: 1 nytt starkt förslag" in words(page)
    assert "Amina" not in page


def test_without_news_the_page_says_why_it_is_empty(client: Client, caseworker: User) -> None:
    page = client.sign_in(caseworker).get("/digests")
    assert "Inget nytt just nu" in words(page)


def test_reading_the_preview_sends_nothing_and_is_recorded(
    client: Client, session: Session, caseworker: User
) -> None:
    news_for(session, caseworker)
    client.sign_in(caseworker).get("/digests")
    assert letters(session) == []
    assert "youth.listed" in session.exec(select(AuditEntry.action)).all()


def test_earlier_letters_are_listed_with_what_became_of_them(
    client: Client, session: Session, caseworker: User
) -> None:
    news_for(session, caseworker)
    send(session, now=clock.now(), week="2026-W47")
    (letter,) = letters(session)
    client.sign_in(caseworker)
    assert "2026-W47 Veckosammanställning: 1 nytt starkt förslag" in words(client.get("/digests"))
    assert "På väg" in words(client.get("/digests"))
    letter.sent_at = clock.now()
    assert "Skickat" in words(client.get("/digests"))
    letter.sent_at, letter.failed_at = None, clock.now()
    assert "Kom inte fram" in words(client.get("/digests"))


def test_nobody_sees_the_letters_of_another(
    client: Client, session: Session, caseworker: User
) -> None:
    news_for(session, caseworker)
    send(session, now=clock.now(), week="2026-W47")
    page = client.sign_in(make_caseworker(session)).get("/digests")
    assert "2026-W47" not in page


def test_the_letter_can_be_turned_off_and_on_again(
    client: Client, session: Session, caseworker: User
) -> None:
    client.sign_in(caseworker)
    assert "Veckosammanställningen är av" in words(client.follow("/digests/off"))
    assert not caseworker.wants_digest
    assert "Veckosammanställningen är på" in words(client.follow("/digests/on"))
    assert caseworker.wants_digest


def test_an_employer_has_a_page_of_her_own(client: Client, session: Session) -> None:
    user = make_user(session, RoleName.EMPLOYER)
    opening = make_opening(session, make_employer(session, user), headline="Kock")
    lisa, pages = make_caseworker(session), []
    for _each in range(5):
        pages.append(words(client.sign_in(user).get("/digests")))
        youth = make_youth(session, lisa)
        make_suggestion(session, youth, opening, first_suggested_at=clock.now() - DAY)
    assert len(set(pages)) == 1
    assert "Kock: 5 ungdomar kan passa" in words(client.get("/digests"))


@pytest.mark.parametrize("role", [RoleName.STEERING, RoleName.ADMINISTRATOR])
@pytest.mark.parametrize("path", ["/digests", "/digests/off"])
def test_who_gets_no_letter_has_no_page(
    client: Client, session: Session, role: RoleName, path: str
) -> None:
    client.sign_in(make_user(session, role))
    if path == "/digests":
        client.get(path, expect=404)
    else:
        client.post(path, expect=404)


def test_a_visitor_is_asked_to_sign_in_and_comes_back(client: Client) -> None:
    response = client.http.get("/digests")
    assert response.status_code == 302
    assert "next=/digests" in response.headers["Location"].replace("%2F", "/")


def test_the_number_of_queries_does_not_grow_with_the_letters(
    client: Client, session: Session, caseworker: User, count_queries: QueryCounter
) -> None:
    def queries() -> int:
        with count_queries() as run:
            client.get("/digests")
        return len(run)

    client.sign_in(caseworker)
    news_for(session, caseworker)
    send(session, now=clock.now(), week="2026-W40")
    before = queries()
    for week in ("2026-W41", "2026-W42", "2026-W43"):
        news_for(session, caseworker)
        send(session, now=clock.now() + DAY, week=week)
    assert queries() == before


@pytest.mark.parametrize(
    ("path", "endpoint"),
    [
        (addresses.START, "home.index"),
        (addresses.DIGESTS, "digests.index"),
        (addresses.ORGANISATION, "employer.organisation"),
        (addresses.suggestions(UUID(int=7)), "suggestions.index"),
        (addresses.youth(UUID(int=7)), "youths.show"),
        (addresses.opening(UUID(int=7)), "employer_openings.preview"),
        (addresses.DESK, "desk.index"),
        (addresses.OWN_OPENINGS, "employer_openings.index"),
        (addresses.OWN_INTRODUCTIONS, "employer_introductions.index"),
        (addresses.INTRODUCTIONS, "introductions.index"),
        (addresses.BEFORE_DAY_90, "plans.before_day_90"),
        (addresses.YOUTHS, "youths.index"),
        (addresses.TRACKS, "tracks.index"),
        (addresses.FEEDS, "feeds.index"),
        (f"{addresses.ANSWER}token", "answers.answer"),
        (f"{addresses.STOP}token", "letter_links.stop"),
        (f"{addresses.OPINION}token", "letter_links.opinion"),
        (f"{addresses.PROLONG}token", "letter_links.prolong"),
        (addresses.suggestion(UUID(int=7), UUID(int=8)), "suggestions.why"),
        (addresses.possibilities(UUID(int=7)), "suggestions.possibilities"),
        (addresses.first_days(UUID(int=7)), "plans.first_days"),
        (addresses.introduction(UUID(int=7)), "introductions.show"),
        (addresses.track(UUID(int=7)), "tracks.show"),
        (addresses.feed(UUID(int=7)), "feeds.show"),
        (addresses.own_introduction(UUID(int=7)), "employer_introductions.show"),
        (addresses.meeting(UUID(int=7)), "employer_introductions.meeting"),
    ],
)
def test_every_link_in_a_letter_leads_to_a_page(app: Flask, path: str, endpoint: str) -> None:
    assert app.url_map.bind("").match(path)[0] == endpoint


def test_each_chooses_day_hour_language_and_content(
    client: Client, session: Session, caseworker: User
) -> None:
    client.sign_in(caseworker)
    assert "Varje måndag klockan 7" in words(client.get("/digests"))
    page = client.get("/digests/choices")
    assert page.count("checked") == len(PARTS[DigestKind.CASEWORKER])
    chosen = {
        "weekday": "2",
        "hour": "15",
        "language": "nb",
        "parts": ["suggestions", "tasks"],
        "paused_until": "2027-01-11",
    }
    client.post("/digests/choices", chosen)
    choice = choice_of(session, caseworker)
    assert (choice.weekday, choice.hour, choice.language) == (2, 15, "nb")
    assert choice.left_out == ["day_90", "waiting", "without"]
    page = words(client.get("/digests"))
    assert "Varje onsdag klockan 15" in page
    assert "Inget brev kommer före måndag 11 januari" in page
    assert "digest.chosen" in session.exec(select(AuditEntry.action)).all()


@pytest.mark.parametrize("field", [{"weekday": "7"}, {"hour": "24"}, {"language": "xx"}])
def test_a_day_that_does_not_exist_is_not_chosen(
    client: Client, session: Session, caseworker: User, field: dict[str, str]
) -> None:
    chosen = {"weekday": "2", "hour": "15", "language": "", "parts": "tasks"} | field
    client.sign_in(caseworker).post("/digests/choices", chosen, expect=200)
    assert choice_of(session, caseworker).weekday == 0


def test_who_has_a_marked_address_is_told(
    client: Client, session: Session, caseworker: User
) -> None:
    bounces.mark(session, caseworker.email, why="550", now=clock.now())
    assert "Brev till din adress kommer tillbaka" in client.sign_in(caseworker).get("/digests")
