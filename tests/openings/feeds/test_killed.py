"""A process that is killed in the middle of an import loses nothing and doubles nothing."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlmodel import Session, col, func, select

from foundation.settings import ROOT
from openings.feeds.models import FeedRun, Reach
from openings.models import Opening
from tests.openings.ads import jobtech_ad
from tests.openings.feeds.conftest import Desk

COUNT = 2_500
RUN = """
import sys
from uuid import UUID
from foundation.db import engine_from
from openings.feeds.models import Reach
from openings.feeds.running import Reading, run
run(Reading(engine_from(sys.argv[1])), UUID(sys.argv[2]), Reach.WHOLE)
"""


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_killed_import_goes_on_where_it_was(desk: Desk, tmp_path: Path) -> None:
    for number in range(COUNT):
        desk.world.tell(jobtech_ad(id=str(number), headline=f"Kock {number}"))
    feed_id = desk.feed()
    url = desk.engine.url.render_as_string(hide_password=False)
    process = subprocess.Popen([sys.executable, "-c", RUN, url, str(feed_id)], cwd=ROOT)
    while process.poll() is None and count(desk) < 500:
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    kept = count(desk)
    assert 500 <= kept < COUNT
    with Session(desk.engine) as session:
        (killed,) = session.exec(select(FeedRun)).all()
    assert (killed.ended_at, killed.new) == (None, kept)
    run = desk.run(feed_id, Reach.WHOLE)
    assert (run.new, run.error) == (COUNT - kept, None)
    assert count(desk) == COUNT
    assert len(desk.standing()) == COUNT


def count(desk: Desk) -> int:
    with Session(desk.engine) as session:
        return session.exec(select(func.count(col(Opening.id)))).one()
