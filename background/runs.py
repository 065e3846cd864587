"""One run of a task: logged, remembered in the audit log, and never the end of the scheduler."""

from dataclasses import dataclass, field
from datetime import datetime
from traceback import extract_tb
from uuid import uuid4

from sqlmodel import Session, col, select
from structlog.contextvars import bound_contextvars

from accounts import audit
from accounts.models import AuditEntry
from background.tasks import Facts, Resources, Task
from foundation import logs
from foundation.db import session_for

DONE, FAILED = "task.done", "task.failed"
log = logs.logger("background")


@dataclass(frozen=True, slots=True)
class Run:
    """How a run went: counts, or the kind and place of the error that ended it."""

    task: str
    at: datetime
    facts: Facts = field(default_factory=dict)
    error: str | None = None


def perform(task: Task, resources: Resources) -> Run:
    """Run a task now. Its failure is logged and remembered, and is no reason to stop."""
    with bound_contextvars(task=task.name, request_id=uuid4().hex[:16]):
        try:
            run = Run(task.name, resources.now(), facts=task.action(resources))
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
    if task.catch_up is None:
        return
    action, facts = (FAILED, {"error": run.error}) if run.error else (DONE, dict(run.facts))
    with session_for(resources.engine) as session:
        audit.record(
            session, by=None, action=action, subject=None, now=run.at, task=task.name, **facts
        )


def latest(session: Session, since: datetime) -> dict[str, AuditEntry]:
    """The last remembered run of each task since then, by the task's name."""
    entries = (
        select(AuditEntry)
        .where(col(AuditEntry.action).in_([DONE, FAILED]), AuditEntry.at >= since)
        .order_by(col(AuditEntry.at), col(AuditEntry.id))
    )
    return {entry.facts["task"]: entry for entry in session.exec(entries)}
