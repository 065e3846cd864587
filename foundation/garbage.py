"""Python's collector of garbage in a long run that keeps much and leaves little to collect.

By itself the collector walks through all that a process keeps, an index of openings and what is
remembered of them, again and again: in a night's refresh that took a fifth of the time.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def collected_in_turn() -> Iterator[Callable[[], None]]:
    """Collect only when the function given is called, and only what has come since.

    What is garbage already when the run begins waits until it ends: to look for it costs a walk
    through everything. It is for a process that does nothing else meanwhile: the collector is the
    whole process's.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        gc.freeze()
        yield leave_alone
    finally:
        gc.unfreeze()
        if was_enabled:
            gc.enable()


def settle() -> None:
    """Collect all there is, what was left alone before too, and leave the rest alone from now on.

    It is for a process that has just made ready what it keeps.
    """
    gc.unfreeze()
    leave_alone()


def leave_alone() -> None:
    """Collect once, and leave what is still there alone from now on."""
    gc.collect()
    gc.freeze()
