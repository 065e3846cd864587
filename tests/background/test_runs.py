"""A run is remembered with its outcome, and its failure tells nothing about anybody."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from accounts.models import AuditEntry
from background import runs
from background.resources import Facts, Resources, Task
from foundation import logs
from foundation.mailers import FolderMailer
from foundation.settings import Settings
from tests.factories import NOW

SECRET = "karin@example.org"


@pytest.fixture
def resources(fresh_engine: Engine, settings: Settings) -> Resources:
    mailer = FolderMailer(settings.instance / "mail", settings.mail_from)
    return Resources(fresh_engine, settings, mailer, now=lambda: NOW)


def counting(_resources: Resources) -> Facts:
    return {"closed": 3}


def failing(_resources: Resources) -> Facts:
    raise ValueError(SECRET)


def remembered(resources: Resources) -> list[AuditEntry]:
    with Session(resources.engine) as session:
        ended = select(AuditEntry).where(AuditEntry.action != runs.BEGUN)
        return list(session.exec(ended))


def task(action: object, catch_up: timedelta | None = timedelta(hours=1)) -> Task:
    return Task("a-task", "0 0 * * *", action, catch_up)  # type: ignore[arg-type]


def test_a_run_is_remembered_with_its_counts(resources: Resources) -> None:
    run = runs.perform(task(counting), resources)
    assert (run.facts, run.error) == ({"closed": 3}, None)
    (entry,) = remembered(resources)
    assert (entry.action, entry.at, entry.actor_id) == ("task.done", NOW, None)
    assert entry.facts == {"task": "a-task", "closed": 3}
    assert entry.request_id


def test_a_failure_is_remembered_by_its_kind_and_place(resources: Resources) -> None:
    run = runs.perform(task(failing), resources)
    assert run.error is not None
    assert run.error.startswith("ValueError in failing, line ")
    (entry,) = remembered(resources)
    assert (entry.action, entry.facts["error"]) == ("task.failed", run.error)
    assert SECRET not in json.dumps(entry.facts)


def test_a_failure_is_logged_without_what_it_was_about(
    resources: Resources, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure()
    runs.perform(task(failing), resources)
    line = json.loads(capsys.readouterr().err.splitlines()[-1])
    assert (line["event"], line["level"], line["task"]) == ("task failed", "error", "a-task")
    assert SECRET not in json.dumps(line)


def test_the_next_run_goes_on_after_a_failure(resources: Resources) -> None:
    runs.perform(task(failing), resources)
    assert runs.perform(task(counting), resources).error is None


def test_what_runs_every_minute_is_not_remembered(resources: Resources) -> None:
    runs.perform(task(counting, catch_up=None), resources)
    assert remembered(resources) == []


def test_a_run_that_has_begun_and_not_ended_is_seen(resources: Resources) -> None:
    seen: list[str] = []

    def looking(resources: Resources) -> Facts:
        with Session(resources.engine) as session:
            seen.append(runs.latest(session, since=NOW)["a-task"].action)
        return {}

    runs.perform(task(looking), resources)
    assert seen == [runs.BEGUN]
    with Session(resources.engine) as session:
        assert runs.latest(session, since=NOW)["a-task"].action == runs.DONE


def test_the_latest_run_of_a_task_is_the_one_that_counts(resources: Resources) -> None:
    runs.perform(task(failing), resources)
    later = Resources(
        resources.engine, resources.settings, resources.mailer, now=lambda: NOW + timedelta(hours=1)
    )
    runs.perform(task(counting), later)
    with Session(resources.engine) as session:
        assert runs.latest(session, since=NOW)["a-task"].action == runs.DONE
        assert runs.latest(session, since=NOW + timedelta(hours=2)) == {}
