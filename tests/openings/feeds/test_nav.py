"""NAV's feed: pages that overlap, a key with a label, and ads that must be taken down at once."""

import pytest

from foundation.db import session_for
from openings.feeds.fetching import FeedBroken
from openings.feeds.models import Cursor, Feed, FeedError, FeedKind
from openings.feeds.nav import AT_ONCE, Nav, token_in
from tests.openings.ads import nav_content
from tests.openings.feeds.conftest import Desk
from tests.openings.feeds.source import TOKEN, Fault

ON_SQLITE = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
"""What is written is the same as of JobStream, which is tested on both databases."""


def ad(number: int, **parts: object) -> dict[str, object]:
    return nav_content(uuid=f"ad-{number}", title=f"Kokk {number}", **parts)


def entries_asked(desk: Desk) -> int:
    asked = sum("feedentry" in path for path in desk.world.asked)
    desk.world.asked.clear()
    return asked


@ON_SQLITE
def test_pages_are_read_in_turn_and_each_item_once(desk: Desk) -> None:
    for number in range(12):
        desk.world.tell_nav(ad(number))
    feed_id = desk.feed(FeedKind.NAV)
    run = desk.run(feed_id)
    assert (run.error, run.new, run.unchanged, entries_asked(desk)) == (None, 12, 0, 12)
    cursor = desk.get(feed_id).cursor
    assert (cursor.page, cursor.item) == ("/api/v1/feed/page-2", "item-11")
    assert (desk.run(feed_id).read, desk.world.asked[-1]) == (0, "/api/v1/feed/page-2")
    desk.world.pass_time(hours=1)
    desk.world.tell_nav(ad(3), status="INACTIVE")
    desk.world.tell_nav(ad(4, description="Ny tekst"))
    run = desk.run(feed_id)
    assert (run.closed, run.changed, run.new) == (1, 1, 0)
    assert "ad-3" not in desk.standing()


@ON_SQLITE
def test_a_few_entries_are_asked_for_at_a_time_and_none_while_one_must_wait(desk: Desk) -> None:
    for number in range(20):
        desk.world.tell_nav(ad(number))
    desk.world.lag = 0.02
    desk.world.faults.extend([None, None, Fault.TOO_OFTEN])
    run = desk.run(desk.feed(FeedKind.NAV))
    assert (run.error, run.new, entries_asked(desk)) == (None, 20, 21)
    assert 1 < desk.world.most_at_once <= AT_ONCE
    assert desk.slept == [7.0]


@ON_SQLITE
def test_an_empty_feed_is_no_fault(desk: Desk) -> None:
    feed_id = desk.feed(FeedKind.NAV)
    assert (desk.run(feed_id).error, desk.get(feed_id).cursor.page) == (None, None)


@ON_SQLITE
def test_an_inactive_ad_is_taken_down_whatever_the_scope_says(desk: Desk) -> None:
    desk.world.tell_nav(ad(1))
    feed_id = desk.feed(FeedKind.NAV, counties=["NO-32"])
    assert desk.run(feed_id).new == 1
    desk.world.pass_time(hours=1)
    desk.world.tell_nav({"uuid": "ad-1"}, status="INACTIVE")
    assert (desk.run(feed_id).closed, desk.standing()) == (1, {})


@ON_SQLITE
def test_an_ad_of_another_county_is_not_even_asked_for(desk: Desk) -> None:
    desk.world.tell_nav(ad(1))
    run = desk.run(desk.feed(FeedKind.NAV, counties=["NO-03"]))
    assert (run.outside, desk.standing(), entries_asked(desk)) == (1, {}, 0)


@ON_SQLITE
def test_an_ad_that_is_gone_when_it_is_asked_for_is_no_opening(desk: Desk) -> None:
    desk.world.tell_nav(ad(1))
    desk.world.entries.clear()
    assert (desk.run(desk.feed(FeedKind.NAV)).error, desk.standing()) == (None, {})


@ON_SQLITE
def test_a_broken_page_is_asked_for_again_and_what_was_read_stays(desk: Desk) -> None:
    for number in range(7):
        desk.world.tell_nav(ad(number))
    feed_id = desk.feed(FeedKind.NAV)
    desk.world.faults.extend([None, Fault.BROKEN, Fault.CUT, *[None] * 6, *[Fault.ERROR] * 6])
    run = desk.run(feed_id)
    assert (run.error, run.new) == (FeedError.UNREACHABLE, 5)
    assert desk.run(feed_id).new == 2
    assert len(desk.standing()) == 7


@ON_SQLITE
def test_a_page_that_leads_to_another_host_gets_no_key(desk: Desk) -> None:
    feed_id = desk.feed(FeedKind.NAV)
    with session_for(desk.engine) as session:
        elsewhere = Cursor(page="http://elsewhere.example.org/api/v1/feed/1")
        session.get_one(Feed, feed_id).cursor = elsewhere
    assert desk.run(feed_id).error is FeedError.NOT_A_FEED
    assert desk.world.asked == []


def test_the_key_is_found_behind_its_label_and_never_shown() -> None:
    assert token_in(f"Current public token for Nav:\n{TOKEN}\n") == TOKEN
    assert TOKEN not in repr(Nav("https://example.org", None, TOKEN))  # type: ignore[arg-type]
    with pytest.raises(FeedBroken):
        token_in("no key today")
