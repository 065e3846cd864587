"""What has happened with an employer's openings since a person's last letter, and what waits."""

from datetime import timedelta

from sqlalchemy import ColumnElement, and_, case
from sqlmodel import Session, col, func, select

from accounts.models import User
from digests.employer.content import (
    Ahead,
    Draft,
    EmployerDigest,
    Expiring,
    Introduced,
    OpeningNews,
)
from digests.spans import Span, Tally
from employers import queries as employers
from events.models import Answer, Event, Invitation
from events.states import AHEAD
from openings import queries as openings
from openings.models import Opening, OpeningState
from placements import queries as placements
from placements.meetings import queries as meetings
from suggestions.models import Suggestion, SuggestionState
from suggestions.queries import SUITS
from youths.models import Youth
from youths.queries import is_active

SOON = timedelta(days=14)
"""How long before its last day an opening is said to expire soon; meetings likewise."""


def facts(session: Session, user: User, span: Span) -> EmployerDigest:
    """All that can be told to a person of the employers she acts for."""
    return EmployerDigest(
        introductions=tuple(introductions(session, user)),
        requests=requests(session, user, span),
        expiring=tuple(expiring(session, user, span)),
        ahead=tuple(ahead(session, user, span)),
        news=tuple(of_openings(session, user, span)),
        drafts=tuple(drafts(session, user, span)),
        published=openings.count_by_state(session, user).get(OpeningState.PUBLISHED, 0),
    )


def introductions(session: Session, user: User) -> list[Introduced]:
    """Those that wait for an answer, the most pressing first."""
    return [
        Introduced(introduction_id=each.id, headline=each.opening.headline, due_on=each.due_on)
        for each in placements.waiting_for_employer(session, user)
    ]


def ahead(session: Session, user: User, span: Span) -> list[Ahead]:
    """The meetings of the next two weeks, and the events that somebody has said yes to."""
    talks = session.exec(meetings.invited_to(user, now=span.end))
    found = [
        Ahead(
            title=each.introduction.opening.headline,
            starts_at=each.starts_at,
            meeting_id=each.id,
        )
        for each in talks
    ]
    rows = (
        select(Event.theme, Event.starts_at)
        .join(Invitation, col(Invitation.event_id) == Event.id)
        .where(col(Invitation.employer_id).in_(employers.acted_for_by(user)))
        .where(Invitation.answer == Answer.YES, col(Event.state).in_(AHEAD))
        .where(Event.starts_at >= span.end)
    )
    found += [Ahead(title=theme, starts_at=starts_at) for theme, starts_at in session.exec(rows)]
    near = (each for each in found if each.starts_at <= span.end + SOON)
    return sorted(near, key=lambda each: (each.starts_at, each.title))


def of_openings(session: Session, user: User, span: Span) -> list[OpeningNews]:
    """How many youths the employer's openings may suit, and how many were gone on with.

    Not even the count of an employer's opening tells of a youth with protected identity.
    """
    is_suggested = and_(
        col(Suggestion.is_current),
        col(Suggestion.label).in_(SUITS),
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
            can_be_prolonged=row.application_deadline is not None,
        )
        for row in found
        if (last_day := row.application_deadline or row.ends_on)
    ]


def _count(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((and_(*conditions), 1)))
