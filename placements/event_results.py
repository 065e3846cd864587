"""What came of an event: openings, introductions and placements, counted and never guessed.

Something counts where an invited employer, or an invited youth and such an employer, did it from
the day of the event until `WITHIN` days after it; or where somebody has said that the opening came
of the event, whenever that was. Who said no, or is ticked as not there, counts for nothing.
That it came after the event does not prove that it came of it: the page says so.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import User
from events.models import Answer, Event, EventOpening, Invitation
from events.registrations.models import Coming, Registration
from foundation import clock
from foundation.translating import zone
from openings.models import Opening, OpeningState
from placements.models import Introduction
from placements.work.models import Placement
from youths import queries as youths
from youths.models import Youth

WITHIN = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Yield:
    """How much came of an event. Counts of youths are for the team that arranged it."""

    openings: int = 0
    introductions: int = 0
    placements: int = 0


def yields_of(session: Session, events: Collection[Event]) -> dict[UUID, Yield]:
    """What came of each event, in three questions an event."""
    return {event.id: _yield(session, event) for event in events}


def _yield(session: Session, event: Event) -> Yield:
    openings = session.exec(_openings(event)).all()
    introduced = session.exec(_introductions(event)).all()
    placed = select(Placement.id).where(col(Placement.introduction_id).in_(introduced))
    return Yield(len(openings), len(introduced), len(session.exec(placed).all()))


def candidates_to_link(session: Session, event: Event, user: User) -> list[Opening]:
    """Openings that may have come of the event, and that nobody has linked yet, by headline.

    Those of invited employers from the event on, and those that its youths have been introduced
    to since, of whom the person sees.
    """
    seen = youths.visible_to(user).with_only_columns(col(Youth.id))
    since = event.starts_at
    theirs = (
        select(Introduction.opening_id)
        .where(col(Introduction.youth_id).in_(_youths(event)), col(Introduction.youth_id).in_(seen))
        .where(col(Introduction.started_at) >= since)
    )
    linked = select(EventOpening.opening_id).where(EventOpening.event_id == event.id)
    by_employers = and_(
        col(Opening.employer_id).in_(_employers(event)), col(Opening.published_at) >= since
    )
    rows = select(Opening).where(
        or_(by_employers, col(Opening.id).in_(theirs)), col(Opening.id).not_in(linked)
    )
    return list(session.exec(rows.order_by(col(Opening.headline), col(Opening.id)).limit(50)))


def _openings(event: Event) -> SelectOfScalar[UUID]:
    """What the employers have published in time, and what is linked."""
    published = and_(
        col(Opening.employer_id).in_(_employers(event)),
        col(Opening.state) != OpeningState.DRAFT,
        _is_in_time(event, col(Opening.published_at)),
    )
    return select(Opening.id).where(or_(published, col(Opening.id).in_(_linked(event))))


def _introductions(event: Event) -> SelectOfScalar[UUID]:
    """Made between youths and employers of the event in time, and those to linked openings."""
    in_time = and_(
        col(Opening.employer_id).in_(_employers(event)),
        _is_in_time(event, col(Introduction.introduced_at)),
    )
    is_linked = col(Introduction.opening_id).in_(_linked(event))
    return (
        select(Introduction.id)
        .join(Opening, col(Opening.id) == Introduction.opening_id)
        .where(col(Introduction.introduced_at).is_not(None))
        .where(col(Introduction.introduced_at) >= _begin(event))
        .where(col(Introduction.youth_id).in_(_youths(event)), or_(in_time, is_linked))
    )


def _linked(event: Event) -> SelectOfScalar[UUID]:
    return select(EventOpening.opening_id).where(EventOpening.event_id == event.id)


def _employers(event: Event) -> Any:
    said_no = col(Invitation.answer).is_not_distinct_from(Answer.NO)
    return select(Invitation.employer_id).where(
        Invitation.event_id == event.id,
        col(Invitation.employer_id).is_not(None),
        or_(col(Invitation.attended).is_(True), and_(col(Invitation.attended).is_(None), ~said_no)),
    )


def _youths(event: Event) -> SelectOfScalar[UUID]:
    expected = and_(
        col(Registration.attended).is_(None), col(Registration.coming) != Coming.DECLINED
    )
    return select(Registration.youth_id).where(
        Registration.event_id == event.id, or_(col(Registration.attended).is_(True), expected)
    )


def _begin(event: Event) -> datetime:
    """The first moment of the event's first day, as on the wall there."""
    day = clock.local_date(event.starts_at, zone())
    return datetime(day.year, day.month, day.day, tzinfo=zone())


def _is_in_time(event: Event, moment: Any) -> ColumnElement[bool]:
    return and_(moment >= _begin(event), moment <= event.ends_at + WITHIN)
