"""Notes that belong to an agency. Another agency reads one only once it has been shared."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, select

from accounts import audit
from accounts.models import User
from youths.agencies.models import AgencyNote, AgencyShare
from youths.agencies.seeing import (
    Seen,
    Subject,
    agency_in,
    demand_agency,
    kept_by_or_shared_with,
    relation_to,
    seen,
)
from youths.agencies.sharing import shares_by
from youths.models import Youth


def write(session: Session, youth: Youth, text: str, *, by: User, now: datetime) -> AgencyNote:
    """Write a note for one's own agency. Raises NoAgency."""
    agency_id = demand_agency(session, by, youth)
    note = AgencyNote(
        youth_id=youth.id, agency_id=agency_id, by_id=by.id, text=text, created_at=now
    )
    session.add(note)
    session.flush()
    audit.record(session, by=by, action="youth.note_written", subject=youth, now=now)
    return note


def notes_for(session: Session, youth: Youth, user: User) -> list[Seen]:
    """The notes about a youth that somebody may read, newest first, in two questions."""
    mine = agency_in(session, user, youth.team_id)
    is_seen = kept_by_or_shared_with(
        col(AgencyNote.agency_id), col(AgencyNote.id), col(AgencyShare.note_id), mine
    )
    rows = select(AgencyNote).where(AgencyNote.youth_id == youth.id, is_seen)
    rows = rows.options(*_along(AgencyNote.agency, AgencyNote.by))
    found = session.exec(rows.order_by(col(AgencyNote.created_at).desc(), col(AgencyNote.id))).all()
    shares = shares_by(session, col(AgencyShare.note_id), [note.id for note in found])
    return [_as_seen(note, shares.get(note.id, []), user, mine) for note in found]


def _as_seen(
    note: AgencyNote, shares: Sequence[AgencyShare], user: User, mine: UUID | None
) -> Seen:
    relation = relation_to(user, mine, {note.agency_id}, shared=True)
    values = {
        "agency": note.agency,
        "text": note.text,
        "by": note.by,
        "created_at": note.created_at,
        "shares": shares,
    }
    return Seen(note.id, relation, seen(Subject.NOTE, relation, values))


def _along(*related: object) -> list[Any]:
    attributes = cast("tuple[QueryableAttribute[Any], ...]", related)
    return [joinedload(attribute) for attribute in attributes]
