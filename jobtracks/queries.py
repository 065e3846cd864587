"""Which tracks there are, for whom; visibility is part of every query."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import case, false
from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, func, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import TeamMember, User
from accounts.permissions import CASEWORKERS
from foundation.errors import NotFound
from jobtracks.checks import Whole, in_order
from jobtracks.models import (
    Cohort,
    JobTrack,
    LetterOfIntent,
    ProfileAgreement,
    TrackState,
    TrackStep,
)
from jobtracks.states import READABLE

GOAL = 3
"""How many published tracks there shall be at the least, as the steering documents ask."""

IN_LISTS = (
    TrackState.PUBLISHED,
    TrackState.FULL,
    TrackState.DRAFT,
    TrackState.PAUSED,
    TrackState.ENDED,
)
TEAM = cast("QueryableAttribute[Any]", JobTrack.team)
SHORTAGE = cast("QueryableAttribute[Any]", JobTrack.shortage)
Piece = TypeVar("Piece", TrackStep, Cohort, LetterOfIntent, ProfileAgreement)


@dataclass(frozen=True, slots=True)
class Room:
    """The seats of the cohorts that still take in: how many there are, and how many are free."""

    seats: int = 0
    left: int = 0


def visible_to(user: User) -> SelectOfScalar[JobTrack]:
    """The tracks that a member of staff may read: her teams' own, and what is published."""
    rows = select(JobTrack).options(joinedload(TEAM), joinedload(SHORTAGE))
    is_readable = col(JobTrack.state).in_(READABLE)
    if user.role not in CASEWORKERS:
        return rows.where(is_readable)
    return rows.where(or_(is_readable, col(JobTrack.team_id).in_(_teams_of(user))))


def owned_by(user: User) -> SelectOfScalar[JobTrack]:
    """The tracks of the person's own teams, which she may change."""
    rows = select(JobTrack).options(joinedload(TEAM), joinedload(SHORTAGE))
    if user.role not in CASEWORKERS:
        return rows.where(false())
    return rows.where(col(JobTrack.team_id).in_(_teams_of(user)))


def readable() -> SelectOfScalar[JobTrack]:
    """The tracks that anybody may read, by title."""
    rows = select(JobTrack).options(joinedload(TEAM), joinedload(SHORTAGE))
    return rows.where(col(JobTrack.state).in_(READABLE)).order_by(
        func.lower(JobTrack.title), col(JobTrack.id)
    )


def get_visible(session: Session, track_id: UUID, *, to: User) -> JobTrack:
    """The track, if this person may read it. Raises NotFound."""
    return _one(session, visible_to(to), track_id)


def get_owned(session: Session, track_id: UUID, *, by: User) -> JobTrack:
    """The track, if it is of a team of hers. Raises NotFound."""
    return _one(session, owned_by(by), track_id)


def get_readable(session: Session, track_id: UUID) -> JobTrack:
    """The track, if anybody may read it. Raises NotFound."""
    return _one(session, readable(), track_id)


def is_owner(session: Session, track: JobTrack, user: User) -> bool:
    """Whether the track is of a team of hers."""
    owned = owned_by(user).where(col(JobTrack.id) == track.id)
    return session.scalar(owned.with_only_columns(col(JobTrack.id))) is not None


def get_piece(session: Session, kind: type[Piece], piece_id: UUID, *, by: User) -> Piece:
    """A step, cohort, letter or agreement of a track of her team's. Raises NotFound."""
    own = owned_by(by).with_only_columns(col(JobTrack.id))
    rows = select(kind).where(col(kind.id) == piece_id, col(kind.track_id).in_(own))
    found = session.exec(rows).first()
    if found is None:
        raise NotFound
    return found


def cohorts_of(session: Session, track: JobTrack) -> list[Cohort]:
    """The track's cohorts, the earliest first."""
    rows = select(Cohort).where(col(Cohort.track_id) == track.id)
    return list(session.exec(rows.order_by(col(Cohort.starts_on), col(Cohort.id))))


def rooms(session: Session, tracks: Collection[JobTrack]) -> dict[UUID, Room]:
    """The seats of many tracks' open cohorts, in one question."""
    ids = [track.id for track in tracks]
    rows = (
        select(
            Cohort.track_id,
            func.sum(Cohort.seats),
            func.sum(col(Cohort.seats) - col(Cohort.taken)),
        )
        .where(col(Cohort.track_id).in_(ids), col(Cohort.is_open))
        .group_by(col(Cohort.track_id))
    )
    found = {track_id: Room(seats, left) for track_id, seats, left in session.exec(rows)}
    return {track_id: found.get(track_id, Room()) for track_id in ids}


def wholes(session: Session, tracks: Collection[JobTrack]) -> list[Whole]:
    """Tracks with their steps, and nothing else, in one question for all of them."""
    rows = select(TrackStep).where(col(TrackStep.track_id).in_([each.id for each in tracks]))
    steps = sorted(session.exec(rows), key=in_order)
    return [
        Whole(track, [step for step in steps if step.track_id == track.id], (), ())
        for track in tracks
    ]


def count_readable(session: Session) -> dict[UUID, int]:
    """How many tracks of each team are published; full ones are that too."""
    rows = select(JobTrack.team_id, func.count()).where(col(JobTrack.state).in_(READABLE))
    return dict(session.exec(rows.group_by(col(JobTrack.team_id))).all())


def in_lists(rows: SelectOfScalar[JobTrack]) -> SelectOfScalar[JobTrack]:
    """What is read first, then drafts and pauses, then what has ended; by title."""
    place = case({state: place for place, state in enumerate(IN_LISTS)}, value=col(JobTrack.state))
    return rows.order_by(place, func.lower(JobTrack.title), col(JobTrack.id))


def _teams_of(user: User) -> SelectOfScalar[UUID]:
    return select(TeamMember.team_id).where(TeamMember.user_id == user.id)


def _one(session: Session, rows: SelectOfScalar[JobTrack], track_id: UUID) -> JobTrack:
    found = session.exec(rows.where(col(JobTrack.id) == track_id)).first()
    if found is None:
        raise NotFound
    return found
