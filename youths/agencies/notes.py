"""Notes that belong to an agency. Another agency reads one only once it has been shared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, select

from accounts import audit
from accounts.models import User
from foundation.errors import NotFound
from youths.agencies.models import AgencyNote, AgencyShare
from youths.agencies.seeing import (
    Relation,
    Subject,
    agency_in,
    demand_agency,
    kept_by_or_shared_with,
    relation_to,
    seen,
)
from youths.models import Youth


@dataclass(frozen=True, slots=True)
class SeenNote:
    """A note as one person sees it; `fields` holds only what she may see."""

    id: UUID
    relation: Relation
    fields: dict[str, Any]


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


def notes_for(session: Session, youth: Youth, user: User) -> list[SeenNote]:
    """The notes about a youth that somebody may read, newest first, in two questions."""
    mine = agency_in(session, user, youth.team_id)
    is_seen = kept_by_or_shared_with(
        col(AgencyNote.agency_id), col(AgencyNote.id), col(AgencyShare.note_id), mine
    )
    rows = select(AgencyNote).where(AgencyNote.youth_id == youth.id, is_seen)
    rows = rows.options(*_along(AgencyNote.agency, AgencyNote.by))
    found = session.exec(rows.order_by(col(AgencyNote.created_at).desc(), col(AgencyNote.id))).all()
    shares = _shares_of(session, [note.id for note in found])
    return [_as_seen(note, shares.get(note.id, []), user, mine) for note in found]


def get_own(session: Session, note_id: UUID, *, of: User) -> AgencyNote:
    """A note of one's own agency. Raises NotFound."""
    note = session.get(AgencyNote, note_id)
    if note is None:
        raise NotFound
    youth = session.get_one(Youth, note.youth_id)
    if agency_in(session, of, youth.team_id) != note.agency_id:
        raise NotFound
    return note


def _as_seen(
    note: AgencyNote, shares: Sequence[AgencyShare], user: User, mine: UUID | None
) -> SeenNote:
    relation = relation_to(user, mine, {note.agency_id}, shared=True)
    values = {
        "agency": note.agency,
        "text": note.text,
        "by": note.by,
        "created_at": note.created_at,
        "shares": shares,
    }
    return SeenNote(note.id, relation, seen(Subject.NOTE, relation, values))


def _shares_of(session: Session, note_ids: Sequence[UUID]) -> dict[UUID, list[AgencyShare]]:
    rows = (
        select(AgencyShare)
        .where(col(AgencyShare.note_id).in_(note_ids))
        .options(*_along(AgencyShare.to_agency))
        .order_by(col(AgencyShare.shared_at), col(AgencyShare.id))
    )
    found: dict[UUID, list[AgencyShare]] = {}
    for share in session.exec(rows):
        if share.note_id:
            found.setdefault(share.note_id, []).append(share)
    return found


def _along(*related: object) -> list[Any]:
    attributes = cast("tuple[QueryableAttribute[Any], ...]", related)
    return [joinedload(attribute) for attribute in attributes]
