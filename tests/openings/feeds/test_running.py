"""Feeds run one after the other: a broken one stops only itself, and a wish is taken up once."""

from datetime import timedelta

from sqlmodel import Session

from accounts.models import RoleName
from foundation.db import session_for
from openings.feeds import queries, running, service
from openings.feeds.models import Feed, FeedKind, Reach
from openings.models import OpeningState
from tests.factories import make_user
from tests.openings.ads import jobtech_ad, nav_content
from tests.openings.feeds.conftest import Desk
from tests.openings.feeds.source import Fault


def test_a_broken_feed_stops_only_itself_and_is_told_of(desk: Desk) -> None:
    desk.world.tell(jobtech_ad())
    desk.world.tell_nav(nav_content())
    broken = desk.feed(address="http://127.0.0.1:9")
    desk.feed(FeedKind.NAV)
    totals = running.run_due(desk.reading, Reach.NEWS)
    assert (totals["broken"], totals["new"], totals["texts"]) == (1, 1, 1)
    with Session(desk.engine) as session:
        (told,) = queries.broken(session, now=desk.world.now)
    assert (told.feed.id, told.feed.failures) == (broken, 1)


def test_a_feed_that_nothing_has_come_from_for_long_is_told_of(desk: Desk) -> None:
    desk.run(desk.feed())
    with Session(desk.engine) as session:
        assert queries.broken(session, now=desk.world.now) == []
        assert len(queries.broken(session, now=desk.world.now + timedelta(hours=27))) == 1


def test_a_wish_is_taken_up_once_and_never_sooner_than_the_source_asks(desk: Desk) -> None:
    desk.world.tell(jobtech_ad())
    feed_id = desk.feed()
    assert running.run_wished(desk.reading) == {}
    with session_for(desk.engine) as session:
        user = make_user(session, RoleName.ADMINISTRATOR)
        service.wish(session, session.get_one(Feed, feed_id), by=user, now=desk.world.now)
    desk.world.faults.append(Fault.LONG_WAIT)
    assert running.run_wished(desk.reading)["broken"] == 1
    with session_for(desk.engine) as session:
        session.get_one(Feed, feed_id).wished_at = desk.world.now
    assert running.run_wished(desk.reading) == {}
    desk.world.pass_time(hours=2)
    assert running.run_wished(desk.reading)["new"] == 1
    assert running.run_wished(desk.reading) == {}


def test_a_removal_takes_effect_at_once(desk: Desk) -> None:
    desk.world.tell(jobtech_ad())
    feed_id = desk.feed()
    desk.run(feed_id)
    desk.world.pass_time(minutes=30)
    desk.world.remove("29000001")
    desk.run(feed_id)
    (opening,) = desk.openings()
    assert (opening.state, opening.closed_at) == (OpeningState.CLOSED, desk.world.now)
