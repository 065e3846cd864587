"""Every task has its time on the wall, in summer and in winter, and a missed one is caught up."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine

from background import runs
from background.resources import Facts, Resources, Task
from background.scheduler import is_missed, last_due, scheduler_for, trigger_of
from background.tasks import TASKS
from foundation.mailers import FolderMailer
from foundation.settings import Settings

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MONDAY_MORNING = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
BY_NAME = {task.name: task for task in TASKS}
SHARING = BY_NAME["share-out-suggestions"]

ResourcesAt = Callable[[datetime], Resources]


@pytest.fixture
def resources_at(fresh_engine: Engine, settings: Settings) -> ResourcesAt:
    """What tasks work with, at a moment."""
    mailer = FolderMailer(settings.instance / "mail", settings.mail_from)
    return lambda now: Resources(fresh_engine, settings, mailer, now=lambda: now)


def in_stockholm(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=STOCKHOLM)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ((2026, 11, 22, 12), (2026, 11, 23)),
        ((2026, 3, 28, 12), (2026, 3, 30)),
        ((2026, 10, 24, 12), (2026, 10, 26)),
        ((2026, 12, 27, 12), (2026, 12, 28)),
        ((2027, 1, 3, 12), (2027, 1, 4)),
    ],
    ids=["today", "summer time begins", "summer time ends", "week 53", "week 1"],
)
def test_the_week_is_shared_out_on_mondays_on_the_wall(
    before: tuple[int, int, int, int], expected: tuple[int, int, int]
) -> None:
    due = trigger_of(SHARING, STOCKHOLM).get_next_fire_time(None, in_stockholm(*before))
    assert due == in_stockholm(*expected, 5, 30)
    assert due.isoweekday() == 1


def test_mondays_follow_each_other_all_through_the_year() -> None:
    trigger = trigger_of(SHARING, STOCKHOLM)
    due = trigger.get_next_fire_time(None, in_stockholm(2026, 1, 1, 0))
    for _week in range(60):
        after = trigger.get_next_fire_time(due, due)
        assert (after.isoweekday(), after.hour, after.minute) == (1, 5, 30)
        assert after.date() - due.date() == timedelta(days=7)
        due = after


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_weekdays_are_written_by_name(task: Task) -> None:
    weekday = task.cron.split()[4]
    assert weekday == "*" or weekday.isalpha()


def test_the_scheduler_has_every_task_at_its_own_time(resources_at: ResourcesAt) -> None:
    now = in_stockholm(2026, 11, 19, 12)
    resources = resources_at(now)
    for name in ("close-expired", "refresh-suggestions"):
        runs.perform(Task(name, "0 0 * * *", nothing, catch_up=HOUR), resources)
    jobs = {job.id: job for job in scheduler_for(resources).get_jobs()}
    assert set(jobs) == set(BY_NAME)
    assert jobs["share-out-suggestions"].trigger.get_next_fire_time(None, now).isoweekday() == 1


def nothing(_resources: Resources) -> Facts:
    return {}


def broken(_resources: Resources) -> Facts:
    raise RuntimeError("karin@example.org")


@pytest.mark.parametrize(
    ("since_due", "missed"),
    [(-MINUTE, False), (0 * HOUR, True), (47 * HOUR, True), (49 * HOUR, False)],
    ids=["not yet", "now", "two days late", "too late"],
)
def test_a_missed_monday_is_caught_up_for_two_days(
    resources_at: ResourcesAt, since_due: timedelta, missed: bool
) -> None:
    assert is_missed(SHARING, resources_at(MONDAY_MORNING + since_due)) is missed


def test_a_task_that_has_run_is_not_caught_up(resources_at: ResourcesAt) -> None:
    runs.perform(Task(SHARING.name, SHARING.cron, nothing, HOUR), resources_at(MONDAY_MORNING))
    assert not is_missed(SHARING, resources_at(MONDAY_MORNING + HOUR))


def test_a_run_of_last_week_does_not_count(resources_at: ResourcesAt) -> None:
    last_week = MONDAY_MORNING - timedelta(days=7)
    runs.perform(Task(SHARING.name, SHARING.cron, nothing, HOUR), resources_at(last_week))
    assert is_missed(SHARING, resources_at(MONDAY_MORNING + HOUR))


def test_a_task_that_failed_is_caught_up(resources_at: ResourcesAt) -> None:
    runs.perform(Task(SHARING.name, SHARING.cron, broken, HOUR), resources_at(MONDAY_MORNING))
    assert is_missed(SHARING, resources_at(MONDAY_MORNING + HOUR))


def test_what_runs_every_minute_need_not_be_caught_up(resources_at: ResourcesAt) -> None:
    assert not is_missed(BY_NAME["deliver-letters"], resources_at(MONDAY_MORNING))


def test_a_missed_task_is_due_at_once_when_the_scheduler_starts(
    resources_at: ResourcesAt,
) -> None:
    now = MONDAY_MORNING + 30 * HOUR
    scheduler = scheduler_for(resources_at(now))
    scheduler.start(paused=True)
    try:
        assert scheduler.get_job("share-out-suggestions").next_run_time == now
    finally:
        scheduler.shutdown()


@pytest.mark.parametrize(
    ("since", "now", "due"),
    [
        ((2026, 3, 29, 12), (2026, 3, 30, 12), (2026, 3, 30)),
        ((2026, 10, 25, 12), (2026, 10, 26, 12), (2026, 10, 26)),
    ],
)
def test_the_last_due_moment_is_found_across_the_change_of_time(
    since: tuple[int, int, int, int],
    now: tuple[int, int, int, int],
    due: tuple[int, int, int],
) -> None:
    trigger = trigger_of(SHARING, STOCKHOLM)
    found = last_due(trigger, since=in_stockholm(*since), now=in_stockholm(*now))
    assert found == in_stockholm(*due, 5, 30)
