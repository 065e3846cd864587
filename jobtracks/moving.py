"""Doing something with a track or a place on it: checked by the table, remembered for good.

The track is always locked before its cohorts and those who are on it, so that whoever comes second
waits, and then sees what the first has done.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from accounts import audit
from accounts.models import User
from jobtracks import states
from jobtracks.enrolments.models import Enrolment, EnrolmentMove
from jobtracks.models import JobTrack, TrackMove
from jobtracks.states import EnrolmentAct, TrackAct


def lock(session: Session, track_id: UUID) -> JobTrack:
    """The track as it is now; nobody else does anything with it until the transaction ends."""
    session.flush()
    return session.get_one(JobTrack, track_id, with_for_update=True, populate_existing=True)


def move_track(
    session: Session,
    track: JobTrack,
    act: TrackAct,
    *,
    by: User | None,
    now: datetime,
    note: str = "",
) -> None:
    """Do something with a locked track as a whole; `by` is None for what follows of itself.

    Raises IllegalMove.
    """
    before = track.state
    track.state = states.after_track(before, act, is_person=by is not None)
    track.state_since, track.updated_at, track.moves = now, now, track.moves + 1
    step = _step(act, before, track.state, by, now)
    session.add(TrackMove(track_id=track.id, note=note, **step))
    session.flush()
    audit.record(session, by=by, action=f"job_track.{act}", subject=track, now=now)


def move_enrolment(
    session: Session,
    enrolment: Enrolment,
    act: EnrolmentAct,
    track: JobTrack,
    *,
    by: User | None,
    now: datetime,
    why: str | None = None,
    note: str = "",
    **values: Any,
) -> None:
    """Do something with somebody's place on a locked track; `values` are columns to write with it.

    Raises IllegalMove, or NotNow where the track does not let it happen.
    """
    before = enrolment.state
    after = states.after_enrolment(before, act, track.state, is_person=by is not None)
    enrolment.state, enrolment.answer_by = after, None
    if after is not before:
        enrolment.state_since = now
    enrolment.moves += 1
    for name, value in values.items():
        setattr(enrolment, name, value)
    note_enrolment(session, enrolment, act, before, by=by, now=now, why=why, note=note)


def note_enrolment(
    session: Session,
    enrolment: Enrolment,
    act: EnrolmentAct,
    before: str,
    *,
    by: User | None,
    now: datetime,
    why: str | None = None,
    note: str = "",
) -> None:
    """Remember an act, in the history of the enrolment and in the audit log."""
    step = _step(act, before, enrolment.state, by, now)
    session.add(EnrolmentMove(enrolment_id=enrolment.id, why=why, note=note, **step))
    session.flush()
    audit.record(
        session,
        by=by,
        action=f"enrolment.{act}",
        subject=enrolment.youth,
        now=now,
        enrolment_id=str(enrolment.id),
        cohort_id=str(enrolment.cohort_id),
        why=why,
    )


def _step(act: str, before: str, after: str, by: User | None, now: datetime) -> dict[str, Any]:
    """What a row of either history says: when, by whom, what, from where to where."""
    by_id = by.id if by else None
    return {"at": now, "by_id": by_id, "act": act, "before": before, "after": after}
