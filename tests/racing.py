"""Several people at once, each over a connection of her own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import Engine
from sqlmodel import Session

from foundation.db import session_for
from foundation.errors import Refused


def together(engine: Engine, *acts: Callable[[Session], object]) -> list[bool]:
    """Do all at once, each in a transaction of its own; tells which of them went through."""
    ready = Barrier(len(acts))

    def run(act: Callable[[Session], object]) -> bool:
        ready.wait()
        try:
            with session_for(engine) as session:
                act(session)
        except Refused:
            return False
        return True

    with ThreadPoolExecutor() as pool:
        return [each.result(timeout=60) for each in [pool.submit(run, act) for act in acts]]
