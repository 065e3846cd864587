"""What an employer says about itself, and who may read or change it."""

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName
from employers import queries, service
from employers.models import Colleague, ColleagueState, EmployerKind, Workplace
from employers.service import Organisation
from foundation.errors import NotFound
from tests.factories import NOW, make_employer, make_user

SAID = Organisation(
    name="Kaféet vid kajen",
    kind=EmployerKind.SOCIAL_ENTERPRISE,
    website="https://kafeet.example",
    about="Vi bakar bröd.",
    country="NO",
    municipality="5001",
    street_address="Kajen 1",
    accessibility="En trappa upp, hiss finns.",
)


def test_what_an_employer_says_replaces_what_it_said_before(session: Session) -> None:
    author = make_user(session, RoleName.EMPLOYER)
    employer = make_employer(session, author)
    service.describe(session, employer, SAID, by=author, now=NOW)
    session.expire_all()
    [workplace] = queries.workplaces_of(session, employer)
    assert (employer.name, employer.kind) == ("Kaféet vid kajen", "social_enterprise")
    assert (workplace.country, workplace.municipality) == ("NO", "5001")
    assert workplace.accessibility == "En trappa upp, hiss finns."
    assert session.exec(select(AuditEntry.action)).all() == ["employer.changed"]


def test_an_employer_without_a_workplace_gets_one(session: Session) -> None:
    author = make_user(session, RoleName.EMPLOYER)
    employer = make_employer(session, author)
    session.delete(session.exec(select(Workplace)).one())
    session.flush()
    service.describe(session, employer, SAID, by=author, now=NOW)
    assert [found.municipality for found in queries.workplaces_of(session, employer)] == ["5001"]


def test_an_employer_is_found_by_its_own_people_only(session: Session) -> None:
    author, stranger = (make_user(session, RoleName.EMPLOYER) for _ in range(2))
    employer = make_employer(session, author)
    assert queries.get_own(session, employer.id, of=author) == employer
    with pytest.raises(NotFound):
        queries.get_own(session, employer.id, of=stranger)


def test_only_those_who_are_in_are_counted_and_told(session: Session) -> None:
    author, closed, asker = (make_user(session, RoleName.EMPLOYER) for _ in range(3))
    closed.active = False
    employer = make_employer(session, author, closed)
    asked = Colleague(
        employer_id=employer.id, user_id=asker.id, state=ColleagueState.ASKED, asked_at=NOW
    )
    session.add(asked)
    assert queries.count_colleagues(session, employer) == 2
    assert queries.owners_of(session, employer.id) == [author]


def test_a_request_is_answered_by_that_employers_people_only(session: Session) -> None:
    author, stranger, asker = (make_user(session, RoleName.EMPLOYER) for _ in range(3))
    employer = make_employer(session, author)
    make_employer(session, stranger)
    asked = Colleague(
        employer_id=employer.id, user_id=asker.id, state=ColleagueState.ASKED, asked_at=NOW
    )
    session.add(asked)
    session.flush()
    assert queries.get_request(session, asked.id, to=author) == asked
    for other in (stranger, asker):
        with pytest.raises(NotFound):
            queries.get_request(session, asked.id, to=other)
