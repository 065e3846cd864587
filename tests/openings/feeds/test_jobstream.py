"""JobStream: first all, then what is new; nothing is doubled, lost or emptied by a fault."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from foundation.db import session_for
from openings.feeds import running
from openings.feeds.jobstream import on_the_wall
from openings.feeds.models import Feed, FeedError, Reach
from openings.models import OpeningState
from tests.openings.ads import jobtech_ad
from tests.openings.feeds.conftest import Desk
from tests.openings.feeds.source import Fault


def counts(run: object) -> dict[str, int]:
    names = ("read", "new", "changed", "unchanged", "closed", "outside", "refused")
    return {name: count for name in names if (count := getattr(run, name))}


def test_a_feed_reads_all_and_then_what_is_new(desk: Desk) -> None:
    world = desk.world
    for number in ("1", "2", "3"):
        world.tell(jobtech_ad(id=number, headline=f"Kock {number}"))
    world.pass_time(minutes=4)
    feed_id = desk.feed()
    assert counts(desk.run(feed_id)) == {"read": 6, "new": 3, "unchanged": 3}
    assert desk.get(feed_id).cursor.until == world.now
    world.pass_time(minutes=2)
    world.tell(jobtech_ad(id="1", headline="Kökschef"))
    world.remove("2")
    world.pass_time(hours=1)
    assert counts(desk.run(feed_id)) == {
        "read": 5,
        "changed": 1,
        "unchanged": 3,
        "closed": 1,
    }
    assert desk.standing() == {"1": "Kökschef", "3": "Kock 3"}
    gone = next(each for each in desk.openings() if each.source_id == "2")
    assert (gone.headline, gone.state) == ("Kock 2", OpeningState.CLOSED)
    assert gone.description
    assert counts(desk.run(feed_id)) == {}


def test_a_snapshot_closes_what_the_source_no_longer_has(desk: Desk) -> None:
    for number in ("1", "2"):
        desk.world.tell(jobtech_ad(id=number))
    feed_id = desk.feed()
    desk.run(feed_id)
    desk.world.pass_time(hours=5)
    del desk.world.ads["2"]
    assert counts(desk.run(feed_id, Reach.WHOLE)) == {"read": 1, "unchanged": 1, "closed": 1}
    assert list(desk.standing()) == ["1"]


def test_a_snapshot_that_has_shrunk_beyond_belief_closes_nothing(desk: Desk) -> None:
    for number in range(120):
        desk.world.tell(jobtech_ad(id=str(number)))
    feed_id = desk.feed()
    desk.run(feed_id)
    desk.world.pass_time(hours=5)
    desk.world.ads = dict(list(desk.world.ads.items())[:30])
    run = desk.run(feed_id, Reach.WHOLE)
    assert (run.error, run.detail) == (FeedError.SHRUNK, "90 of 120")
    assert len(desk.standing()) == 120
    assert desk.get(feed_id).failures == 1
    believing = replace(desk.reading, believes=True)
    assert running.run(believing, feed_id, Reach.WHOLE).run.closed == 90
    assert len(desk.standing()) == 30


@pytest.mark.parametrize("fault", [Fault.ERROR, Fault.TOO_OFTEN, Fault.CUT, Fault.SLOW])
def test_a_fault_that_passes_costs_nothing_but_time(desk: Desk, fault: Fault) -> None:
    for number in range(9):
        desk.world.tell(jobtech_ad(id=str(number)))
    desk.world.faults.extend([fault, None, fault])
    desk.patience = 0.25 if fault is Fault.SLOW else desk.patience
    run = desk.run(desk.feed())
    assert (run.error, run.new, len(desk.standing())) == (None, 9, 9)
    assert len(desk.slept) == 2
    assert fault is not Fault.TOO_OFTEN or min(desk.slept) >= 7


def test_a_source_that_asks_for_an_hour_gets_it(desk: Desk) -> None:
    desk.world.tell(jobtech_ad())
    feed_id = desk.feed()
    desk.world.faults.append(Fault.LONG_WAIT)
    assert desk.run(feed_id).error is FeedError.TOO_OFTEN
    assert (desk.get(feed_id).not_before, desk.slept) == (
        desk.world.now.replace(hour=9),
        [],
    )


def test_a_broken_line_is_refused_and_its_ad_stays(desk: Desk) -> None:
    for number in ("1", "2"):
        desk.world.tell(jobtech_ad(id=number))
    feed_id = desk.feed()
    desk.run(feed_id)
    desk.world.pass_time(hours=5)
    desk.world.faults.append(Fault.BROKEN)
    run = desk.run(feed_id, Reach.WHOLE)
    assert (run.refused, run.closed, sorted(desk.standing())) == (1, 0, ["1", "2"])


def test_what_leaves_the_scope_is_closed_and_what_is_let_in_again_opens(desk: Desk) -> None:
    elsewhere = jobtech_ad()["workplace_address"] | {
        "municipality": "Nyköping",
        "municipality_code": "0480",
        "region_code": "04",
    }
    desk.world.tell(jobtech_ad(id="1"))
    desk.world.tell(jobtech_ad(id="2", workplace_address=elsewhere))
    feed_id = desk.feed(counties=["SE-21"], occupation_fields=[])
    run = desk.run(feed_id)
    assert (run.new, list(desk.standing())) == (1, ["1"])
    desk.world.pass_time(hours=1)
    desk.world.tell(jobtech_ad(id="1", workplace_address=elsewhere))
    assert desk.run(feed_id).closed == 1
    desk.world.pass_time(hours=1)
    with_scope(desk, feed_id, ["SE-04"])
    assert desk.run(feed_id, Reach.WHOLE).changed == 1
    assert sorted(desk.standing()) == ["1", "2"]
    with_scope(desk, feed_id, ["SE-21"])
    assert desk.run(feed_id).closed == 2
    assert desk.standing() == {}


def with_scope(desk: Desk, feed_id: UUID, counties: list[str]) -> None:
    with session_for(desk.engine) as session:
        session.get_one(Feed, feed_id).counties = counties


def test_the_hour_that_comes_twice_is_asked_for_from_before_it() -> None:
    first, second = (datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1))
    assert on_the_wall(first) == on_the_wall(second) == "2026-10-25T01:30:00"
    assert on_the_wall(datetime(2026, 10, 25, 2, 30, tzinfo=UTC)) == "2026-10-25T03:30:00"
