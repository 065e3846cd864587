"""Reports: how a programme stood, frozen on a day, and shown to everybody where that is decided."""

from datetime import datetime

from sqlmodel import Session

from accounts import audit
from accounts.models import User
from foundation.clock import local_date
from foundation.translating import language, zone
from goals import queries
from goals.models import Programme, Report
from goals.overview import overview


def freeze(
    session: Session, programme: Programme, title: str, *, by: User, now: datetime
) -> Report:
    """Keep how the programme stands now, with its definitions, in the language of the moment.

    Nothing changes a report: what it tells was copied and is read from the copy alone.
    """
    session.get_one(Programme, programme.id, with_for_update=True, populate_existing=True)
    today = local_date(now, zone())
    report = Report(
        programme_id=programme.id,
        number=queries.next_number(session, programme),
        title=title,
        as_of=min(today, programme.ends_on),
        language=language(),
        content=overview(session, programme, today=today),
        made_by_id=by.id,
        made_at=now,
    )
    session.add(report)
    session.flush()
    audit.record(session, by=by, action="report.frozen", subject=report, now=now)
    return report


def publish(session: Session, report: Report, *, by: User, now: datetime) -> None:
    """Let anybody read the report."""
    if report.published_at is None:
        report.published_at = now
        session.flush()
        audit.record(session, by=by, action="report.published", subject=report, now=now)


def take_down(session: Session, report: Report, *, by: User, now: datetime) -> None:
    """Let the report be read by staff only again."""
    if report.published_at is not None:
        report.published_at = None
        session.flush()
        audit.record(session, by=by, action="report.taken_down", subject=report, now=now)
