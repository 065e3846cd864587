"""Waiting for what another process does."""

import time
from collections.abc import Callable

PATIENCE = 60.0


def wait_until(happened: Callable[[], bool]) -> None:
    """Look again and again until it has happened; fails after a minute."""
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.05)
