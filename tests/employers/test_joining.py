"""How people come to act for an employer, and what nobody else learns of it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from accounts import links
from accounts.models import AuditEntry, LinkPurpose, OneTimeLink, RoleName, User
from employers import joining, queries
from employers.models import Colleague, ColleagueState, Employer, Workplace
from employers.numbers import OrganizationNumber
from foundation.outbox import QueuedLetter
from tests.employers.applying import (
    LATER,
    URL,
    confirm,
    follow,
    letters_to,
    sign_up,
    tie_of,
)
from tests.factories import NOW, make_user


def test_the_first_to_confirm_may_act_at_once(session: Session) -> None:
    sign_up(session)
    assert tie_of(session, "maj@kafeet.example").state is ColleagueState.UNCONFIRMED
    confirm(session, "maj@kafeet.example")
    tie = tie_of(session, "maj@kafeet.example")
    assert (tie.state, tie.answered_at) == (ColleagueState.ACTIVE, LATER)
    assert [found.name for found in queries.employers_of(session, tie.user)] == ["Kaféet vid kajen"]
    workplace = session.exec(select(Workplace)).one()
    assert (workplace.employer_id, workplace.municipality) == (tie.employer_id, "2182")


def test_before_the_link_is_followed_nothing_may_be_done(session: Session) -> None:
    sign_up(session)
    user = tie_of(session, "maj@kafeet.example").user
    assert queries.employers_of(session, user) == []
    assert user.role is RoleName.EMPLOYER
    assert user.confirmed_at is None


def test_the_second_waits_for_a_colleague(session: Session) -> None:
    sign_up(session)
    confirm(session, "maj@kafeet.example")
    sign_up(session, "bo@kafeet.example", name="Bo Ek")
    confirm(session, "bo@kafeet.example")
    asked, maj = tie_of(session, "bo@kafeet.example"), tie_of(session, "maj@kafeet.example").user
    assert asked.state is ColleagueState.ASKED
    assert [request.user.name for request in queries.requests_to(session, maj)] == ["Bo Ek"]
    assert queries.is_waiting(session, asked.user)
    joining.approve(session, asked, by=maj, public_url=URL, now=LATER)
    assert queries.employers_of(session, asked.user) == queries.employers_of(session, maj)


def test_every_applicant_gets_the_same_letter(session: Session) -> None:
    sign_up(session)
    confirm(session, "maj@kafeet.example")
    sign_up(session, "bo@kafeet.example")
    first, second = (
        letters_to(session, address)[0] for address in ("maj@kafeet.example", "bo@kafeet.example")
    )
    assert first.subject == second.subject
    assert first.text.partition("https://")[0] == second.text.partition("https://")[0]


def test_no_letter_names_anybody(session: Session) -> None:
    sign_up(session)
    confirm(session, "maj@kafeet.example")
    sign_up(session, "bo@kafeet.example", name="Bo Ek")
    confirm(session, "bo@kafeet.example")
    bo, maj = tie_of(session, "bo@kafeet.example"), tie_of(session, "maj@kafeet.example").user
    joining.approve(session, bo, by=maj, public_url=URL, now=LATER)
    letters = session.exec(select(QueuedLetter)).all()
    assert len(letters) == 4
    for letter in letters:
        whole = f"{letter.subject} {letter.text} {letter.html}"
        assert not [word for word in ("Maj", "Bo Ek", "kafeet", "Kaféet") if word in whole]
        assert URL in letter.text
        assert URL in (letter.html or "")


def test_the_one_who_waits_is_told_when_somebody_says_yes(session: Session) -> None:
    sign_up(session)
    confirm(session, "maj@kafeet.example")
    sign_up(session, "bo@kafeet.example")
    confirm(session, "bo@kafeet.example")
    assert [letter.subject for letter in letters_to(session, "maj@kafeet.example")][1:] == [
        "Någon vill bli din kollega i Farled"
    ]
    tie, maj = tie_of(session, "bo@kafeet.example"), tie_of(session, "maj@kafeet.example").user
    joining.approve(session, tie, by=maj, public_url=URL, now=LATER)
    assert letters_to(session, "bo@kafeet.example")[-1].subject == (
        "Nu kan du lägga ut platser i Farled"
    )


def test_a_request_is_answered_once(session: Session) -> None:
    sign_up(session)
    confirm(session, "maj@kafeet.example")
    sign_up(session, "bo@kafeet.example")
    confirm(session, "bo@kafeet.example")
    tie, maj = tie_of(session, "bo@kafeet.example"), tie_of(session, "maj@kafeet.example").user
    joining.decline(session, tie, by=maj, now=LATER)
    with pytest.raises(joining.AlreadyAnswered):
        joining.approve(session, tie, by=maj, public_url=URL, now=LATER)
    assert tie.state is ColleagueState.DECLINED
    assert not queries.is_waiting(session, tie.user)


def test_a_declined_person_who_signs_up_again_is_still_out(session: Session) -> None:
    sign_up(session)
    confirm(session, "maj@kafeet.example")
    sign_up(session, "bo@kafeet.example")
    confirm(session, "bo@kafeet.example")
    tie, maj = tie_of(session, "bo@kafeet.example"), tie_of(session, "maj@kafeet.example").user
    joining.decline(session, tie, by=maj, now=LATER)
    sign_up(session, "bo@kafeet.example")
    confirm(session, "bo@kafeet.example")
    assert tie_of(session, "bo@kafeet.example").state is ColleagueState.DECLINED


def test_a_link_confirms_the_application_that_it_was_mailed_for(session: Session) -> None:
    sign_up(session)
    [first] = session.exec(select(OneTimeLink))
    sign_up(session, number=OrganizationNumber("SE", "2120000142"), organization="Kommunen")
    ties = {tie.employer.name: tie for tie in session.exec(select(Colleague))}
    follow(session, first)
    assert ties["Kaféet vid kajen"].state is ColleagueState.ACTIVE
    assert ties["Kommunen"].state is ColleagueState.UNCONFIRMED


@pytest.mark.parametrize("purpose", [LinkPurpose.SIGN_IN, LinkPurpose.CONFIRM])
def test_a_link_for_no_tie_of_the_persons_confirms_nothing(
    session: Session, purpose: LinkPurpose
) -> None:
    sign_up(session)
    tie, other = tie_of(session, "maj@kafeet.example"), make_user(session, RoleName.EMPLOYER)
    links.issue(session, tie.user, purpose, now=NOW + timedelta(minutes=1))
    links.issue(session, other, purpose, now=NOW, subject_id=tie.id)
    for link in session.exec(select(OneTimeLink)):
        if link.subject_id is None or link.user_id == other.id:
            follow(session, link)
    assert tie.state is ColleagueState.UNCONFIRMED


def test_one_person_may_act_for_two_employers(session: Session) -> None:
    sign_up(session)
    confirm(session, "maj@kafeet.example")
    sign_up(
        session, number=OrganizationNumber("NO", "923609016"), organization="Åkeriet", country="NO"
    )
    confirm(session, "maj@kafeet.example")
    maj = session.exec(select(User)).one()
    assert {found.name for found in queries.employers_of(session, maj)} == {
        "Kaféet vid kajen",
        "Åkeriet",
    }


def test_a_member_of_staff_becomes_no_employer_and_is_told_by_letter(session: Session) -> None:
    make_user(session, email="ann@kommun.example")
    sign_up(session, "ann@kommun.example")
    assert session.exec(select(Employer)).all() == []
    assert session.exec(select(OneTimeLink)).all() == []
    assert [letter.subject for letter in letters_to(session, "ann@kommun.example")] == [
        "Din adress har redan ett konto i Farled"
    ]


def test_a_closed_account_gets_no_letter(session: Session) -> None:
    make_user(session, RoleName.EMPLOYER, email="bo@kafeet.example", active=False)
    sign_up(session, "bo@kafeet.example")
    assert letters_to(session, "bo@kafeet.example") == []


def test_every_step_is_logged_without_names(session: Session) -> None:
    sign_up(session)
    confirm(session, "maj@kafeet.example")
    lines = session.exec(select(AuditEntry)).all()
    assert {line.action for line in lines} == {"employer.applied", "colleague.active"}
    assert not [line for line in lines if "maj" in str(line.facts).lower()]


def test_who_signs_up_is_a_fact_and_no_actor_until_the_link_is_followed(session: Session) -> None:
    sign_up(session)
    maj = tie_of(session, "maj@kafeet.example").user
    line = session.exec(select(AuditEntry)).one()
    assert (line.actor_id, line.facts) == (None, {"applicant": str(maj.id)})
    confirm(session, maj.email)
    joined = session.exec(select(AuditEntry).where(AuditEntry.action == "colleague.active")).one()
    assert joined.actor_id == maj.id


def test_two_who_sign_up_at_once_share_one_employer(fresh_engine: Engine) -> None:
    start = Barrier(2)

    def one(email: str) -> None:
        with Session(fresh_engine) as session:
            start.wait()
            sign_up(session, email)
            session.commit()

    with ThreadPoolExecutor(2) as people:
        list(people.map(one, ["maj@kafeet.example", "bo@kafeet.example"]))
    with Session(fresh_engine) as session:
        assert len(session.exec(select(Employer)).all()) == 1
        assert len(session.exec(select(Workplace)).all()) == 1
        assert len(session.exec(select(Colleague)).all()) == 2


def test_of_two_who_confirm_at_once_one_is_in_and_one_asks(fresh_engine: Engine) -> None:
    emails = ["maj@kafeet.example", "bo@kafeet.example"]
    with Session(fresh_engine) as session:
        for email in emails:
            sign_up(session, email)
        session.commit()
    start = Barrier(2)

    def one(email: str) -> None:
        with Session(fresh_engine) as session:
            start.wait()
            confirm(session, email)
            session.commit()

    with ThreadPoolExecutor(2) as people:
        list(people.map(one, emails))
    with Session(fresh_engine) as session:
        assert sorted(session.exec(select(Colleague.state))) == ["active", "asked"]


def test_one_who_presses_twice_is_in(fresh_engine: Engine) -> None:
    start = Barrier(2)
    with Session(fresh_engine) as session:
        sign_up(session)
        session.commit()

    def once(_time: int) -> None:
        with Session(fresh_engine) as session:
            start.wait()
            confirm(session, "maj@kafeet.example")
            session.commit()

    with ThreadPoolExecutor(2) as presses:
        list(presses.map(once, range(2)))
    with Session(fresh_engine) as session:
        assert session.exec(select(Colleague.state)).one() is ColleagueState.ACTIVE
