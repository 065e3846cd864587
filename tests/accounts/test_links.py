"""One-time links: once, for a while, for one door and one sort of person."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from accounts import links, service
from accounts.links import PASSWORD, SIGN_IN, LinkSpent
from accounts.models import LinkPurpose, OneTimeLink, RoleName
from tests.factories import NOW, make_user


def test_a_link_works_once(session: Session) -> None:
    user = make_user(session, RoleName.EMPLOYER)
    token = links.issue(session, user, LinkPurpose.SIGN_IN, now=NOW)
    assert links.redeem(session, token, SIGN_IN, now=NOW).user == user
    with pytest.raises(LinkSpent):
        links.redeem(session, token, SIGN_IN, now=NOW)


def test_looking_at_a_link_does_not_spend_it(session: Session) -> None:
    user = make_user(session, RoleName.EMPLOYER)
    token = links.issue(session, user, LinkPurpose.SIGN_IN, now=NOW)
    for _look in range(3):
        assert links.find(session, token, SIGN_IN, now=NOW).used_at is None
    links.redeem(session, token, SIGN_IN, now=NOW)


@pytest.mark.parametrize("purpose", [LinkPurpose.SIGN_IN, LinkPurpose.CONFIRM])
def test_a_link_lasts_as_long_as_its_purpose_says(session: Session, purpose: LinkPurpose) -> None:
    user = make_user(session, RoleName.EMPLOYER)
    token = links.issue(session, user, purpose, now=NOW)
    end = NOW + links.LASTS[purpose]
    assert links.find(session, token, SIGN_IN, now=end - timedelta(seconds=1))
    with pytest.raises(LinkSpent):
        links.find(session, token, SIGN_IN, now=end)


def test_of_two_requests_at_the_same_moment_one_gets_in(fresh_engine: Engine) -> None:
    with Session(fresh_engine) as session:
        user = make_user(session, RoleName.EMPLOYER)
        token = links.issue(session, user, LinkPurpose.SIGN_IN, now=NOW)
        session.commit()
    together = Barrier(4)

    def redeem(_attempt: int) -> bool:
        with Session(fresh_engine) as session:
            together.wait()
            try:
                links.redeem(session, token, SIGN_IN, now=NOW)
            except LinkSpent:
                return False
            session.commit()
            return True

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(redeem, range(4))) == [False, False, False, True]


def test_only_a_digest_of_the_token_is_kept(session: Session) -> None:
    user = make_user(session, RoleName.EMPLOYER)
    token = links.issue(session, user, LinkPurpose.SIGN_IN, now=NOW)
    kept = session.exec(select(OneTimeLink)).one()
    assert len(kept.token_hash) == 64
    assert token not in str(kept.model_dump())


@pytest.mark.parametrize("role", [RoleName.CASEWORKER, RoleName.ADMINISTRATOR])
@pytest.mark.parametrize("purpose", list(LinkPurpose))
def test_no_link_signs_staff_in(session: Session, role: RoleName, purpose: LinkPurpose) -> None:
    token = links.issue(session, make_user(session, role), purpose, now=NOW)
    with pytest.raises(LinkSpent):
        links.redeem(session, token, SIGN_IN, now=NOW)


@pytest.mark.parametrize("purpose", list(LinkPurpose))
def test_no_link_gives_an_employer_a_password(session: Session, purpose: LinkPurpose) -> None:
    token = links.issue(session, make_user(session, RoleName.EMPLOYER), purpose, now=NOW)
    with pytest.raises(LinkSpent):
        links.redeem(session, token, PASSWORD, now=NOW)


def test_a_link_for_a_new_password_does_not_confirm_or_sign_in(session: Session) -> None:
    token = links.issue(session, make_user(session), LinkPurpose.RESET, now=NOW)
    assert links.find(session, token, PASSWORD, now=NOW)
    with pytest.raises(LinkSpent):
        links.find(session, token, SIGN_IN, now=NOW)


def test_a_closed_account_has_no_working_link(session: Session) -> None:
    user = make_user(session, RoleName.EMPLOYER)
    token = links.issue(session, user, LinkPurpose.SIGN_IN, now=NOW)
    service.disable(session, user, by=None, now=NOW)
    service.enable(session, user, by=None, now=NOW)
    with pytest.raises(LinkSpent):
        links.find(session, token, SIGN_IN, now=NOW)


def test_every_failure_says_the_same(session: Session) -> None:
    user = make_user(session, RoleName.EMPLOYER)
    spent = links.issue(session, user, LinkPurpose.SIGN_IN, now=NOW)
    links.redeem(session, spent, SIGN_IN, now=NOW)
    old = links.issue(session, user, LinkPurpose.SIGN_IN, now=NOW - timedelta(days=1))
    said = set()
    for token in (spent, old, "never issued", ""):
        with pytest.raises(LinkSpent) as refusal:
            links.redeem(session, token, SIGN_IN, now=NOW)
        said.add(str(refusal.value))
    assert said == {"Länken har redan använts eller är för gammal. Be om en ny."}
