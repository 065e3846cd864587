"""Where a youth stands with each agency, in the agency's own words, from a day on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, select

from accounts import audit
from accounts.models import Agency, User
from foundation.errors import NotFound, Refused
from foundation.translating import lazy_
from youths.agencies.models import AgencyShare, AgencyStatus
from youths.agencies.seeing import (
    Relation,
    Subject,
    agency_in,
    demand_agency,
    kept_by_or_shared_with,
    relation_to,
    seen,
)
from youths.agencies.vocabulary import STATUSES
from youths.models import Youth


class NotInTheList(Refused):
    """Every agency has a list of its own."""

    message = lazy_("Välj ett läge ur myndighetens egen lista.")


@dataclass(frozen=True, slots=True)
class SeenStatus:
    """A status as one person sees it; `fields` holds only what she may see."""

    id: UUID
    relation: Relation
    fields: dict[str, Any]


def vocabulary_of(agency: Agency) -> Mapping[str, str]:
    """The agency's own codes and what they are called."""
    return STATUSES[agency.kind]


def settle(
    session: Session,
    youth: Youth,
    status: str,
    *,
    since: date,
    detail: str = "",
    by: User,
    now: datetime,
) -> AgencyStatus:
    """Write where the youth stands with one's own agency; what was before stays as history.

    A new status is not shared because the one before was. Raises NoAgency or NotInTheList.
    """
    agency = session.get_one(Agency, demand_agency(session, by, youth))
    if status not in vocabulary_of(agency):
        raise NotInTheList
    made = AgencyStatus(
        youth_id=youth.id,
        agency_id=agency.id,
        status=status,
        since=since,
        detail=detail,
        by_id=by.id,
        created_at=now,
    )
    session.add(made)
    session.flush()
    audit.record(session, by=by, action="youth.status_settled", subject=youth, now=now)
    return made


def statuses_for(session: Session, youth: Youth, user: User) -> list[SeenStatus]:
    """The newest status of each agency that somebody may see, by the agency's name.

    Where the newest is not shared, an older one that was is not shown in its place: it would say
    something that is no longer so.
    """
    mine = agency_in(session, user, youth.team_id)
    rows = select(AgencyStatus).where(AgencyStatus.youth_id == youth.id)
    order = (col(AgencyStatus.created_at), col(AgencyStatus.id))
    newest = {row.agency_id: row for row in session.exec(rows.order_by(*order))}
    is_seen = kept_by_or_shared_with(
        col(AgencyStatus.agency_id), col(AgencyStatus.id), col(AgencyShare.status_id), mine
    )
    ids = [row.id for row in newest.values()]
    visible = session.exec(rows.where(col(AgencyStatus.id).in_(ids), is_seen)).all()
    shares = _shares_of(session, [row.id for row in visible])
    agencies = _agencies(session, {row.agency_id for row in visible})
    found = [
        _as_seen(row, agencies[row.agency_id], shares.get(row.id, []), user, mine)
        for row in visible
    ]
    return sorted(found, key=lambda each: str(each.fields["agency"].name))


def get_own(session: Session, status_id: UUID, *, of: User) -> AgencyStatus:
    """A status that one's own agency has written. Raises NotFound."""
    status = session.get(AgencyStatus, status_id)
    if status is None:
        raise NotFound
    youth = session.get_one(Youth, status.youth_id)
    if agency_in(session, of, youth.team_id) != status.agency_id:
        raise NotFound
    return status


def _as_seen(
    row: AgencyStatus, agency: Agency, shares: list[AgencyShare], user: User, mine: UUID | None
) -> SeenStatus:
    relation = relation_to(user, mine, {row.agency_id}, shared=True)
    values = {
        "agency": agency,
        "status": vocabulary_of(agency).get(row.status, row.status),
        "since": row.since,
        "detail": row.detail,
        "shares": shares,
    }
    return SeenStatus(row.id, relation, seen(Subject.STATUS, relation, values))


def _shares_of(session: Session, ids: list[UUID]) -> dict[UUID, list[AgencyShare]]:
    found: dict[UUID, list[AgencyShare]] = {}
    to_whom = joinedload(cast("QueryableAttribute[Any]", AgencyShare.to_agency))
    rows = select(AgencyShare).where(col(AgencyShare.status_id).in_(ids)).options(to_whom)
    for share in session.exec(rows.order_by(col(AgencyShare.shared_at))):
        if share.status_id:
            found.setdefault(share.status_id, []).append(share)
    return found


def _agencies(session: Session, ids: set[UUID]) -> dict[UUID, Agency]:
    rows = session.exec(select(Agency).where(col(Agency.id).in_(ids)))
    return {agency.id: agency for agency in rows}
