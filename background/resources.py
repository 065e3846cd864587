"""What tasks are, and what they work with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine

from foundation import clock, logs
from foundation.letters import Mailer
from foundation.settings import Settings

log = logs.logger("background")

Facts = Mapping[str, int]
"""How a task went, in counts."""

Progress = Callable[[int, int], None]
"""Is told how many of how many are done."""


def log_progress(done: int, whole: int) -> None:
    """Tell whoever reads the logs how far a task is."""
    log.info("progress", done=done, of=whole)


@dataclass(frozen=True, slots=True)
class Resources:
    """What tasks work with. The clock is among them, so that a test can set it.

    `progress` is told how far a long task is.
    """

    engine: Engine
    settings: Settings
    mailer: Mailer
    now: Callable[[], datetime] = clock.now
    progress: Progress = log_progress


@dataclass(frozen=True, slots=True)
class Task:
    """Something done at set times.

    `cron` has weekdays by name: APScheduler counts them from Monday, and cron from Sunday.
    A task that was missed is caught up for as long as `catch_up` says. Tasks in the same `lane`
    wait for each other. `seconds` is for what a person waits for, such as a sign-in link.
    """

    name: str
    cron: str
    action: Callable[[Resources], Facts]
    catch_up: timedelta | None = None
    lane: str = "default"
    seconds: str = "0"
