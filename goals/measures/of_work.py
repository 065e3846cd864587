"""Measures of what the teams do: meetings held, tracks published, placements promised, answers."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from events.models import Event, EventState
from events.series import of_the_goal
from goals.measures.base import Counted, Scope, Span, day_of, within
from jobtracks.models import JobTrack, TrackMove, TrackState
from openings.models import Pledge
from placements.models import Introduction
from youths.models import Youth


def meetings(_scope: Scope) -> Any:
    """Employer meetings that were held, and made known at the latest on their day."""
    return sa.select(col(Event.team_id), col(Event.starts_at)).where(
        col(Event.state) == EventState.HELD, *of_the_goal()
    )


def tracks(_scope: Scope) -> Any:
    """The first time that each job track was published."""
    return (
        sa.select(col(JobTrack.team_id), sa.func.min(TrackMove.at))
        .select_from(sa.join(JobTrack, TrackMove))
        .where(col(TrackMove.after) == TrackState.PUBLISHED.value)
        .group_by(col(JobTrack.id), col(JobTrack.team_id))
    )


def pledges(scope: Scope) -> Any:
    """The pledges whose days and the period have any in common, those that were ended too."""
    return sa.select(col(Pledge.promised), col(Pledge.starts_on)).where(
        col(Pledge.starts_on) <= scope.ends_on, col(Pledge.ends_on) >= scope.starts_on
    )


def introductions(_scope: Scope) -> Any:
    """The introductions that employers were sent here, with the day of the answer."""
    return (
        sa.select(
            col(Youth.team_id), col(Introduction.introduced_at), col(Introduction.answered_at)
        )
        .select_from(sa.join(Introduction, Youth))
        .where(col(Introduction.introduced_at).is_not(None), ~col(Introduction.is_outside))
    )


def meeting_rows(session: Session, scope: Scope) -> list[Counted]:
    """Each meeting on its day."""
    return within(scope, (_on(team, at) for team, at in session.execute(meetings(scope))))


def track_rows(session: Session, scope: Scope) -> list[Counted]:
    """Each track on the day it was first published."""
    return within(scope, (_on(team, at) for team, at in session.execute(tracks(scope))))


def pledge_rows(session: Session, scope: Scope) -> list[Counted]:
    """What was promised, from a pledge's first day or the period's where that is later."""
    rows = []
    for promised, starts_on in session.execute(pledges(scope)):
        first = max(starts_on, scope.starts_on)
        rows.append(Counted(None, first, (Span(first),), weight=promised))
    return rows


def answer_rows(session: Session, scope: Scope) -> list[Counted]:
    """Each introduction from the day it was sent, and whether it has been answered since."""
    rows = []
    for team_id, sent_at, answered_at in session.execute(introductions(scope)):
        spans = (Span(day_of(answered_at)),) if answered_at else ()
        rows.append(Counted(team_id, day_of(sent_at), spans))
    return within(scope, rows)


def _on(team_id: Any, moment: Any) -> Counted:
    day = day_of(moment)
    return Counted(team_id, day, (Span(day),))
