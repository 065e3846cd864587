"""Reads of contacts and pauses. Whoever sees the youth sees them."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, select

from accounts.models import User
from foundation.errors import NotFound
from youths import queries as youths
from youths.first_days.models import Pause, YouthContact
from youths.models import Youth

Kind = TypeVar("Kind", Pause, YouthContact)


def contacts_of(session: Session, youth: Youth) -> list[YouthContact]:
    """The contacts with a youth, the newest first, with who sought her."""
    by = joinedload(cast("QueryableAttribute[Any]", YouthContact.by))
    rows = select(YouthContact).where(YouthContact.youth_id == youth.id).options(by)
    newest = (col(YouthContact.made_on).desc(), col(YouthContact.created_at).desc())
    return list(session.exec(rows.order_by(*newest, col(YouthContact.id))))


def pauses_of(session: Session, youth: Youth) -> list[Pause]:
    """A youth's pauses, the earliest first."""
    return pauses_among(session, [youth.id])[youth.id]


def pauses_among(session: Session, youth_ids: Collection[UUID]) -> dict[UUID, list[Pause]]:
    """The pauses of each of these youths in one question; who has none has an empty list."""
    rows = select(Pause).where(col(Pause.youth_id).in_(youth_ids))
    found: dict[UUID, list[Pause]] = defaultdict(list)
    for pause in session.exec(rows.order_by(col(Pause.starts_on), col(Pause.id))):
        found[pause.youth_id].append(pause)
    return {youth_id: found[youth_id] for youth_id in youth_ids}


def get(session: Session, kind: type[Kind], row_id: UUID, *, to: User) -> Kind:
    """One contact or pause of a youth that this person may see. Raises NotFound."""
    found = session.get(kind, row_id)
    if found is None or not youths.is_visible(session, found.youth_id, to=to):
        raise NotFound
    return found
