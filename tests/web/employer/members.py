"""More people at an employer: those who are in, and those who ask."""

from sqlmodel import Session

from accounts.models import RoleName, User
from employers.models import Colleague, ColleagueRole, ColleagueState, Employer
from tests.factories import NOW, make_user


def let_in(session: Session, employer: Employer, user: User, role: ColleagueRole) -> Colleague:
    tie = Colleague(
        employer_id=employer.id,
        user_id=user.id,
        state=ColleagueState.ACTIVE,
        role=role,
        asked_at=NOW,
    )
    session.add(tie)
    session.flush()
    return tie


def ask(session: Session, employer: Employer, **facts: str) -> Colleague:
    asker = make_user(session, RoleName.EMPLOYER, **facts)
    tie = Colleague(
        employer_id=employer.id, user_id=asker.id, state=ColleagueState.ASKED, asked_at=NOW
    )
    session.add(tie)
    session.flush()
    return tie
