"""An organisation is never without an owner, and only owners say who is in."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, User
from employers import colleagues, joining, queries
from employers.colleagues import LastOwner, LeftMeanwhile
from employers.models import Colleague, ColleagueRole, ColleagueState, Employer
from tests.employers.applying import LATER, URL, confirm, letters_to, sign_up, tie_of
from tests.factories import NOW, make_employer, make_user


def ties(session: Session, employer: Employer) -> list[Colleague]:
    return queries.colleagues_at(session, [employer.id])[employer.id]


def test_who_signs_up_first_is_owner_and_the_next_a_recruiter(session: Session) -> None:
    sign_up(session)
    confirm(session, "maj@kafeet.example")
    sign_up(session, "bo@kafeet.example")
    confirm(session, "bo@kafeet.example")
    maj, bo = tie_of(session, "maj@kafeet.example"), tie_of(session, "bo@kafeet.example")
    joining.approve(session, bo, by=maj.user, public_url=URL, now=LATER)
    assert (maj.role, bo.role) == (ColleagueRole.OWNER, ColleagueRole.RECRUITER)
    sign_up(session, "eva@kafeet.example")
    confirm(session, "eva@kafeet.example")
    assert len(letters_to(session, maj.user.email)) == 3
    assert [letter.subject for letter in letters_to(session, bo.user.email)][2:] == []
    assert queries.requests_to(session, bo.user) == []


def test_a_supervisor_is_let_in_and_acts_for_nobody(session: Session) -> None:
    maj = make_user(session, RoleName.EMPLOYER)
    employer = make_employer(session, maj)
    role = ColleagueRole.SUPERVISOR
    joining.invite(
        session,
        employer,
        email="bo@x.example",
        name="Bo",
        role=role,
        by=maj,
        public_url=URL,
        now=NOW,
    )
    confirm(session, "bo@x.example")
    tie = tie_of(session, "bo@x.example")
    assert queries.employers_of(session, tie.user) == []
    assert session.exec(queries.joined_by(tie.user)).all() == [employer.id]


def test_the_last_owner_can_neither_leave_nor_step_down(session: Session) -> None:
    maj, closed = (make_user(session, RoleName.EMPLOYER) for _ in range(2))
    closed.active = False
    employer = make_employer(session, maj, closed)
    [tie] = [tie for tie in ties(session, employer) if tie.user_id == maj.id]
    with pytest.raises(LastOwner):
        colleagues.end_access(session, tie, by=maj, now=NOW)
    with pytest.raises(LastOwner):
        colleagues.choose_role(session, tie, ColleagueRole.RECRUITER, by=maj, now=NOW)
    assert (tie.state, tie.role) == (ColleagueState.ACTIVE, ColleagueRole.OWNER)


def test_an_access_is_ended_once_and_logged(session: Session) -> None:
    maj, bo = (make_user(session, RoleName.EMPLOYER) for _ in range(2))
    employer = make_employer(session, maj, bo)
    [tie] = [tie for tie in ties(session, employer) if tie.user_id == bo.id]
    colleagues.choose_role(session, tie, ColleagueRole.RECRUITER, by=maj, now=NOW)
    colleagues.end_access(session, tie, by=maj, now=NOW)
    with pytest.raises(LeftMeanwhile):
        colleagues.end_access(session, tie, by=maj, now=NOW)
    lines = session.exec(select(AuditEntry).where(AuditEntry.subject_id == tie.id)).all()
    assert {line.action for line in lines} == {"colleague.role_changed", "colleague.left"}
    assert queries.employers_of(session, bo) == []


def test_of_two_owners_who_end_each_other_at_once_one_stays(fresh_engine: Engine) -> None:
    with Session(fresh_engine) as session:
        employer = make_employer(session, *(make_user(session, RoleName.EMPLOYER) for _ in "ab"))
        pairs = [(tie.id, tie.user_id) for tie in ties(session, employer)]
        session.commit()
    start = Barrier(2)

    def end(tie_id: object, by: object) -> str:
        with Session(fresh_engine) as session:
            tie, user = session.get_one(Colleague, tie_id), session.get_one(User, by)
            session.commit()
            start.wait()
            try:
                colleagues.end_access(session, tie, by=user, now=LATER)
                session.commit()
            except LastOwner:
                return "refused"
            return "ended"

    (first, maj), (second, bo) = pairs
    with ThreadPoolExecutor(2) as people:
        told = sorted(people.map(end, [first, second], [bo, maj]))
    assert told == ["ended", "refused"]
