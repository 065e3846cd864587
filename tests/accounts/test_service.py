"""Accounts: opened, invited, confirmed and closed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from accounts import links, queries, service, teams
from accounts.models import (
    Agency,
    AuditEntry,
    LinkPurpose,
    OneTimeLink,
    RoleName,
    TeamMember,
    User,
)
from foundation.outbox import QueuedLetter
from tests.factories import NOW, make_team, make_user


def test_an_address_is_kept_in_one_form(session: Session) -> None:
    user = service.create_employer_user(
        session, email=" Karin.Ek@Example.ORG ", name=" Karin Ek ", language="nb", now=NOW
    )
    assert (user.email, user.name, user.language) == ("karin.ek@example.org", "Karin Ek", "nb")
    assert user.role is RoleName.EMPLOYER
    assert user.confirmed_at is None
    assert user.password is None


def test_an_address_has_one_account_however_it_is_written(session: Session) -> None:
    make_user(session, email="karin@example.org")
    with pytest.raises(service.AddressTaken):
        service.create_employer_user(
            session, email="KARIN@example.org", name="Karin", language="sv", now=NOW
        )
    assert len(session.exec(select(User)).all()) == 1


@pytest.mark.parametrize("address", ["karin", "karin@", "karin@ example.org", "@example.org", ""])
def test_what_is_not_an_address_is_refused(session: Session, address: str) -> None:
    with pytest.raises(service.AddressWrong):
        service.create_employer_user(session, email=address, name="K", language="sv", now=NOW)


def test_two_people_who_ask_at_the_same_moment_get_one_account(fresh_engine: Engine) -> None:
    together = Barrier(2)

    def create(name: str) -> bool:
        with Session(fresh_engine) as session:
            together.wait()
            try:
                service.create_employer_user(
                    session, email="karin@example.org", name=name, language="sv", now=NOW
                )
            except service.AddressTaken:
                return False
            session.commit()
            return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(create, ["Karin", "Karin"])) == [False, True]
    with Session(fresh_engine) as session:
        assert len(session.exec(select(User)).all()) == 1


def test_an_invitation_gives_a_place_in_the_team_and_a_letter(session: Session) -> None:
    administrator, team = make_user(session, RoleName.ADMINISTRATOR), make_team(session)
    user = service.invite(
        session,
        email="cilla@example.org",
        name="Cilla",
        role=RoleName.CASEWORKER,
        team=team,
        agency="Arbetsförmedlingen",
        public_url="https://farled.example.org",
        by=administrator,
        now=NOW,
    )
    place = session.exec(select(TeamMember).where(TeamMember.user_id == user.id)).one()
    assert place.team_id == team.id
    assert place.agency
    assert place.agency.name == "Arbetsförmedlingen"
    letter = session.exec(select(QueuedLetter)).one()
    assert letter.to == "cilla@example.org"
    assert "https://farled.example.org/sign-in/password/" in letter.text
    said = {line.action for line in session.exec(select(AuditEntry))}
    assert said == {"user.invited", "team.joined"}


def invite_ann(session: Session) -> User:
    return service.invite(
        session,
        email="Ann@kommun.example",
        name="Ann Berg",
        role=RoleName.CASEWORKER,
        public_url="https://farled.example.org",
        now=NOW,
    )


def test_a_strangers_unconfirmed_sign_up_gives_way_to_an_invitation(session: Session) -> None:
    planted = service.create_employer_user(
        session, email="ann@kommun.example", name="Stranger", language="nb", now=NOW
    )
    token = links.issue(session, planted, LinkPurpose.CONFIRM, now=NOW)
    ann = invite_ann(session)
    assert (ann.id, ann.name, ann.role) == (planted.id, "Ann Berg", RoleName.CASEWORKER)
    with pytest.raises(links.LinkSpent):
        links.find(session, token, links.SIGN_IN, now=NOW)
    letter = session.exec(select(QueuedLetter)).one()
    assert "https://farled.example.org/sign-in/password/" in letter.text


@pytest.mark.parametrize(
    "facts",
    [
        {"role": RoleName.EMPLOYER},
        {"role": RoleName.EMPLOYER, "confirmed_at": None, "active": False},
        {"role": RoleName.CASEWORKER, "confirmed_at": None},
    ],
    ids=["confirmed", "closed", "staff"],
)
def test_an_account_that_is_somebodys_gives_way_to_no_invitation(
    session: Session, facts: dict[str, Any]
) -> None:
    user = make_user(session, email="ann@kommun.example", name="Ann", **facts)
    links.issue(session, user, LinkPurpose.INVITATION, now=NOW)
    with pytest.raises(service.AddressTaken):
        invite_ann(session)
    session.refresh(user)
    assert (user.name, user.role) == ("Ann", facts["role"])
    assert session.exec(select(OneTimeLink.used_at)).one() is None


def test_an_agency_is_one_row_for_all_who_come_from_it(session: Session) -> None:
    team = make_team(session)
    for _person in range(2):
        teams.join(session, make_user(session), team, agency="Socialtjänsten", by=None, now=NOW)
    assert [agency.name for agency in session.exec(select(Agency))] == ["Socialtjänsten"]


def test_a_team_has_its_name_to_itself(session: Session) -> None:
    teams.create(session, name="Högtrycket", municipality="2182", now=NOW)
    with pytest.raises(teams.TeamTaken):
        teams.create(session, name="Högtrycket", municipality="2184", now=NOW)


def test_closing_an_account_ends_its_sessions_and_is_written_down(session: Session) -> None:
    administrator, user = make_user(session, RoleName.ADMINISTRATOR), make_user(session)
    before = user.fs_uniquifier
    service.disable(session, user, by=administrator, now=NOW)
    assert not user.active
    assert user.fs_uniquifier != before
    line = session.exec(select(AuditEntry)).one()
    assert (line.action, line.actor_id, line.subject_id) == (
        "user.disabled",
        administrator.id,
        user.id,
    )


def test_nobody_can_close_her_own_account(session: Session) -> None:
    administrator = make_user(session, RoleName.ADMINISTRATOR)
    with pytest.raises(service.OwnAccount):
        service.disable(session, administrator, by=administrator, now=NOW)
    assert administrator.active


def test_an_address_is_confirmed_once(session: Session) -> None:
    user = make_user(session, RoleName.EMPLOYER, confirmed_at=None)
    service.confirm(session, user, now=NOW)
    service.confirm(session, user, now=NOW)
    assert user.confirmed_at == NOW
    assert len(session.exec(select(AuditEntry)).all()) == 1


def test_an_unknown_user_or_team_is_named_as_such(session: Session) -> None:
    with pytest.raises(queries.NoSuchUser):
        queries.get_by_email(session, "nobody@example.org")
    with pytest.raises(queries.NoSuchTeam):
        queries.get_team(session, "Inget team")
