"""The letters around one-time links."""

import re

import pytest
from sqlmodel import Session

from accounts import letters, links
from accounts.links import PASSWORD, SIGN_IN
from accounts.models import LinkPurpose, RoleName, User
from foundation.outbox import QueuedLetter
from tests.factories import NOW, make_user

PORTAL = "https://farled.example.org"


def send(session: Session, user: User, purpose: LinkPurpose) -> QueuedLetter:
    return letters.send_link(session, user, purpose, public_url=PORTAL, now=NOW)


def address_in(letter: QueuedLetter) -> str:
    return str(re.findall(r"https://\S+", letter.text)[0])


@pytest.mark.parametrize("purpose", [LinkPurpose.SIGN_IN, LinkPurpose.CONFIRM])
def test_the_link_in_an_employers_letter_works(session: Session, purpose: LinkPurpose) -> None:
    user = make_user(session, RoleName.EMPLOYER)
    letter = send(session, user, purpose)
    page, token = address_in(letter).rsplit("/", 1)
    assert page == f"{PORTAL}/sign-in/link"
    assert links.redeem(session, token, SIGN_IN, now=NOW).user == user


@pytest.mark.parametrize("purpose", [LinkPurpose.INVITATION, LinkPurpose.RESET])
def test_the_link_in_a_letter_to_staff_leads_to_a_password(
    session: Session, purpose: LinkPurpose
) -> None:
    user = make_user(session, RoleName.COORDINATOR)
    page, token = address_in(send(session, user, purpose)).rsplit("/", 1)
    assert page == f"{PORTAL}/sign-in/password"
    assert links.redeem(session, token, PASSWORD, now=NOW).user == user


def test_an_employer_who_is_invited_comes_straight_in(session: Session) -> None:
    user = make_user(session, RoleName.EMPLOYER)
    assert "/sign-in/link/" in address_in(send(session, user, LinkPurpose.INVITATION))


@pytest.mark.parametrize("purpose", list(LinkPurpose))
def test_a_letter_names_nobody_and_says_the_same_in_text_and_html(
    session: Session, purpose: LinkPurpose
) -> None:
    user = make_user(session, name="Karin Sundqvist", email="sundqvist@example.org")
    letter = send(session, user, purpose)
    assert letter.html
    for content in (letter.subject, letter.text, letter.html):
        assert "Sundqvist" not in content
        assert "sundqvist" not in content
    words = letters.WORDS[purpose]
    for part in (words.text, words.button, words.note, words.last, address_in(letter)):
        assert str(part) in letter.text
        assert str(part) in letter.html


@pytest.mark.parametrize("code", ["sv", "nb", "en"])
def test_a_letter_speaks_the_language_of_the_one_who_gets_it(session: Session, code: str) -> None:
    letter = send(session, make_user(session, language=code), LinkPurpose.RESET)
    assert letter.html
    assert f'<html lang="{code}">' in letter.html


def test_a_letter_tells_of_a_changed_password_without_a_token(session: Session) -> None:
    letter = letters.tell_of_new_password(session, make_user(session), public_url=PORTAL, now=NOW)
    assert address_in(letter) == f"{PORTAL}/sign-in/forgot-password"
    assert "byttes nyss" in letter.text
