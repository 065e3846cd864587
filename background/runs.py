"""One run of a task: logged, remembered in the audit log, and never the end of the scheduler."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from traceback import extract_tb
from uuid import uuid4

from sqlmodel import Session, col, select
from structlog.contextvars import bound_contextvars

from accounts import audit
from accounts.models import AuditEntry
from background.resources import Facts, Resources, Task
from foundation import logs
from foundation.db import session_for

BEGUN, DONE, FAILED = "task.begun", "task.done", "task.failed"
log = logs.logger("background")


@dataclass(frozen=True, slots=True)
class Run:
    """How a run went: counts, or the kind and place of the error that ended it."""

    task: str
    at: datetime
    facts: Facts = field(default_factory=dict)
    error: str | None = None


def perform(task: Task, resources: Resources) -> Run:
    """Run a task now. Its failure is logged and remembered, and is no reason to stop.

    That it has begun is remembered too, so that nobody rests on what is half done.
    """
    with bound_contextvars(task=task.name, request_id=uuid4().hex[:16]):
        _remember(task, BEGUN, resources.now(), {}, resources)
        try:
            facts = task.action(resources)
            run = Run(task.name, resources.now(), facts=facts)
        except Exception as error:  # noqa: BLE001  # the next run must go on, whatever it was
            run = Run(task.name, resources.now(), error=_described(error))
        _tell(task, run, resources)
    return run


def _described(error: Exception) -> str:
    """The kind of error and where it arose; its message may hold personal data."""
    place = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {place.name}, line {place.lineno}"


def _tell(task: Task, run: Run, resources: Resources) -> None:
    if run.error:
        log.error("task failed", error=run.error)
    elif any(run.facts.values()):
        log.info("task done", **run.facts)
    if run.error:
        _remember(task, FAILED, run.at, {"error": run.error}, resources)
    else:
        _remember(task, DONE, run.at, run.facts, resources)


def _remember(
    task: Task, action: str, at: datetime, facts: Mapping[str, object], resources: Resources
) -> None:
    """Write a line in the audit log about a task that would be caught up."""
    if task.catch_up is None:
        return
    with session_for(resources.engine) as session:
        audit.record(session, by=None, action=action, subject=None, now=at, task=task.name, **facts)


def latest(session: Session, since: datetime) -> dict[str, AuditEntry]:
    """What is remembered last of each task since then: begun, done or failed, by its name."""
    entries = session.exec(
        select(AuditEntry).where(
            col(AuditEntry.action).in_([BEGUN, DONE, FAILED]), AuditEntry.at >= since
        )
    )
    in_order = sorted(entries, key=lambda entry: (entry.at, entry.action != BEGUN))
    return {entry.facts["task"]: entry for entry in in_order}
