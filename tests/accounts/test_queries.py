"""Reads of users, teams and the audit log."""

from datetime import timedelta

from sqlmodel import Session

from accounts import audit, queries
from accounts.models import RoleName
from accounts.queries import Wanted
from tests.conftest import QueryCounter
from tests.factories import NOW, make_caseworker, make_team, make_user


def test_teams_and_colleagues_stop_at_the_teams_edge(session: Session) -> None:
    anna, bo = make_user(session, name="Anna"), make_user(session, name="Bo")
    here, there = make_team(session, anna, bo), make_team(session)
    make_caseworker(session, there)
    assert queries.teams_of(session, anna) == [here]
    assert queries.team_ids_of(session, anna) == [here.id]
    assert queries.colleagues_of(session, anna) == [anna, bo]


def test_only_active_caseworkers_and_coordinators_may_be_responsible(session: Session) -> None:
    anna = make_user(session, name="Anna")
    bo = make_user(session, RoleName.COORDINATOR, name="Bo")
    gone = make_user(session, active=False)
    steering = make_user(session, RoleName.STEERING)
    team = make_team(session, anna, bo, gone, steering)
    assert queries.caseworkers_of(session, team.id) == [anna, bo]


def test_an_address_is_found_however_it_is_written(session: Session) -> None:
    user = make_user(session, email="karin@example.org")
    assert queries.by_email(session, " KARIN@Example.org") == user
    assert queries.by_email(session, "karin@ｅｘａｍｐｌｅ。org") == user
    assert queries.by_email(session, "karin") is None


def test_people_are_found_by_part_of_name_or_address_and_by_role(session: Session) -> None:
    anna = make_user(session, name="Anna Berg", email="ab@example.org")
    karin = make_user(session, RoleName.EMPLOYER, name="Karin Ek", email="anna.s@example.org")
    make_user(session, name="Per_Olof", email="po@example.org")
    assert list(session.exec(queries.people(matching="anna"))) == [anna, karin]
    found = session.exec(queries.people(matching="ANNA", role=RoleName.EMPLOYER))
    assert list(found) == [karin]
    assert [user.name for user in session.exec(queries.people(matching="_"))] == ["Per_Olof"]


def test_listing_many_people_takes_as_many_questions_as_listing_few(
    session: Session, count_queries: QueryCounter
) -> None:
    for _person in range(12):
        make_caseworker(session)
    session.commit()
    session.expire_all()
    with count_queries() as questions:
        people = session.exec(queries.people()).all()
        names = queries.team_names(session, people)
        assert all(user.role is RoleName.CASEWORKER and names[user.id] for user in people)
    assert len(questions) == 3


def test_the_log_is_searched_by_who_what_whom_and_when(session: Session) -> None:
    anna, bo = make_user(session), make_user(session)
    seen = audit.record(session, by=anna, action="user.seen", subject=bo, now=NOW)
    audit.record(session, by=bo, action="user.changed", subject=bo, now=NOW - timedelta(days=2))
    audit.record(session, by=None, action="user.changed", subject=anna, now=NOW)

    def found(wanted: Wanted) -> int:
        return len(session.exec(queries.audit_lines(wanted)).all())

    assert found(Wanted()) == 3
    assert session.exec(queries.audit_lines(Wanted(actor_ids={anna.id}))).all() == [seen]
    assert found(Wanted(actor_ids=set())) == 0
    assert found(Wanted(action="user.changed")) == 2
    assert found(Wanted(subject_id=bo.id)) == 2
    assert found(Wanted(since=NOW - timedelta(days=1))) == 2
    assert found(Wanted(until=NOW)) == 1
    assert queries.actions(session) == ["user.changed", "user.seen"]


def test_a_line_of_the_log_holds_the_request_and_facts(session: Session) -> None:
    user = make_user(session)
    line = audit.record(session, by=user, action="x.done", subject=user, now=NOW, fields=["name"])
    session.commit()
    session.refresh(line)
    assert (line.subject_kind, line.subject_id) == ("user", user.id)
    assert line.facts == {"fields": ["name"]}
    assert line.at == NOW
