"""Tables of youths that wait between being sent and being taken in, to be read through."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, delete, or_, select

from accounts.models import Team, User
from foundation.errors import NotFound
from foundation.sheets import SheetRow
from youths.models import UploadedYouth, YouthUpload

KEPT = timedelta(days=1)


def keep(
    session: Session,
    team: Team,
    responsible: User,
    rows: Sequence[SheetRow],
    *,
    by: User,
    now: datetime,
) -> YouthUpload:
    """Keep a table for a day; an earlier one of the same person goes, and so does every old one."""
    is_over = or_(col(YouthUpload.user_id) == by.id, col(YouthUpload.made_at) < now - KEPT)
    session.exec(delete(YouthUpload).where(is_over))
    kept = [UploadedYouth(number=each.number, cells=each.cells) for each in rows]
    upload = YouthUpload(
        team_id=team.id, responsible_id=responsible.id, user_id=by.id, rows=kept, made_at=now
    )
    session.add(upload)
    session.flush()
    return upload


def get_own(session: Session, upload_id: UUID, *, of: User, now: datetime) -> YouthUpload:
    """The table, if this person has sent it within a day. Raises NotFound otherwise."""
    is_hers = col(YouthUpload.user_id) == of.id
    rows = select(YouthUpload).where(YouthUpload.id == upload_id, is_hers)
    upload = session.exec(rows.where(col(YouthUpload.made_at) >= now - KEPT)).first()
    if upload is None:
        raise NotFound
    return upload


def rows_of(upload: YouthUpload) -> list[SheetRow]:
    """The rows as they were sent."""
    return [SheetRow(each.number, each.cells) for each in upload.rows]
