"""A Monday's post: letters in the outbox, handed to a real mail server on loopback.

Run with `python -m benchmarks.letters [--letters 10000] [--database sqlite|postgresql|both]
[--think 0.02] [--json]`. The server is aiosmtpd in a process of its own, which parses every letter
and may think for some time over each, as servers elsewhere do. Letters are of a digest's size, in
plain text and html. What is measured is the task that the scheduler runs, again and again as it
does, with every letter claimed and settled in the database. Progress is shown meanwhile.
Afterwards every address is checked to have got exactly one letter. The processor time is that of
this process.
"""

import argparse
import asyncio
import json
import socket
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope
from aiosmtpd.smtp import Session as Conversation
from sqlalchemy import Engine
from sqlmodel import SQLModel

from background.__main__ import shown_on
from background.posting import deliver_letters
from background.resources import Resources
from benchmarks.databases import DATABASES, made
from foundation import clock, logs, outbox
from foundation.db import session_for
from foundation.letters import Letter
from foundation.mailers import SmtpMailer
from foundation.settings import from_environ

HOST = "127.0.0.1"
LINE = "Räv: 2 nya starka förslag, och 1 har väntat mer än en vecka på ditt svar.\n"
TEXT = LINE * 40
HTML = f"<html><body><table>{f'<tr><td>{LINE}</td></tr>' * 120}</table></body></html>"
Figures = dict[str, Any]


def main() -> None:
    """Measure each kind of database, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=10_000)
    parser.add_argument("--database", choices=(*DATABASES, "both"), default="both")
    parser.add_argument("--think", type=float, default=0.02, help="seconds for each letter")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    logs.configure()
    for database in DATABASES if asked.database == "both" else (asked.database,):
        figures = {"database": database} | _measure(database, asked.letters, asked.think)
        shown = json.dumps(figures) if asked.json else "  ".join(map(" ".join, _words(figures)))
        print(shown, flush=True)


def _words(figures: Figures) -> Iterator[tuple[str, str]]:
    return ((name, str(value)) for name, value in figures.items())


def _measure(database: str, letters: int, think: float) -> Figures:
    with (
        tempfile.TemporaryDirectory(prefix="letters") as folder,
        serving(think) as (port, arrived),
        made(database, folder) as engine,
    ):
        _queue(engine, letters)
        settings = from_environ({"SECRET_KEY": "a secret for a benchmark, no more"}, Path(folder))
        mailer = SmtpMailer(f"smtp://{HOST}:{port}", "Farled <farled@example.org>")
        began, worked = perf_counter(), process_time()
        with shown_on(sys.stderr, "deliver-letters") as progress:
            runs = _deliver(Resources(engine, settings, mailer, progress=progress), letters)
        seconds, processor = perf_counter() - began, process_time() - worked
    _check(arrived, letters)
    return {
        "letters": letters,
        "server thinks, s": think,
        "runs of the task": runs,
        "seconds": round(seconds, 1),
        "letters a second": round(letters / seconds, 1),
        "processor seconds": round(processor, 1),
    }


def _queue(engine: Engine, letters: int) -> None:
    SQLModel.metadata.create_all(engine)
    with session_for(engine) as session:
        for number in range(letters):
            letter = Letter(_address(number), "Veckosammanställning: 2 nya förslag", TEXT, HTML)
            outbox.queue(session, letter, purpose="digest", now=clock.now(), is_bulk=True)


def _address(number: int) -> str:
    return f"person{number}@example.org"


def _deliver(resources: Resources, letters: int) -> int:
    """Run the task until everything has left; returns how many runs that took."""
    sent = runs = 0
    while sent < letters:
        sent, runs = sent + deliver_letters(resources)["sent"], runs + 1
    return runs


def _check(arrived: "Counter[str]", letters: int) -> None:
    """Exactly one letter for each, or the figures mean nothing."""
    expected = Counter(_address(number) for number in range(letters))
    if arrived != expected:
        raise SystemExit(f"{arrived.total()} letters arrived at {len(arrived)} addresses")


@contextmanager
def serving(think: float) -> Iterator[tuple[int, "Counter[str]"]]:
    """A mail server in a process of its own; afterwards it has told who got how many letters.

    It is forked before there is a database or a thread.
    """
    context, arrived = get_context("fork"), Counter[str]()
    stop, told = context.Event(), context.Queue()
    process = context.Process(target=_serve, args=(think, stop, told))
    process.start()
    try:
        yield told.get(), arrived
    finally:
        stop.set()
        arrived.update(told.get())
        process.join()


class _Counting:
    """Takes every letter, counts it by its recipient, and thinks over it."""

    def __init__(self, think: float) -> None:
        self.think = think
        self.arrived = Counter[str]()

    async def handle_DATA(  # noqa: N802  # aiosmtpd's name
        self, _server: SMTP, _conversation: Conversation, envelope: Envelope
    ) -> str:
        await asyncio.sleep(self.think)
        self.arrived.update(envelope.rcpt_tos)
        return "250 OK"


def _serve(think: float, stop: Event, told: "Queue[Any]") -> None:
    counting = _Counting(think)
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    controller = Controller(counting, hostname=HOST, port=port)
    controller.start()
    told.put(port)
    stop.wait()
    controller.stop()
    told.put(counting.arrived)


if __name__ == "__main__":
    main()
