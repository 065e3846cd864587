"""The demo shows events: two that were held, one that is coming, and a directory of partners."""

from zoneinfo import ZoneInfo

from flask import Flask
from sqlmodel import Session, col, func, select

from accounts.models import Team
from demo import gatherings, loading
from events import series
from events.models import Event, EventState
from events.partners.models import Partner
from placements.event_results import yields_of
from tests.factories import NOW


def test_two_were_held_and_one_is_coming(app: Flask, session: Session) -> None:
    with app.app_context():
        loading.load_once(session, now=NOW, zone=ZoneInfo("Europe/Stockholm"))
        gatherings.set_out(session, public_url="https://farled.example", now=NOW)
    team = session.exec(select(Team).where(Team.municipality == "2182")).one()
    [counter] = series.counters(session, [team])
    assert (counter.held, counter.ahead, counter.goal) == (1, 1, 9)
    events = session.exec(select(Event).order_by(col(Event.starts_at))).all()
    states = [EventState.HELD, EventState.HELD, EventState.ANNOUNCED]
    assert [event.state for event in events] == states
    assert yields_of(session, events)[events[0].id].openings > 0
    assert session.exec(select(func.count()).select_from(Partner)).one() == 49
