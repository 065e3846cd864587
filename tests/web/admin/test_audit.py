"""The audit log is searched, and reading it is written down in it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, select

from accounts import audit
from accounts.models import AuditEntry, RoleName, User
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import NOW, make_user

STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.fixture
def administrator(client: Client, session: Session) -> User:
    user = make_user(session, RoleName.ADMINISTRATOR, name="Eva")
    client.sign_in(user)
    return user


@pytest.fixture
def cilla(session: Session) -> User:
    return make_user(session, name="Cilla Ek", email="cilla@example.org")


def lines_on(page: str) -> int:
    return words(page).count("2026-11-2")


@pytest.mark.usefixtures("administrator")
def test_a_line_says_who_did_what_to_what_and_when(
    client: Client, session: Session, cilla: User
) -> None:
    audit.record(session, by=cilla, action="user.seen", subject=cilla, now=NOW, fields=["a", "b"])
    page = words(client.get("/admin/audit-log"))
    assert f"2026-11-23 09:00:00 Cilla Ek user.seen user {str(cilla.id)[:8]} fields: a, b" in page


@pytest.mark.usefixtures("administrator")
def test_the_log_is_searched_by_person_action_and_subject(
    client: Client, session: Session, cilla: User
) -> None:
    other = make_user(session, name="Dan")
    audit.record(session, by=cilla, action="user.seen", subject=other, now=NOW)
    audit.record(session, by=other, action="user.changed", subject=cilla, now=NOW)
    assert lines_on(client.get("/admin/audit-log?who=CILLA@example")) == 1
    assert lines_on(client.get("/admin/audit-log?action=user.changed")) == 1
    address = f"http://here/youths/{other.id}/suggestions"
    assert lines_on(client.get(f"/admin/audit-log?subject={address}")) == 1
    assert "Inget i loggen" in client.get("/admin/audit-log?who=nobody")


@pytest.mark.usefixtures("administrator")
def test_a_day_is_the_day_on_the_wall_here(client: Client, session: Session, cilla: User) -> None:
    midnight = datetime(2026, 11, 23, tzinfo=STOCKHOLM)
    for moment in (midnight - timedelta(seconds=1), midnight):
        audit.record(session, by=cilla, action="user.seen", subject=cilla, now=moment)
    page = words(client.get("/admin/audit-log?since=2026-11-23&until=2026-11-23&who=cilla"))
    assert "2026-11-23 00:00:00" in page
    assert "23:59:59" not in page


def test_reading_the_log_is_written_in_the_log(
    client: Client, session: Session, administrator: User
) -> None:
    client.get("/admin/audit-log?who=Eva&action=user.seen")
    line = session.exec(select(AuditEntry).where(AuditEntry.action == "audit.viewed")).one()
    assert line.actor_id == administrator.id
    assert line.facts == {"filters": ["who", "action"]}
    assert line.request_id


@pytest.mark.usefixtures("administrator")
def test_many_lines_take_few_questions(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    for _line in range(60):
        user = make_user(session)
        audit.record(session, by=user, action="user.seen", subject=user, now=NOW)
    with count_queries() as questions:
        page = client.get("/admin/audit-log")
    assert len(questions) < 12
    assert "Sida 1 av 2" in page
