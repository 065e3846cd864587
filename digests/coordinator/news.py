"""What is stuck in a coordinator's teams: each list is what its page in the portal shows."""

from datetime import timedelta

from sqlmodel import Session, col

from accounts.models import User
from digests.caseworker.news import name_of
from digests.coordinator.content import (
    CoordinatorDigest,
    FreeSeats,
    Overlooked,
    Trouble,
    Unanswered,
)
from digests.spans import Span
from jobtracks import queries as tracks
from jobtracks.models import JobTrack, TrackState
from openings.feeds import queries as feeds
from placements import queries as placements
from placements.models import Introduction, Stage
from suggestions.caseload import desk

SILENCE = timedelta(days=3)
"""How long an employer may be silent before the coordinator hears of it."""


def facts(session: Session, user: User, span: Span) -> CoordinatorDigest:
    """All that can be told to a coordinator beside her own youths."""
    return CoordinatorDigest(
        overlooked=tuple(overlooked(session, user, span)),
        unanswered=tuple(unanswered(session, user, span)),
        seats=tuple(seats(session, user)),
        feeds=tuple(troubles(session, span)),
    )


def overlooked(session: Session, user: User, span: Span) -> list[Overlooked]:
    """Her teams' youths for whom the week's sharing picked nothing."""
    found = desk(session, user, only_mine=False, today=span.today).overlooked
    return [Overlooked(youth_id=each.id, name=name_of(each)) for each in found]


def unanswered(session: Session, user: User, span: Span) -> list[Unanswered]:
    """Introductions of her teams' youths that wait for an employer, the longest first."""
    rows = (
        placements.visible_to(user)
        .where(Introduction.stage == Stage.INTRODUCED)
        .where(col(Introduction.introduced_at) <= span.end - SILENCE)
        .order_by(col(Introduction.introduced_at), col(Introduction.id))
    )
    return [
        Unanswered(
            introduction_id=each.id,
            headline=each.opening.headline,
            days=(span.end - each.introduced_at).days,
        )
        for each in session.exec(rows)
        if each.introduced_at
    ]


def seats(session: Session, user: User) -> list[FreeSeats]:
    """Her teams' published tracks with seats that are nobody's, most first."""
    own = tracks.owned_by(user).where(col(JobTrack.state) == TrackState.PUBLISHED)
    found = list(session.exec(own))
    rooms = tracks.rooms(session, found)
    free = [
        FreeSeats(track_id=each.id, title=each.title, left=rooms[each.id].left)
        for each in found
        if rooms[each.id].left
    ]
    return sorted(free, key=lambda each: (-each.left, each.title, each.track_id))


def troubles(session: Session, span: Span) -> list[Trouble]:
    """The feeds that cannot be read."""
    broken = feeds.broken(session, now=span.end)
    return [Trouble(feed_id=each.feed.id, name=each.feed.name) for each in broken]
