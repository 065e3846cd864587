"""The page of feeds: how they stand, asking for a run, and setting them up."""

from typing import Any

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, User
from openings.feeds.models import Cursor, Feed, FeedError, FeedKind, FeedRun, Reach
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import NOW, make_user


@pytest.fixture
def administrator(client: Client, session: Session) -> User:
    user = make_user(session, RoleName.ADMINISTRATOR)
    client.sign_in(user)
    return user


def make_feed(session: Session, name: str = "Platsbanken", **facts: Any) -> Feed:
    known: dict[str, Any] = {"kind": FeedKind.NEIGHBOUR, "address": "https://example.org"} | facts
    feed = Feed(name=name, created_at=NOW, updated_at=NOW, **known)
    session.add(feed)
    session.flush()
    return feed


def make_run(session: Session, feed: Feed, **facts: Any) -> FeedRun:
    run = FeedRun(feed_id=feed.id, reach=Reach.NEWS, began_at=NOW, ended_at=NOW, **facts)
    session.add(run)
    session.flush()
    return run


@pytest.mark.usefixtures("administrator")
def test_each_feed_stands_with_its_last_run(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    make_run(session, make_feed(session, read_at=NOW), read=120, new=7, closed=3, refused=1)
    with count_queries() as one:
        client.get("/feeds")
    broken = make_feed(session, "Grannen", failures=2)
    make_run(session, broken, error=FeedError.UNREACHABLE, detail="503")
    with count_queries() as two:
        page = words(client.get("/feeds"))
    assert len(one) == len(two)
    assert "120 7 0 3 1" in page
    assert "Nästa börjar" in page
    assert "Grannen: Källan svarar inte. De andra flödena läses som vanligt." in page
    runs = words(client.get(f"/feeds/{broken.id}"))
    assert "Källan svarar inte. 503" in runs


def test_a_run_is_asked_for_and_not_made_in_the_request(client: Client, session: Session) -> None:
    client.sign_in(make_user(session, RoleName.COORDINATOR))
    feed = make_feed(session)
    assert "läses inom en minut" in words(client.follow(f"/feeds/{feed.id}/run"))
    session.refresh(feed)
    assert feed.wished_at is not None
    assert session.exec(select(FeedRun)).all() == []
    assert "feed.wished" in {entry.action for entry in session.exec(select(AuditEntry))}


def test_a_coordinator_is_told_on_her_desk_and_a_caseworker_is_not(
    client: Client, session: Session
) -> None:
    make_feed(session, "Grannen", failures=1)
    client.sign_in(make_user(session, RoleName.COORDINATOR))
    assert "Flöden som behöver ses över" in client.get("/desk")
    client.sign_in(make_user(session, RoleName.CASEWORKER))
    assert "Flöden som behöver ses över" not in client.get("/desk")


@pytest.mark.usefixtures("administrator")
def test_a_feed_is_set_up_and_read_anew_where_its_scope_is_another(
    client: Client, session: Session
) -> None:
    told = {"name": "NAV", "kind": "nav", "address": "https://nav.example.org/", "is_on": "y"}
    client.post("/feeds/new", told | {"counties": ["NO-32"]})
    feed = session.exec(select(Feed)).one()
    assert (feed.address, feed.counties, feed.is_on) == (
        "https://nav.example.org",
        ["NO-32"],
        True,
    )
    feed.cursor, feed.wished_at = Cursor(page="/api/v1/feed/7"), None
    session.flush()
    client.post(f"/feeds/{feed.id}/edit", told | {"counties": ["NO-32", "NO-03"]})
    session.refresh(feed)
    assert (feed.cursor, feed.wished_at is None) == (Cursor(), False)
    assert "redan ett flöde av den sorten" in client.post(
        "/feeds/new", told | {"name": "NAV 2"}, expect=200
    )
    assert "https://" in client.post(
        "/feeds/new",
        told | {"name": "X", "kind": "sheet", "address": "file:///etc/passwd"},
        expect=200,
    )
    assert len(session.exec(select(Feed)).all()) == 1


@pytest.mark.parametrize("role", [RoleName.CASEWORKER, RoleName.EMPLOYER, RoleName.STEERING])
def test_others_see_no_feeds(client: Client, session: Session, role: RoleName) -> None:
    client.sign_in(make_user(session, role))
    client.get("/feeds", expect=403)
