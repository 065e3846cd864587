"""The demo shows what agencies do together, once of each kind."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from flask import Flask
from sqlmodel import Session, col, select

from accounts.models import User
from demo import loading, together
from tests.factories import NOW, TODAY
from youths.agencies import referrals, waiting
from youths.agencies.models import AgencyNote, AgencyShare, Handover
from youths.agencies.waiting import Todo


def test_the_demo_has_one_of_each(app: Flask, session: Session) -> None:
    with app.app_context():
        loading.load_once(session, now=NOW, zone=ZoneInfo("Europe/Stockholm"))
        together.set_out(session, public_url="https://farled.example", now=NOW)
    lisa = session.exec(select(User).where(User.name == "Lisa Holm")).one()

    found = {task.todo: task for task in waiting.tasks(session, lisa, today=TODAY)}

    assert set(found) == {Todo.ANSWER_HANDOVER, Todo.AWAIT_ANSWER}
    assert found[Todo.AWAIT_ANSWER].is_overdue
    assert found[Todo.ANSWER_HANDOVER].due_on == TODAY + timedelta(days=2)
    assert session.exec(select(Handover)).one().to_id == lisa.id
    (sent,) = referrals.repeated(session, lisa, today=TODAY)
    assert sent.times == 3
    notes = session.exec(select(AgencyNote)).all()
    shared = session.exec(
        select(AgencyShare.revoked_at).where(col(AgencyShare.note_id).is_not(None))
    ).all()
    assert (len(notes), len(shared), sum(each is not None for each in shared)) == (5, 3, 1)
