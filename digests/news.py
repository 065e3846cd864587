"""What has happened since a person's last letter, counted in the database."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy import ColumnElement, and_, case
from sqlmodel import Session, col, func, select

from accounts.models import User
from digests.content import Draft, Expiring, OpeningNews, Tally, YouthNews, discreet_name
from employers import queries as employers
from foundation import clock
from matching.explanation import Label
from openings import queries as openings
from openings.models import Opening, OpeningState
from suggestions.models import Suggestion, SuggestionState
from youths import queries as youths
from youths.models import Youth
from youths.queries import is_active

STRONG: Label = "strong"
GOOD: Label = "good"
A_WEEK = timedelta(days=7)

PATIENCE = A_WEEK
"""How long a strong suggestion may wait before the letter reminds of it."""

SOON = timedelta(days=14)
"""How long before its last day an opening is said to expire soon."""


@dataclass(frozen=True, slots=True)
class Span:
    """The time a letter tells of, with the days on the wall at both ends."""

    start: datetime
    end: datetime
    first_day: date
    today: date

    @classmethod
    def since(cls, last_sent: datetime | None, now: datetime, zone: ZoneInfo) -> Self:
        """From the last letter, or a week ago where there was none, until now."""
        start = last_sent or now - A_WEEK
        return cls(start, now, clock.local_date(start, zone), clock.local_date(now, zone))


def of_youths(session: Session, user: User, span: Span) -> list[YouthNews]:
    """The suggestions of the caseworker's own youths, counted; two queries."""
    counted = {row.youth_id: row for row in session.execute(_counted_by_youth(user, span))}
    own = youths.visible_to(user).where(col(Youth.responsible_id) == user.id, is_active())
    return [
        _youth_news(youth, counted.get(youth.id))
        for youth in session.exec(own.order_by(col(Youth.id)))
    ]


def _youth_news(youth: Youth, row: sa.Row[*tuple[Any, ...]] | None) -> YouthNews:
    name = None if youth.protected_identity else discreet_name(youth.alias)
    if row is None:
        return YouthNews(youth_id=youth.id, name=name)
    return YouthNews(
        youth_id=youth.id,
        name=name,
        strong=row.strong,
        good=row.good,
        overdue=Tally(row.overdue, row.newly_overdue),
        returned=Tally(row.returned, row.newly_returned),
        suggestions=row.suggestions,
    )


def _counted_by_youth(user: User, span: Span) -> sa.Select[*tuple[Any, ...]]:
    first_suggested = col(Suggestion.first_suggested_at)
    is_strong = col(Suggestion.label) == STRONG
    is_new = col(Suggestion.state) == SuggestionState.NEW
    never_put_off = and_(is_new, col(Suggestion.later_until).is_(None))
    is_fresh = and_(never_put_off, first_suggested > span.start)
    has_waited = first_suggested <= min(span.start, span.end - PATIENCE)
    is_overdue = and_(never_put_off, is_strong, has_waited)
    is_back = and_(_is_open(), col(Suggestion.later_until) <= span.today)
    return (
        sa.select(
            col(Suggestion.youth_id),
            func.count().label("suggestions"),
            _count(is_fresh, is_strong).label("strong"),
            _count(is_fresh, col(Suggestion.label) == GOOD).label("good"),
            _count(is_overdue).label("overdue"),
            _count(is_overdue, first_suggested > span.start - PATIENCE).label("newly_overdue"),
            _count(is_back).label("returned"),
            _count(is_back, col(Suggestion.later_until) > span.first_day).label("newly_returned"),
        )
        .join(Youth, col(Youth.id) == Suggestion.youth_id)
        .join(Opening, col(Opening.id) == Suggestion.opening_id)
        .where(col(Youth.responsible_id) == user.id, is_active(), col(Suggestion.is_current))
        .where(col(Opening.state) == OpeningState.PUBLISHED)
        .where(col(Suggestion.state) != SuggestionState.DISMISSED)
        .group_by(col(Suggestion.youth_id))
    )


def _is_open() -> ColumnElement[bool]:
    """Nobody has said yes or no; what was put off comes back in the night after its day."""
    return col(Suggestion.state).in_([SuggestionState.NEW, SuggestionState.LATER])


def _count(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((and_(*conditions), 1)))


def of_openings(session: Session, user: User, span: Span) -> list[OpeningNews]:
    """How many youths the employer's openings may suit, and how many were gone on with.

    Not even the count of an employer's opening tells of a youth with protected identity.
    """
    is_suggested = and_(
        col(Suggestion.is_current),
        col(Suggestion.label).in_([STRONG, GOOD]),
        col(Suggestion.first_suggested_at) > span.start,
    )
    is_accepted = and_(
        col(Suggestion.state) == SuggestionState.ACCEPTED, col(Suggestion.decided_at) > span.start
    )
    rows = (
        select(Opening.id, Opening.headline, _count(is_suggested), _count(is_accepted))
        .join(Suggestion, col(Suggestion.opening_id) == Opening.id)
        .join(Youth, col(Youth.id) == Suggestion.youth_id)
        .where(_is_own(user), col(Opening.state) != OpeningState.CLOSED)
        .where(is_active(), col(Youth.protected_identity).is_(False))
        .group_by(col(Opening.id), col(Opening.headline))
        .order_by(col(Opening.id))
    )
    return [
        OpeningNews(opening_id=id_, headline=headline, suggested=suggested, accepted=accepted)
        for id_, headline, suggested, accepted in session.exec(rows)
    ]


def _is_own(user: User) -> ColumnElement[bool]:
    return col(Opening.employer_id).in_(employers.acted_for_by(user))


def requests(session: Session, user: User, span: Span) -> Tally:
    """How many ask to become the person's colleagues."""
    asked = [request.asked_at for request in employers.requests_to(session, user)]
    return Tally(len(asked), sum(moment > span.start for moment in asked))


def drafts(session: Session, user: User, span: Span) -> list[Draft]:
    """The employer's openings that are not published yet, the latest touched first."""
    rows = (
        openings.visible_to(user)
        .where(col(Opening.state) == OpeningState.DRAFT)
        .order_by(col(Opening.updated_at).desc(), col(Opening.id))
    )
    return [
        Draft(opening_id=row.id, headline=row.headline, is_new=row.updated_at > span.start)
        for row in session.exec(rows)
    ]


def expiring(session: Session, user: User, span: Span) -> list[Expiring]:
    """The employer's published openings with few days left, soonest first."""
    found = openings.ending_soon(session, user, first=span.today, last=span.today + SOON)
    return [
        Expiring(
            opening_id=row.id,
            headline=row.headline,
            last_day=last_day,
            is_new=last_day > span.first_day + SOON,
        )
        for row in found
        if (last_day := row.application_deadline or row.ends_on)
    ]
