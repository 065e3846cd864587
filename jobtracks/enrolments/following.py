"""What really happens on a track: steps begun and ended, and the choice of path."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from accounts import audit
from accounts.models import User
from foundation.errors import Refused
from foundation.translating import lazy_
from jobtracks.enrolments.models import (
    ChoiceReason,
    Enrolment,
    EnrolmentState,
    PathwayChoice,
    StepTaken,
    TookPart,
)
from jobtracks.models import Path, TrackStep
from jobtracks.moving import lock

ON_IT = frozenset({EnrolmentState.ACTIVE, EnrolmentState.PAUSED, EnrolmentState.COMPLETED})


class NotOnIt(Refused):
    """Steps and choices are for who has a seat."""

    message = lazy_("Ungdomen deltar inte i jobbspåret. Ta emot platsen först.")


class WrongDays(Refused):
    """The days do not follow on each other."""

    message = lazy_("Slutdagen ligger före startdagen. Ändra en av dem.")


class OtherTrack(Refused):
    """The step is of another track."""

    message = lazy_("Insatsen hör till ett annat jobbspår.")


class TheYouthDecides(Refused):
    """A choice without the youth is none."""

    message = lazy_("Ungdomen behöver ha varit med när vägen valdes.")


def take_step(
    session: Session,
    enrolment: Enrolment,
    step: TrackStep,
    *,
    started_on: date,
    ended_on: date | None,
    by: User,
    now: datetime,
) -> StepTaken:
    """Write down when somebody began a step, and ended it if she has.

    Raises NotOnIt, OtherTrack or WrongDays.
    """
    _hold(session, enrolment)
    if step.track_id != enrolment.cohort.track_id:
        raise OtherTrack
    if ended_on is not None and ended_on < started_on:
        raise WrongDays
    taken = _taken(session, enrolment.id, step.id)
    if taken is None:
        taken = StepTaken(enrolment_id=enrolment.id, step_id=step.id, started_on=started_on)
        session.add(taken)
    taken.started_on, taken.ended_on = started_on, ended_on
    session.flush()
    _log(session, enrolment, "step_taken", by, now)
    return taken


def undo_step(
    session: Session, enrolment: Enrolment, step: TrackStep, *, by: User, now: datetime
) -> None:
    """Take away what was written about a step, as when it was the wrong one."""
    _hold(session, enrolment)
    taken = _taken(session, enrolment.id, step.id)
    if taken is not None:
        session.delete(taken)
        session.flush()
        _log(session, enrolment, "step_undone", by, now)


def choose_path(
    session: Session,
    enrolment: Enrolment,
    path: Path,
    *,
    chosen_on: date,
    reasons: Iterable[ChoiceReason],
    took_part: Iterable[TookPart],
    words: str = "",
    by: User,
    now: datetime,
) -> PathwayChoice:
    """Write down the pathway choice; an earlier one is kept beside it.

    Raises NotOnIt or TheYouthDecides.
    """
    present = list(took_part)
    if TookPart.YOUTH not in present:
        raise TheYouthDecides
    _hold(session, enrolment)
    choice = PathwayChoice(
        enrolment_id=enrolment.id,
        path=path,
        chosen_on=chosen_on,
        reasons=list(reasons),
        took_part=present,
        words=words,
        recorded_by_id=by.id,
        recorded_at=now,
    )
    session.add(choice)
    session.flush()
    _log(session, enrolment, "path_chosen", by, now, path=path)
    return choice


def _hold(session: Session, enrolment: Enrolment) -> None:
    """Lock the track, and see that the youth is on it."""
    lock(session, enrolment.cohort.track_id)
    session.refresh(enrolment)
    if enrolment.state not in ON_IT:
        raise NotOnIt


def _taken(session: Session, enrolment_id: UUID, step_id: UUID) -> StepTaken | None:
    rows = select(StepTaken).where(col(StepTaken.enrolment_id) == enrolment_id)
    return session.exec(rows.where(col(StepTaken.step_id) == step_id)).first()


def _log(
    session: Session, enrolment: Enrolment, what: str, by: User, now: datetime, **facts: object
) -> None:
    told = {"enrolment_id": str(enrolment.id), **facts}
    action = f"enrolment.{what}"
    audit.record(session, by=by, action=action, subject=enrolment.youth, now=now, **told)
