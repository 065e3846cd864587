"""Texts are read after the ads have come in, in batches, and by several processes."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from sqlalchemy import Engine
from sqlmodel import Session, select

from foundation.db import session_for
from openings import unread
from openings.importing import take_in, told_by
from openings.models import Opening
from openings.storing import Told
from tests.openings.ads import jobtech_ad, rows

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)


def some(engine: Engine, count: int) -> None:
    ads = [
        jobtech_ad(id=str(number), description={"text": "Vi kräver B-körkort."})
        for number in range(count)
    ]
    with session_for(engine) as session:
        told = [(row.number, Told(told_by(row))) for row in rows(*ads)]
        take_in(session, told, now=NOW)


def licences(engine: Engine) -> list[tuple[bool, tuple[str, ...]]]:
    with Session(engine) as session:
        found = session.exec(select(Opening)).all()
    return [(each.is_unread, each.must_have.driving_licences) for each in found]


def test_what_a_text_asks_for_is_read_once_and_later(fresh_engine: Engine) -> None:
    some(fresh_engine, 3)
    assert licences(fresh_engine) == [(True, ())] * 3
    assert unread.read_all(fresh_engine, processes=1, now=lambda: NOW) == 3
    assert licences(fresh_engine) == [(False, ("B",))] * 3
    assert unread.read_all(fresh_engine, processes=1, now=lambda: NOW) == 0


def test_several_may_read_ahead_of_what_is_written(fresh_engine: Engine) -> None:
    count = 2 * unread.TOGETHER + 10
    some(fresh_engine, count)
    with ThreadPoolExecutor(2) as pool:
        assert unread._read_in(pool, fresh_engine, 2, lambda: NOW) == count
    assert set(licences(fresh_engine)) == {(False, ("B",))}


def test_a_version_that_comes_meanwhile_is_not_written_over(fresh_engine: Engine) -> None:
    some(fresh_engine, 1)
    with Session(fresh_engine) as session:
        waiting = unread._waiting(session, 10)
    readings = unread.read(waiting)
    newer = jobtech_ad(
        id="0", publication_date="2026-11-20T08:00:00", description={"text": "Kom som du är."}
    )
    with session_for(fresh_engine) as session:
        (row,) = rows(newer)
        take_in(session, [(1, Told(told_by(row)))], now=NOW)
        unread._write(session, readings, NOW)
    assert licences(fresh_engine) == [(True, ())]
