"""Tables that wait between being sent and being taken in, so that a person reads them through."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, delete, or_, select

from accounts.models import User
from employers.models import Employer
from foundation.errors import NotFound
from foundation.sheets import SheetRow
from openings import bulk
from openings.bulk import Planned
from openings.models import OpeningUpload, UploadedRow

KEPT = timedelta(days=1)


def keep(
    session: Session,
    employer: Employer,
    rows: Sequence[SheetRow],
    *,
    publishes: bool,
    by: User,
    now: datetime,
) -> OpeningUpload:
    """Keep a table for a day; an earlier one of the same person goes, and so does every old one."""
    is_over = or_(col(OpeningUpload.user_id) == by.id, col(OpeningUpload.made_at) < now - KEPT)
    session.exec(delete(OpeningUpload).where(is_over))
    kept = [UploadedRow(number=each.number, cells=each.cells) for each in rows]
    upload = OpeningUpload(
        employer_id=employer.id, user_id=by.id, rows=kept, publishes=publishes, made_at=now
    )
    session.add(upload)
    session.flush()
    return upload


def get_own(session: Session, upload_id: UUID, *, of: User) -> OpeningUpload:
    """The table, if this person has sent it. Raises NotFound otherwise."""
    is_hers = col(OpeningUpload.user_id) == of.id
    found = session.exec(select(OpeningUpload).where(OpeningUpload.id == upload_id, is_hers))
    upload = found.first()
    if upload is None:
        raise NotFound
    return upload


def plan(session: Session, upload: OpeningUpload, *, now: datetime) -> list[Planned]:
    """What each row would do now."""
    return bulk.plan(session, upload.employer, _rows(upload), now=now)


def take_in(session: Session, upload: OpeningUpload, *, by: User, now: datetime) -> list[Planned]:
    """Take the table in, and throw it away."""
    done = bulk.take_in(
        session, upload.employer, _rows(upload), publishes=upload.publishes, by=by, now=now
    )
    session.delete(upload)
    session.flush()
    return done


def _rows(upload: OpeningUpload) -> list[SheetRow]:
    return [SheetRow(each.number, each.cells) for each in upload.rows]
