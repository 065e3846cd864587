"""Several connections at once on a real database: no youth is lost and none is doubled."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from accounts.models import AuditEntry, RoleName, Team, User
from foundation.db import session_for
from foundation.records import Record
from foundation.sheets import SheetRow
from placements.merging import gather, merge
from tests.factories import NOW, make_caseworker, make_team, make_user, make_youth
from tests.racing import together
from tests.suggestions.makers import make_suggestion
from tests.youths.agencies.makers import URL, make_together
from youths import bulk, service
from youths.agencies import notes
from youths.agencies.models import AgencyNote
from youths.facts import YouthFacts
from youths.importing import import_youths
from youths.models import Youth

LATER = NOW + timedelta(hours=1)


def two_of_one(session: Session) -> tuple[UUID, UUID, UUID, datetime]:
    """Two rows for one youth, their coordinator, and the version that both have."""
    ove = make_user(session, RoleName.COORDINATOR)
    sara = make_caseworker(session, make_team(session, ove))
    one = make_youth(session, sara, alias="Wilma", wishes=["kök"])
    other = make_youth(session, sara, alias="Vilma", wishes=["lager"])
    for youth in (one, other):
        make_suggestion(session, youth)
    return one.id, other.id, ove.id, one.updated_at


def merging(duplicate: UUID, kept: UUID, by: UUID) -> Callable[[Session], object]:
    def act(session: Session) -> None:
        two = [session.get_one(Youth, each) for each in (duplicate, kept)]
        coordinator = session.get_one(User, by)
        merge(session, two[0], two[1], by=coordinator, public_url=URL, now=LATER)

    return act


def standing(session: Session) -> list[Youth]:
    return list(session.exec(select(Youth).where(col(Youth.merged_into_id).is_(None))))


def test_of_two_who_merge_the_same_two_youths_at_once_one_does(fresh_engine: Engine) -> None:
    with session_for(fresh_engine) as session:
        one, other, ove, _version = two_of_one(session)

    went = together(fresh_engine, merging(one, other, ove), merging(other, one, ove))

    assert sorted(went) == [False, True]
    with Session(fresh_engine) as session:
        [left] = standing(session)
        assert left.id == (other if went[0] else one)
        assert sorted(left.wishes) == ["kök", "lager"]
        lines = session.exec(select(AuditEntry).where(AuditEntry.action == "youth.merged"))
        assert len(lines.all()) == 2


def test_what_a_colleague_writes_while_two_are_merged_is_kept_or_refused(
    fresh_engine: Engine,
) -> None:
    with session_for(fresh_engine) as session:
        one, other, ove, version = two_of_one(session)

    def editing(youth_id: UUID) -> Callable[[Session], object]:
        def act(session: Session) -> None:
            youth, by = session.get_one(Youth, youth_id), session.get_one(User, ove)
            facts = replace(YouthFacts.of(youth), about=f"Om {youth.alias}")
            service.change(session, youth, facts, seen_at=version, by=by, now=LATER)

        return act

    merged, *edited = together(fresh_engine, merging(one, other, ove), *map(editing, (one, other)))

    assert merged
    with Session(fresh_engine) as session:
        [left] = standing(session)
        written = {
            f"Om {name}" for name, went in zip(("Wilma", "Vilma"), edited, strict=True) if went
        }
        assert set(left.about.split("\n")) - {""} == written
        assert sorted(left.wishes) == ["kök", "lager"]


def test_what_is_noted_while_two_are_merged_goes_along(fresh_engine: Engine) -> None:
    with session_for(fresh_engine) as session:
        all_ = make_together(session)
        twin = make_youth(session, all_.sara, team_id=all_.team.id)
        one, other, ove, sara = twin.id, all_.youth.id, all_.ove.id, all_.sara.id

    def noting(session: Session) -> None:
        youth, by = session.get_one(Youth, one), session.get_one(User, sara)
        notes.write(session, youth, "Hej", by=by, now=LATER)

    assert together(fresh_engine, merging(one, other, ove), noting, noting) == [True] * 3
    with session_for(fresh_engine) as session:
        gather(session, now=LATER)
    with Session(fresh_engine) as session:
        assert session.exec(select(AgencyNote.youth_id)).all() == [other, other]


def test_the_same_table_taken_in_twice_at_once_makes_each_youth_once(
    fresh_engine: Engine,
) -> None:
    with session_for(fresh_engine) as session:
        ove = make_user(session, RoleName.COORDINATOR)
        team = make_team(session, ove)
        team_id, ove_id = team.id, ove.id
    named = ("Alma", "Bosse", "Cilla", "Doris", "Evert", "Frida")
    keys = ("k1", "k2", "k3", "", "", "")
    rows = [
        SheetRow(number, {"Alias": name, "Födelseår": "2005", "Egen beteckning": key})
        for number, (name, key) in enumerate(zip(named, keys, strict=True), start=2)
    ]

    def take_in(session: Session) -> None:
        by, team = session.get_one(User, ove_id), session.get_one(Team, team_id)
        bulk.take_in(session, team, rows, responsible=by, by=by, now=NOW)

    assert together(fresh_engine, take_in, take_in) == [True, True]
    with Session(fresh_engine) as session:
        assert tuple(sorted(session.exec(select(Youth.alias)))) == named


def test_the_same_file_of_another_system_read_twice_at_once_makes_each_youth_once(
    fresh_engine: Engine,
) -> None:
    with session_for(fresh_engine) as session:
        sara = make_caseworker(session)
        [team_id] = session.exec(select(Team.id))
        sara_id = sara.id
    lines = [Record(number, {"id": f"k{number}", "born": 2005}) for number in range(1, 7)]

    def read(session: Session) -> None:
        by, team = session.get_one(User, sara_id), session.get_one(Team, team_id)
        done = import_youths(session, lines, team=team, responsible=by, now=NOW)
        assert done.problems == []

    assert together(fresh_engine, read, read) == [True, True]
    with Session(fresh_engine) as session:
        keys = session.exec(select(Youth.exchange_id)).all()
        assert sorted(filter(None, keys)) == sorted(f"k{number}" for number in range(1, 7))
