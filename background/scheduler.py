"""The clock's door: one process that runs each task at its time, in summer and winter."""

import signal
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.schedulers.base import BaseScheduler
from apscheduler.triggers.cron import CronTrigger
from sqlmodel import Session

from background import runs
from background.resources import Resources, Task
from background.tasks import TASKS
from foundation.db import reading

GRACE = timedelta(minutes=1)
"""How late a task may begin that is not caught up: its next time is soon enough."""


def trigger_of(task: Task, zone: ZoneInfo) -> CronTrigger:
    """When a task runs, on the wall in `zone`."""
    minute, hour, day, month, weekday = task.cron.split()
    return CronTrigger(
        second=task.seconds,
        minute=minute,
        hour=hour,
        day=day,
        month=month,
        day_of_week=weekday,
        timezone=zone,
    )


def last_due(trigger: CronTrigger, *, since: datetime, now: datetime) -> datetime | None:
    """The latest moment after `since` and not after `now` at which the task should have run."""
    found, moment = None, trigger.get_next_fire_time(None, since)
    while moment is not None and moment <= now:
        found, moment = moment, trigger.get_next_fire_time(moment, moment)
    return found


def is_missed(task: Task, resources: Resources) -> bool:
    """Whether a task should have run of late, and is not known to have done so."""
    if task.catch_up is None:
        return False
    now, zone = resources.now(), resources.settings.timezone
    due = last_due(trigger_of(task, zone), since=now - task.catch_up, now=now)
    if due is None:
        return False
    with Session(reading(resources.engine)) as session:
        run = runs.latest(session, since=due).get(task.name)
    return run is None or run.action != runs.DONE


def scheduler_for(resources: Resources) -> BaseScheduler:
    """A scheduler with every task at its time, and those that were missed at once.

    Lanes run beside each other, so a long refresh never keeps a sign-in letter waiting.
    """
    zone = resources.settings.timezone
    scheduler = BackgroundScheduler(
        timezone=zone,
        executors={task.lane: ThreadPoolExecutor(max_workers=1) for task in TASKS},
        job_defaults={"coalesce": True, "max_instances": 1},
    )
    for task in TASKS:
        at_once = {"next_run_time": resources.now()} if is_missed(task, resources) else {}
        scheduler.add_job(
            runs.perform,
            trigger_of(task, zone),
            args=(task, resources),
            id=task.name,
            executor=task.lane,
            misfire_grace_time=int((task.catch_up or GRACE).total_seconds()),
            **at_once,
        )
    return scheduler


def run_until_told(resources: Resources) -> None:
    """Run until SIGTERM or SIGINT, and let what has begun come to its end.

    The signals are waited for rather than handled: every thread leaves them to this one.
    """
    told = {signal.SIGTERM, signal.SIGINT}
    signal.pthread_sigmask(signal.SIG_BLOCK, told)
    scheduler = scheduler_for(resources)
    scheduler.start()
    signal.sigwait(told)
    scheduler.shutdown(wait=True)
