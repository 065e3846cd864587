"""Youths from another system: told facts come in, and nothing known is lost."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from accounts.models import AuditEntry, Team, User
from foundation.records import BadRecord, Record, Row
from tests.factories import make_caseworker, make_team, make_user
from youths.importing import Summary, import_youths
from youths.models import Youth
from youths.service import NotOfTheTeam

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

TakeIn = Callable[..., Summary]


@pytest.fixture
def caseworker(session: Session, team: Team) -> User:
    return make_caseworker(session, team)


@pytest.fixture
def team(session: Session) -> Team:
    return make_team(session)


@pytest.fixture
def take_in(session: Session, team: Team, caseworker: User) -> TakeIn:
    """Imports these lines to the team."""

    def taken(*lines: dict[str, Any], now: datetime = NOW) -> Summary:
        rows = [Record(number, line) for number, line in enumerate(lines, start=1)]
        return import_youths(session, rows, team=team, responsible=caseworker, now=now)

    return taken


def only(session: Session) -> Youth:
    return session.exec(select(Youth)).one()


def test_a_new_youth_is_registered_with_her_caseworker(
    session: Session, take_in: TakeIn, team: Team, caseworker: User
) -> None:
    assert take_in({"id": "y01", "wishes": ["lager"]}) == Summary(new=1)
    youth = only(session)
    assert (youth.team_id, youth.responsible_id) == (team.id, caseworker.id)
    assert (youth.exchange_id, youth.alias, youth.wishes) == ("y01", "y01", ["lager"])
    assert (youth.skills, youth.driving_licences) == (None, None)


def test_the_same_line_again_changes_nothing(session: Session, take_in: TakeIn) -> None:
    line = {"id": "y01", "skills": [], "experience": [{"title": "kock", "months": 8}]}
    take_in(line)
    before = only(session).model_dump()
    assert take_in(line, now=NOW + timedelta(days=1)) == Summary(unchanged=1)
    assert only(session).model_dump() == before


def test_a_changed_line_changes_what_it_tells_and_keeps_the_rest(
    session: Session, take_in: TakeIn
) -> None:
    take_in({"id": "y01", "alias": "Humlan", "skills": ["kassa"], "born": 2003})
    only(session).driving_licences = ["B"]
    session.flush()
    assert take_in({"id": "y01", "skills": []}) == Summary(changed=1)
    youth = only(session)
    assert youth.skills == []
    assert (youth.alias, youth.born, youth.driving_licences) == ("Humlan", 2003, ["B"])


def test_a_known_youth_keeps_her_caseworker(
    session: Session, take_in: TakeIn, team: Team, caseworker: User
) -> None:
    take_in({"id": "y01"})
    colleague = make_caseworker(session, team)
    rows = [Record(1, {"id": "y01", "born": 2004})]
    import_youths(session, rows, team=team, responsible=colleague, now=NOW)
    assert only(session).responsible_id == caseworker.id


def test_two_teams_may_use_the_same_id(session: Session, take_in: TakeIn) -> None:
    take_in({"id": "y01"})
    other = make_team(session)
    someone = make_caseworker(session, other)
    rows: list[Row] = [Record(1, {"id": "y01"})]
    summary = import_youths(session, rows, team=other, responsible=someone, now=NOW)
    assert summary == Summary(new=1)


def test_a_bad_line_is_told_of_and_spoils_nothing(
    session: Session, team: Team, caseworker: User
) -> None:
    rows: list[Row] = [
        Record(1, {"id": "y01"}),
        Record(2, {"id": "y02", "born": "x"}),
        BadRecord(3, "Raden är inte giltig JSON."),
        Record(4, {"id": "y04", "protected_identity": True, "home_municipality": "2182"}),
        Record(5, {"id": "y05"}),
    ]
    summary = import_youths(session, rows, team=team, responsible=caseworker, now=NOW)
    assert (summary.read, summary.new) == (5, 2)
    assert [number for number, _why in summary.problems] == [2, 3, 4]
    assert summary.problems[0][1] == "born: ska vara ett heltal"
    assert {youth.exchange_id for youth in session.exec(select(Youth))} == {"y01", "y05"}


def test_every_youth_that_comes_in_or_changes_leaves_an_audit_line(
    session: Session, take_in: TakeIn
) -> None:
    take_in({"id": "y01"})
    take_in({"id": "y01", "born": 2003}, now=NOW + timedelta(hours=1))
    lines = session.exec(select(AuditEntry).order_by(col(AuditEntry.at))).all()
    assert [(line.action, line.subject_id) for line in lines] == [
        ("youth.registered", only(session).id),
        ("youth.changed", only(session).id),
    ]
    assert lines[1].facts == {"fields": ["born"]}
    assert {line.actor_id for line in lines} == {None}


def test_only_a_caseworker_of_the_team_can_be_made_responsible(
    session: Session, team: Team
) -> None:
    rows = [Record(1, {"id": "y01"})]
    for stranger in (make_caseworker(session), make_user(session)):
        with pytest.raises(NotOfTheTeam):
            import_youths(session, rows, team=team, responsible=stranger, now=NOW)
    assert session.exec(select(Youth)).all() == []
