"""A process that is killed in the middle of an import loses nothing and doubles nothing."""

import signal
import time
from multiprocessing import get_context

from sqlmodel import Session, col, func, select

from openings.feeds.models import FeedRun, Reach
from openings.models import Opening
from tests.openings.ads import jobtech_ad
from tests.openings.feeds.conftest import Desk
from tests.openings.feeds.reading_whole import read_whole

COUNT = 2_500
FORKS = get_context("forkserver")
"""One process imports the code, and those to be killed are copies of it."""
FORKS.set_forkserver_preload([read_whole.__module__])


def test_a_killed_import_goes_on_where_it_was(desk: Desk) -> None:
    for number in range(COUNT):
        desk.world.tell(jobtech_ad(id=str(number), headline=f"Kock {number}"))
    feed_id = desk.feed()
    url = desk.engine.url.render_as_string(hide_password=False)
    process = FORKS.Process(target=read_whole, args=(url, feed_id))
    process.start()
    while process.is_alive() and count(desk) < 500:
        time.sleep(0.02)
    process.kill()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    run = desk.run(feed_id, Reach.WHOLE)
    with Session(desk.engine) as session:
        killed = session.exec(select(FeedRun).where(FeedRun.id != run.id)).one()
    assert killed.ended_at is None
    assert 500 <= killed.new < COUNT
    assert (run.new, run.error) == (COUNT - killed.new, None)
    assert count(desk) == COUNT
    assert len(desk.standing()) == COUNT


def count(desk: Desk) -> int:
    with Session(desk.engine) as session:
        return session.exec(select(func.count(col(Opening.id)))).one()
