"""How long a click in the portal waits for a run that writes; a process of its own clicks."""

from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event
from time import perf_counter

from sqlalchemy import Engine
from sqlmodel import col, select, update

from foundation.db import engine_from, session_for
from openings.models import Opening

PAUSE = 0.2


@contextmanager
def clicking(engine: Engine) -> Iterator[list[float]]:
    """Write one row again and again meanwhile; afterwards the list holds each wait, in seconds."""
    waits: list[float] = []
    context = get_context("spawn")
    stop, told = context.Event(), context.Queue()
    address = engine.url.render_as_string(hide_password=False)
    process = context.Process(target=_click, args=(address, stop, told))
    process.start()
    told.get()
    try:
        yield waits
    finally:
        stop.set()
        waits += told.get()
        process.join()


def _click(address: str, stop: Event, told: "Queue[list[float]]") -> None:
    """Click until told to stop, and tell the waits; an empty answer says that it has begun."""
    engine, waits = engine_from(address), list[float]()
    with session_for(engine) as session:
        [first] = session.exec(select(Opening.id).order_by(col(Opening.id)).limit(1))
    told.put([])
    while not stop.wait(PAUSE):
        began = perf_counter()
        with session_for(engine) as session:
            one = update(Opening).where(col(Opening.id) == first)
            session.exec(one.values(headline=Opening.headline))
        waits.append(perf_counter() - began)
    told.put(waits)
