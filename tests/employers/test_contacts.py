"""The shared log of contacts, who is due for a call, and the mentors at employers."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from accounts import teams
from accounts.models import RoleName, User
from accounts.queries import acquirers_among
from employers import contacts, directory, mentors, relations
from employers.contacts import ContactFacts, NextIsPast, NotYet
from employers.directory import Filters, Sort
from employers.mentors import MentorFacts, TrainedWhen
from employers.models import ContactWay, Employer, MentorTraining
from employers.relations import NotACaseworker
from tests.factories import NOW, TODAY, make_caseworker, make_employer, make_user

DAY = timedelta(days=1)
LATER = NOW + timedelta(hours=1)


def call(
    session: Session, employer: Employer, by: User, ago: int, next_in: int | None = None
) -> None:
    made_on = TODAY - ago * DAY
    next_on = TODAY + next_in * DAY if next_in is not None else None
    facts = ContactFacts(made_on=made_on, way=ContactWay.PHONE, next_on=next_on)
    contacts.log(session, employer, facts, by=by, now=NOW)


def test_only_the_newest_contact_says_when_the_next_is_due(session: Session) -> None:
    lisa = make_caseworker(session)
    due, done, ahead = (make_employer(session) for _ in range(3))
    call(session, due, lisa, ago=9, next_in=-2)
    call(session, done, lisa, ago=9, next_in=-2)
    call(session, done, lisa, ago=1)
    call(session, ahead, lisa, ago=1, next_in=1)
    assert [line.employer for line in contacts.due(session, lisa, on=TODAY)] == [due]
    newest = contacts.newest_with(session, [due.id, done.id])
    assert newest[done.id].made_on == TODAY - DAY


def test_what_another_team_has_promised_is_not_due_for_mine(session: Session) -> None:
    lisa, amina = make_caseworker(session), make_caseworker(session)
    call(session, make_employer(session), amina, ago=9, next_in=-2)
    assert contacts.due(session, lisa, on=TODAY) == []
    assert len(contacts.due(session, amina, on=TODAY)) == 1


def test_a_contact_has_happened_and_the_next_has_not(session: Session) -> None:
    lisa, employer = make_caseworker(session), make_employer(session)
    with pytest.raises(NotYet):
        call(session, employer, lisa, ago=-1)
    with pytest.raises(NextIsPast):
        call(session, employer, lisa, ago=1, next_in=-1)


def test_those_nobody_has_met_come_first_then_the_longest_ago(session: Session) -> None:
    lisa = make_caseworker(session)
    never, lately, long_ago = (make_employer(session, name=name) for name in "CBA")
    call(session, lately, lisa, ago=1)
    call(session, long_ago, lisa, ago=50)
    by_contact = session.exec(directory.listed(Filters(sort=Sort.CONTACT))).all()
    assert list(by_contact) == [never, long_ago, lately]
    assert list(session.exec(directory.listed(Filters()))) == [long_ago, lately, never]


def test_employers_are_found_by_name_number_and_place(session: Session) -> None:
    found = make_employer(session, name="Åkes Åkeri", organization_number="5560160680")
    make_employer(session, name="Något annat")
    for filters in (
        Filters(words="åkes"),
        Filters(words="556016-0680"),
        Filters(words="åkeri", country="SE", municipality="2182"),
    ):
        assert list(session.exec(directory.listed(filters))) == [found]
    assert list(session.exec(directory.listed(Filters(country="SE", municipality="0480")))) == []


def test_a_relation_is_owned_by_a_caseworker(session: Session) -> None:
    lisa, employer = make_caseworker(session), make_employer(session)
    relations.give_to(session, employer, lisa, by=lisa, now=NOW)
    assert employer.relation_owner == lisa
    stranger = make_user(session, RoleName.STEERING)
    with pytest.raises(NotACaseworker):
        relations.give_to(session, employer, stranger, by=lisa, now=NOW)


def test_a_trained_mentor_has_a_day_and_others_have_none(session: Session) -> None:
    lisa, employer = make_caseworker(session), make_employer(session)
    facts = MentorFacts(name="Bo", training=MentorTraining.TRAINED)
    with pytest.raises(TrainedWhen):
        mentors.add(session, employer, facts, by=lisa, now=NOW)
    asked = MentorFacts(name="Bo", trained_on=TODAY, most_youths=2)
    mentor = mentors.add(session, employer, asked, by=lisa, now=NOW)
    assert mentor.trained_on is None
    trained = MentorFacts(name="Bo", training=MentorTraining.TRAINED, trained_on=TODAY)
    mentors.change(session, mentor, trained, seen_at=NOW, by=lisa, now=LATER)
    listed = mentors.listed(training=MentorTraining.TRAINED, employer_id=employer.id)
    assert list(session.exec(listed)) == [mentor]
    mentors.end(session, mentor, by=lisa, now=LATER)
    assert list(session.exec(listed)) == []


def test_who_acquires_placements_is_chosen_and_unchosen(session: Session) -> None:
    lisa = make_caseworker(session)
    teams.let_acquire(session, lisa, True, by=lisa, now=NOW)
    assert acquirers_among(session, [lisa.id]) == {lisa.id}
    teams.let_acquire(session, lisa, False, by=lisa, now=NOW)
    assert acquirers_among(session, [lisa.id]) == set()
