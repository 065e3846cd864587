"""Writes down how a youth's search area changes. Whoever writes a youth calls it."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select, update

from accounts.models import User
from youths.models import Youth
from youths.search_areas.extent import Area, is_limited, same
from youths.search_areas.models import Origin, SearchArea

ONE_AFTER_ANOTHER = timedelta(microseconds=1)
"""Two changes at one moment stand in the order in which they were made."""


def begin(session: Session, youth: Youth, *, by: User | None, now: datetime) -> None:
    """Keep the area at registration, which later ones are measured against."""
    _add(session, youth, youth, Origin.REGISTERED, by, now)


def note(
    session: Session,
    youth: Youth,
    before: Area,
    *,
    origin: Origin = Origin.CHANGED,
    by: User | None,
    now: datetime,
) -> None:
    """Keep a youth's area as it is now, where it differs from what it was `before`.

    A youth who had no history gets what stood before as its beginning. Kilometres say where she
    lives within a circle, so with protected identity no row keeps them.
    """
    last = latest(session, youth)
    if last is None:
        last = _add(session, youth, before, Origin.KNOWN_BEFORE, None, youth.created_at)
    if not same(youth, before):
        in_order = max(now, last.from_at + ONE_AFTER_ANOTHER)
        _add(session, youth, youth, origin, by, in_order)
    if youth.protected_identity:
        rows = update(SearchArea).where(col(SearchArea.youth_id) == youth.id)
        session.exec(rows.values(max_commute_km=None))


def latest(session: Session, youth: Youth) -> SearchArea | None:
    """The row that tells how she came to look where she does; None without a history."""
    newest_first = (col(SearchArea.from_at).desc(), col(SearchArea.id))
    rows = select(SearchArea).where(SearchArea.youth_id == youth.id).order_by(*newest_first)
    return session.exec(rows.limit(1)).first()


def _add(
    session: Session, youth: Youth, area: Area, origin: Origin, by: User | None, at: datetime
) -> SearchArea:
    row = SearchArea(
        youth_id=youth.id,
        origin=origin,
        max_commute_km=area.max_commute_km,
        counties=list(area.counties),
        countries=list(area.countries),
        is_limited=is_limited(area),
        from_at=at,
        by_id=by.id if by else None,
    )
    session.add(row)
    session.flush()
    return row
