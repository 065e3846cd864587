"""Authenticator codes, and the recovery codes beside them."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlmodel import Session, select

from accounts import authenticator
from accounts.authenticator import CodeWrong
from accounts.models import AuditEntry, User
from tests.factories import NOW, make_user
from tests.telephone import STEP, code_for


@pytest.fixture(autouse=True)
def _in_the_app(app: Flask) -> Iterator[None]:
    with app.app_context():
        yield


@pytest.fixture
def user(session: Session) -> User:
    return make_user(session)


def code_from_app(user: User, secret: str, *, later: int = 0) -> str:
    """What an app that has read the picture shows."""
    return code_for(authenticator.set_up(user, secret).key, later=later)


def turn_on(session: Session, user: User) -> tuple[str, list[str]]:
    secret = authenticator.new_secret()
    code = code_from_app(user, secret)
    return secret, authenticator.turn_on(session, user, secret, code, now=NOW)


def test_the_first_code_turns_it_on_and_gives_recovery_codes(session: Session, user: User) -> None:
    _secret, recovery = turn_on(session, user)
    assert user.has_authenticator
    assert len(set(recovery)) == 8


def test_a_wrong_first_code_turns_nothing_on(session: Session, user: User) -> None:
    with pytest.raises(CodeWrong):
        authenticator.turn_on(session, user, authenticator.new_secret(), "000000", now=NOW)
    assert not user.has_authenticator


def test_a_code_is_accepted_once(session: Session, user: User) -> None:
    secret, _recovery = turn_on(session, user)
    session.flush()
    following = code_from_app(user, secret, later=STEP)
    authenticator.spend(session, user, f" {following[:3]} {following[3:]} ", now=NOW)
    session.flush()
    with pytest.raises(CodeWrong):
        authenticator.spend(session, user, following, now=NOW)


def test_a_recovery_code_is_accepted_once(session: Session, user: User) -> None:
    _secret, recovery = turn_on(session, user)
    session.commit()
    authenticator.spend(session, user, recovery[3].upper(), now=NOW)
    session.commit()
    session.expire_all()
    with pytest.raises(CodeWrong):
        authenticator.spend(session, user, recovery[3], now=NOW)
    authenticator.spend(session, user, recovery[4], now=NOW)
    used = select(AuditEntry).where(AuditEntry.action == "user.recovery_code_used")
    assert [line.subject_id for line in session.exec(used)] == [user.id, user.id]


def test_new_recovery_codes_replace_the_old(session: Session, user: User) -> None:
    _secret, old = turn_on(session, user)
    new = authenticator.new_recovery_codes(session, user, now=NOW)
    session.flush()
    with pytest.raises(CodeWrong):
        authenticator.spend(session, user, old[0], now=NOW)
    authenticator.spend(session, user, new[0], now=NOW)


def test_neither_secret_nor_recovery_codes_can_be_read_in_the_database(
    session: Session, user: User
) -> None:
    secret, recovery = turn_on(session, user)
    key = authenticator.set_up(user, secret).key.replace("-", "")
    kept = str(user.model_dump())
    assert key not in kept
    assert not [code for code in recovery if code in kept]


def test_turning_it_off_forgets_everything_and_is_written_down(
    session: Session, user: User
) -> None:
    turn_on(session, user)
    authenticator.turn_off(session, user, by=user, now=NOW)
    session.flush()
    assert not user.has_authenticator
    assert user.mf_recovery_codes is None
    said = [line.action for line in session.exec(select(AuditEntry))]
    assert "user.authenticator_on" in said
    assert "user.authenticator_off" in said
