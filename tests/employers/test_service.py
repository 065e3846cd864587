"""What an employer says about itself, and who may read or change it."""

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from accounts.models import AuditEntry, RoleName
from employers import availability, queries, service, workplaces
from employers.models import Colleague, ColleagueState, EmployerKind
from employers.service import Organisation
from employers.workplaces import WorkplaceFacts
from foundation.errors import NotFound
from openings import belonging
from openings.belonging import WorkplaceUsed
from openings.models import OpeningState
from tests.factories import NOW, TODAY, make_employer, make_opening, make_user

SAID = Organisation(
    name="Kaféet vid kajen",
    kind=EmployerKind.SOCIAL_ENTERPRISE,
    website="https://kafeet.example",
    about="Vi bakar bröd.",
)
THERE = WorkplaceFacts(
    name="Kajen",
    country="NO",
    municipality="5001",
    street_address="Kajen 1",
    accessibility="En trappa upp, hiss finns.",
)
LATER = NOW + timedelta(hours=1)


def logged(session: Session) -> list[str]:
    return list(session.exec(select(AuditEntry.action).order_by(col(AuditEntry.at))))


def test_what_an_employer_says_replaces_what_it_said_before(session: Session) -> None:
    author = make_user(session, RoleName.EMPLOYER)
    employer = make_employer(session, author)
    service.describe(session, employer, SAID, seen_at=NOW, by=author, now=LATER)
    session.expire_all()
    assert (employer.name, employer.kind) == ("Kaféet vid kajen", "social_enterprise")
    assert logged(session) == ["employer.changed"]


def test_what_a_colleague_wrote_meanwhile_is_not_overwritten(session: Session) -> None:
    author = make_user(session, RoleName.EMPLOYER)
    employer = make_employer(session, author)
    service.describe(session, employer, SAID, seen_at=NOW, by=author, now=LATER)
    with pytest.raises(service.ChangedMeanwhile):
        service.describe(session, employer, SAID, seen_at=NOW, by=author, now=LATER)
    [workplace] = queries.workplaces_of(session, employer)
    workplaces.change(session, workplace, THERE, seen_at=NOW, by=author, now=LATER)
    with pytest.raises(service.ChangedMeanwhile):
        workplaces.change(session, workplace, THERE, seen_at=NOW, by=author, now=LATER)


def test_workplaces_come_and_go_but_for_the_last_and_those_in_use(session: Session) -> None:
    author = make_user(session, RoleName.EMPLOYER)
    employer = make_employer(session, author)
    [first] = queries.workplaces_of(session, employer)
    with pytest.raises(workplaces.LastWorkplace):
        workplaces.remove(session, first, by=author, now=NOW)
    added = workplaces.add(session, employer, THERE, by=author, now=LATER)
    assert WorkplaceFacts.of(added) == THERE
    opening = make_opening(session, employer)
    with pytest.raises(WorkplaceUsed):
        belonging.demand_unused(session, first)
    belonging.demand_unused(session, added)
    opening.state = OpeningState.CLOSED
    session.flush()
    belonging.demand_unused(session, first)
    workplaces.remove(session, first, by=author, now=LATER + timedelta(hours=1))
    assert queries.workplaces_of(session, employer) == [added]
    assert logged(session) == ["workplace.added", "workplace.removed"]


def test_a_pause_lasts_until_and_with_its_day(session: Session) -> None:
    author = make_user(session, RoleName.EMPLOYER)
    employer = make_employer(session, author)
    assert employer.takes_introductions(TODAY)
    until = TODAY + timedelta(weeks=2)
    availability.pause(session, employer, until=until, by=author, now=NOW)
    assert not employer.takes_introductions(until)
    assert employer.takes_introductions(until + timedelta(days=1))
    availability.resume(session, employer, by=author, now=LATER)
    assert employer.takes_introductions(TODAY)
    assert logged(session) == ["employer.paused", "employer.resumed"]


@pytest.mark.parametrize("days", [-1, 366])
def test_a_pause_ends_within_a_year(session: Session, days: int) -> None:
    author = make_user(session, RoleName.EMPLOYER)
    employer = make_employer(session, author)
    until = TODAY + timedelta(days=days)
    with pytest.raises(availability.PauseWrong):
        availability.pause(session, employer, until=until, by=author, now=NOW)


def test_who_has_opted_out_takes_nobody_until_it_is_taken_back(session: Session) -> None:
    author = make_user(session, RoleName.EMPLOYER)
    employer = make_employer(session, author)
    availability.opt_out(session, employer, by=author, now=NOW)
    assert not employer.takes_introductions(TODAY + timedelta(days=1000))
    availability.opt_in(session, employer, by=author, now=LATER)
    assert employer.takes_introductions(TODAY)


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
