"""Colleagues and staff are invited by address, and nobody is tied to an employer unasked."""

from sqlmodel import Session, col, select

from accounts import links
from accounts import service as accounts
from accounts.models import OneTimeLink, RoleName
from employers import joining, queries
from employers.models import Colleague, ColleagueState
from tests.employers.applying import LATER, URL, confirm, follow, letters_to, sign_up, tie_of
from tests.factories import NOW, make_employer, make_user


def test_who_is_invited_as_staff_keeps_nothing_of_a_strangers_sign_up(session: Session) -> None:
    sign_up(session, "ann@kommun.example")
    tie = tie_of(session, "ann@kommun.example")
    ann = accounts.invite(
        session,
        email="ann@kommun.example",
        name="Ann",
        role=RoleName.CASEWORKER,
        public_url=URL,
        now=NOW,
    )
    assert tie.user == ann
    assert queries.employers_of(session, ann) == []
    assert queries.count_colleagues(session, tie.employer) == 0
    assert not queries.is_waiting(session, ann)
    for link in session.exec(select(OneTimeLink).where(col(OneTimeLink.used_at).is_(None))):
        assert link.subject_id is None


def test_an_invited_colleague_is_in_when_she_has_followed_the_link(session: Session) -> None:
    maj = make_user(session, RoleName.EMPLOYER, language="nb")
    employer = make_employer(session, maj)
    joining.invite(
        session,
        employer,
        email="Bo@Kafeet.example",
        name="Bo Ek",
        by=maj,
        public_url=URL,
        now=NOW,
    )
    tie = tie_of(session, "bo@kafeet.example")
    assert (tie.state, tie.user.language) == (ColleagueState.INVITED, "nb")
    assert queries.employers_of(session, tie.user) == []
    [letter] = letters_to(session, "bo@kafeet.example")
    token = letter.text.partition("/link/")[2].split()[0]
    follow(session, links.redeem(session, token, links.SIGN_IN, now=NOW))
    assert queries.employers_of(session, tie.user) == [employer]


def test_an_invitation_overrules_an_earlier_no(session: Session) -> None:
    maj, bo = make_user(session, RoleName.EMPLOYER), make_user(session, RoleName.EMPLOYER)
    employer = make_employer(session, maj)
    tie = Colleague(
        employer_id=employer.id, user_id=bo.id, state=ColleagueState.DECLINED, asked_at=NOW
    )
    session.add(tie)
    joining.invite(session, employer, email=bo.email, name="Bo", by=maj, public_url=URL, now=LATER)
    assert queries.employers_of(session, bo) == []
    confirm(session, bo.email)
    assert tie.state is ColleagueState.ACTIVE


def test_inviting_a_colleague_who_is_in_changes_nothing(session: Session) -> None:
    maj, bo = make_user(session, RoleName.EMPLOYER), make_user(session, RoleName.EMPLOYER)
    employer = make_employer(session, maj, bo)
    joining.invite(session, employer, email=bo.email, name="Bo", by=maj, public_url=URL, now=LATER)
    tie = tie_of(session, bo.email)
    assert (tie.state, tie.answered_at) == (ColleagueState.ACTIVE, NOW)


def test_a_no_after_the_invitation_stands(session: Session) -> None:
    maj, bo = make_user(session, RoleName.EMPLOYER), make_user(session, RoleName.EMPLOYER)
    employer = make_employer(session, maj)
    joining.invite(session, employer, email=bo.email, name="Bo", by=maj, public_url=URL, now=NOW)
    tie = tie_of(session, bo.email)
    tie.state = ColleagueState.DECLINED
    session.flush()
    confirm(session, bo.email)
    assert tie.state is ColleagueState.DECLINED


def test_inviting_a_member_of_staff_tells_nobody_anything(session: Session) -> None:
    maj, staff = make_user(session, RoleName.EMPLOYER), make_user(session)
    employer = make_employer(session, maj)
    joining.invite(
        session, employer, email=staff.email, name="Ann", by=maj, public_url=URL, now=NOW
    )
    assert queries.employers_of(session, staff) == []
    assert letters_to(session, staff.email) == []
