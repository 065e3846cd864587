"""Weekly letters are queued once, and only after the night's work is done."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlmodel import Session

from background import posting, runs, weekly
from background.resources import Resources
from tests.background.making import after_the_night, at, letters
from tests.digests.making import DAY, make_suggestion
from tests.factories import make_caseworker, make_youth
from tests.foundation.mail_server import MailServer


def test_digests_go_out_once_however_often_the_task_runs(
    resources: Resources, server: MailServer
) -> None:
    with Session(resources.engine) as session:
        caseworker = make_caseworker(session, email="karin@example.org")
        make_suggestion(session, make_youth(session, caseworker))
        session.commit()
    after_the_night(resources)
    assert weekly.send_digests(resources)["queued"] == 1
    assert not any(weekly.send_digests(resources).values())
    assert posting.deliver_letters(resources)["sent"] == 1
    after_the_night(at(resources, DAY))
    weekly.send_digests(at(resources, DAY))
    posting.deliver_letters(at(resources, DAY))
    assert server.accepted == ["karin@example.org"]


@pytest.mark.parametrize(
    ("night", "is_ready"),
    [
        ({}, False),
        ({weekly.REFRESH: runs.BEGUN, weekly.SHARE_OUT: runs.DONE}, False),
        ({weekly.REFRESH: runs.FAILED, weekly.SHARE_OUT: runs.DONE}, False),
        ({weekly.REFRESH: runs.DONE}, False),
        ({weekly.REFRESH: runs.DONE, weekly.SHARE_OUT: runs.BEGUN}, False),
        ({weekly.REFRESH: runs.DONE, weekly.SHARE_OUT: runs.DONE}, True),
    ],
    ids=["nothing", "refreshing", "broken", "not shared out", "sharing", "done"],
)
def test_no_digest_is_written_from_half_a_refresh(
    resources: Resources, night: dict[str, str], is_ready: bool
) -> None:
    with Session(resources.engine) as session:
        make_suggestion(session, make_youth(session))
        session.commit()
    after_the_night(resources, night)
    sent = weekly.send_digests(resources)
    assert (sent["queued"], sent.get("held", 0)) == ((1, 0) if is_ready else (0, 1))
    assert len(letters(resources.engine)) == int(is_ready)
    if not is_ready:
        after_the_night(at(resources, timedelta(hours=1)))
        assert weekly.send_digests(at(resources, timedelta(hours=1)))["queued"] == 1


def test_a_refresh_of_last_week_is_not_this_weeks(resources: Resources) -> None:
    with Session(resources.engine) as session:
        make_suggestion(session, make_youth(session))
        session.commit()
    after_the_night(at(resources, -DAY))
    assert weekly.send_digests(resources)["held"] == 1


def test_two_schedulers_at_once_queue_each_letter_once(resources: Resources) -> None:
    with Session(resources.engine) as session:
        for _number in range(6):
            make_suggestion(session, make_youth(session))
        session.commit()
    after_the_night(resources)
    together = Barrier(2)

    def work() -> int:
        together.wait()
        return weekly.send_digests(resources)["queued"]

    with ThreadPoolExecutor(2) as pool:
        queued = [future.result() for future in [pool.submit(work) for _number in range(2)]]
    assert sum(queued) == len(letters(resources.engine)) == 6
