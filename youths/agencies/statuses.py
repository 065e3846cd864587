"""Where a youth stands with each agency, in the agency's own words, from a day on."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from accounts import audit
from accounts.models import Agency, User
from foundation.errors import Refused
from foundation.translating import lazy_
from youths.agencies.models import AgencyShare, AgencyStatus
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
from youths.agencies.vocabulary import STATUSES
from youths.models import Youth


class NotInTheList(Refused):
    """Every agency has a list of its own."""

    message = lazy_("Välj ett läge ur myndighetens egen lista.")


def vocabulary_of(agency: Agency) -> Mapping[str, str]:
    """The agency's own codes and what they are called."""
    return STATUSES[agency.kind]


def word_of(agency: Agency, status: str) -> str:
    """What the agency calls a status; one of before its kind was corrected keeps its words."""
    lists = (vocabulary_of(agency), *STATUSES.values())
    return str(next((words[status] for words in lists if status in words), status))


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


def statuses_for(session: Session, youth: Youth, user: User) -> list[Seen]:
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
    shares = shares_by(session, col(AgencyShare.status_id), [row.id for row in visible])
    agencies = _agencies(session, {row.agency_id for row in visible})
    found = [
        _as_seen(row, agencies[row.agency_id], shares.get(row.id, []), user, mine)
        for row in visible
    ]
    return sorted(found, key=lambda each: str(each.fields["agency"].name))


def _as_seen(
    row: AgencyStatus, agency: Agency, shares: list[AgencyShare], user: User, mine: UUID | None
) -> Seen:
    relation = relation_to(user, mine, {row.agency_id}, shared=True)
    values = {
        "agency": agency,
        "status": word_of(agency, row.status),
        "since": row.since,
        "detail": row.detail,
        "shares": shares,
    }
    return Seen(row.id, relation, seen(Subject.STATUS, relation, values))


def _agencies(session: Session, ids: set[UUID]) -> dict[UUID, Agency]:
    rows = session.exec(select(Agency).where(col(Agency.id).in_(ids)))
    return {agency.id: agency for agency in rows}
