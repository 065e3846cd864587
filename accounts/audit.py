"""The audit log: every view of a youth and every change leaves a line that is never edited."""

from collections.abc import Iterable
from datetime import datetime

import structlog
from sqlmodel import Session

from accounts.models import AuditEntry, User
from foundation.db import Row


def record(
    session: Session,
    *,
    by: User | None,
    action: str,
    subject: Row | None,
    now: datetime,
    **facts: object,
) -> AuditEntry:
    """Note that `by` did `action` (such as "youth.viewed") to `subject`.

    `facts` hold codes, counts and names of fields; never names of persons or what was written.
    """
    entry = AuditEntry(
        at=now,
        actor_id=by.id if by else None,
        action=action,
        subject_kind=str(subject.__tablename__) if subject else "",
        subject_id=subject.id if subject else None,
        facts=facts,
        request_id=structlog.contextvars.get_contextvars().get("request_id"),
    )
    session.add(entry)
    session.flush()
    return entry


def record_each(
    session: Session,
    subjects: Iterable[Row],
    *,
    by: User | None,
    action: str,
    now: datetime,
) -> None:
    """Note that `by` did `action` to each of these, as when a list shows them: a line for each."""
    request_id = structlog.contextvars.get_contextvars().get("request_id")
    session.add_all(
        AuditEntry(
            at=now,
            actor_id=by.id if by else None,
            action=action,
            subject_kind=str(subject.__tablename__),
            subject_id=subject.id,
            request_id=request_id,
        )
        for subject in subjects
    )
    session.flush()
