"""Passwords: hashed with argon2, checked for staff only, and the end of every old session."""

import unicodedata
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlmodel import Session

from accounts import links, passwords, service
from accounts.links import PASSWORD, LinkSpent
from accounts.models import LinkPurpose, RoleName, User
from tests.factories import NOW, make_user

WORDS = "räksmörgås vid hamnen"


@pytest.fixture(autouse=True)
def _in_the_app(app: Flask) -> Iterator[None]:
    with app.app_context():
        yield


@pytest.fixture
def caseworker(session: Session) -> User:
    user = make_user(session, email="cilla@example.org")
    passwords.choose(session, user, WORDS, now=NOW)
    return user


def test_the_right_password_finds_the_user(session: Session, caseworker: User) -> None:
    assert passwords.check(session, "Cilla@example.org", WORDS) == caseworker


def test_a_wrong_password_or_address_finds_nobody(session: Session, caseworker: User) -> None:
    assert passwords.check(session, caseworker.email, WORDS + "!") is None
    assert passwords.check(session, caseworker.email, "") is None
    assert passwords.check(session, "nobody@example.org", WORDS) is None


def test_a_password_is_kept_as_an_argon2_hash(caseworker: User) -> None:
    assert caseworker.password
    assert caseworker.password.startswith("$argon2id$")


def test_letters_typed_in_another_form_are_the_same(session: Session, caseworker: User) -> None:
    apart = unicodedata.normalize("NFD", WORDS)
    assert apart != WORDS
    assert passwords.check(session, caseworker.email, apart) == caseworker


def test_a_closed_account_has_no_right_password(session: Session, caseworker: User) -> None:
    service.disable(session, caseworker, by=None, now=NOW)
    assert passwords.check(session, caseworker.email, WORDS) is None


def test_an_employer_cannot_use_a_password_even_if_one_were_set(session: Session) -> None:
    employer = make_user(session, RoleName.EMPLOYER, email="karin@example.org")
    assert passwords.check(session, employer.email, WORDS) is None
    passwords.choose(session, employer, WORDS, now=NOW)
    assert passwords.check(session, employer.email, WORDS) is None


def test_a_new_password_ends_sessions_and_older_links(session: Session, caseworker: User) -> None:
    before = caseworker.fs_uniquifier
    token = links.issue(session, caseworker, LinkPurpose.RESET, now=NOW)
    passwords.choose(session, caseworker, "helt andra ord nu", now=NOW)
    assert caseworker.fs_uniquifier != before
    assert passwords.check(session, caseworker.email, WORDS) is None
    with pytest.raises(LinkSpent):
        links.find(session, token, PASSWORD, now=NOW)
