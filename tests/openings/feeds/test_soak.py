"""Two days of two feeds with faults by chance: in the end, exactly what the sources have."""

import gzip
import json
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from openings.feeds.models import FeedKind, Reach
from tests.openings.feeds.conftest import Desk
from tests.openings.feeds.source import Fault, World


def real(folder: Path, name: str) -> list[dict[str, Any]]:
    with gzip.open(folder / name, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


class Life:
    """Ads come, change and go at both sources."""

    def __init__(self, world: World, chance: Random, folder: Path) -> None:
        self.world, self.chance = world, chance
        self.swedish = {ad["id"]: ad for ad in real(folder, "ads_se_jobtech.jsonl.gz")[:30]}
        self.norwegian = {ad["uuid"]: ad for ad in real(folder, "ads_no_nav.jsonl.gz")[:30]}
        self.active: set[str] = set()
        self.changes = 0

    def hour(self) -> None:
        """What happens within one hour."""
        for _turn in range(self.chance.randrange(3)):
            self.world.pass_time(minutes=self.chance.random() * 9)
            self.changes += 1
            self._swedish(self.chance.choice(sorted(self.swedish)))
            self._norwegian(self.chance.choice(sorted(self.norwegian)))

    def _swedish(self, ad_id: str) -> None:
        if ad_id in self.world.ads and self.chance.random() < 0.5:
            self.world.remove(ad_id)
        else:
            changed = {"headline": f"{self.swedish[ad_id]['headline']} {self.changes}"}
            self.world.tell(self.swedish[ad_id] | changed)

    def _norwegian(self, uuid: str) -> None:
        if uuid in self.active and self.chance.random() < 0.5:
            self.active.remove(uuid)
            self.world.tell_nav({"uuid": uuid}, status="INACTIVE")
        else:
            self.active.add(uuid)
            titled = {"title": f"{self.norwegian[uuid]['title']} {self.changes}"}
            self.world.tell_nav(self.norwegian[uuid] | titled)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_two_days_with_faults_end_with_what_the_sources_have(desk: Desk, shared_data: Path) -> None:
    chance = Random(20261102)
    faults = [Fault.ERROR, Fault.TOO_OFTEN, Fault.LONG_WAIT, Fault.CUT, Fault.BROKEN]
    life = Life(desk.world, chance, shared_data)
    desk.world.draw = lambda: chance.choice(faults) if chance.random() < 0.25 else None
    feeds = [desk.feed(FeedKind.JOBSTREAM), desk.feed(FeedKind.NAV)]
    began, broken = desk.world.now, 0
    for hour in range(48):
        life.hour()
        desk.world.now = began + timedelta(hours=hour + 1)
        reach = Reach.WHOLE if desk.world.now.hour == 2 else Reach.NEWS
        broken += sum(bool(desk.run(feed_id, reach).error) for feed_id in feeds)
    assert broken > 5
    desk.world.draw = None
    assert not any(desk.run(feed_id, Reach.WHOLE).error for feed_id in feeds)
    swedish = set(desk.world.ads)
    standing = desk.standing()
    assert set(standing) == swedish | life.active
    assert len(desk.openings()) == len({each.source_id for each in desk.openings()})
    said = {ad_id: desk.world.ads[ad_id]["headline"].rpartition(" ")[2] for ad_id in swedish}
    assert said == {ad_id: standing[ad_id].rpartition(" ")[2] for ad_id in swedish}
