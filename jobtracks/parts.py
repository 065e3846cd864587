"""What belongs to a track: its steps, cohorts, letters of intent and agreements to its profile.

Each is changed by itself. A track that is read must still have what it needs afterwards.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlmodel import Session, col, select

from accounts import audit
from accounts.models import User
from employers.merging import standing
from employers.models import Employer
from foundation.errors import Refused
from foundation.translating import lazy_
from jobtracks import seats, states
from jobtracks.enrolments.models import Enrolment, StepTaken
from jobtracks.models import (
    Cohort,
    Gives,
    JobTrack,
    LetterOfIntent,
    Part,
    Path,
    ProfileAgreement,
    StepKind,
    TrackStep,
)
from jobtracks.moving import lock
from jobtracks.service import stays_whole
from jobtracks.states import Lets


class IsTaken(Refused):
    """Somebody has gone through the step, or is on her way."""

    message = lazy_("Någon har redan börjat på insatsen. Den går att ändra men inte att ta bort.")


class HasPeople(Refused):
    """Somebody is or was in the cohort."""

    message = lazy_("Det finns ungdomar i omgången. Stäng intagningen i stället.")


class FewerThanTaken(Refused):
    """A seat that somebody has cannot be taken away from under her."""

    message = lazy_("Fler platser än så är redan tagna. Ange minst så många.")


class WrongDays(Refused):
    """A period ends after it begins."""

    message = lazy_("Slutdagen ligger före startdagen. Ändra en av dem.")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFacts:
    """What is written about a step; every field has the name of its column."""

    part: Part
    kind: StepKind
    title: str
    weeks: int
    turn: int = 1
    path: Path | None = None
    hours: int | None = None
    provider: str = ""
    prerequisites: str = ""
    gives: Gives = field(default_factory=Gives)

    def write_on(self, step: TrackStep) -> None:
        """Write it; before the choice there is no path."""
        for name in ("part", "kind", "title", "weeks", "turn", "hours", "provider"):
            setattr(step, name, getattr(self, name))
        step.path = self.path if self.part is Part.AFTER else None
        step.prerequisites, step.gives = self.prerequisites, self.gives


def add_step(
    session: Session, track: JobTrack, facts: StepFacts, *, by: User, now: datetime
) -> TrackStep:
    """Add a step."""
    with _changing(session, track, "step_added", by, now):
        step = TrackStep(
            track_id=track.id,
            part=facts.part,
            kind=facts.kind,
            title=facts.title,
            weeks=facts.weeks,
        )
        facts.write_on(step)
        session.add(step)
    return step


def change_step(
    session: Session, step: TrackStep, facts: StepFacts, *, by: User, now: datetime
) -> None:
    """Write a step anew."""
    with _changing(session, _track_of(session, step), "step_changed", by, now):
        facts.write_on(step)


def remove_step(session: Session, step: TrackStep, *, by: User, now: datetime) -> None:
    """Take a step away. Raises IsTaken."""
    with _changing(session, _track_of(session, step), "step_removed", by, now):
        taken = select(StepTaken.id).where(col(StepTaken.step_id) == step.id)
        if session.exec(taken.limit(1)).first():
            raise IsTaken
        session.delete(step)


def add_cohort(
    session: Session, track: JobTrack, *, starts_on: date, seats: int, by: User, now: datetime
) -> Cohort:
    """Add a start of the track."""
    with _changing(session, track, "cohort_added", by, now):
        cohort = Cohort(track_id=track.id, starts_on=starts_on, seats=seats)
        session.add(cohort)
    return cohort


def change_cohort(
    session: Session,
    cohort: Cohort,
    *,
    starts_on: date,
    seats: int,
    is_open: bool,
    by: User,
    now: datetime,
) -> list[Enrolment]:
    """Change a cohort; returns who was offered a seat that came free. Raises FewerThanTaken."""
    with _changing(session, cohort.track, "cohort_changed", by, now) as offered:
        session.refresh(cohort)
        if seats < cohort.taken:
            raise FewerThanTaken
        cohort.starts_on, cohort.seats, cohort.is_open = starts_on, seats, is_open
    return offered


def remove_cohort(session: Session, cohort: Cohort, *, by: User, now: datetime) -> None:
    """Take away a cohort that nobody is or was in. Raises HasPeople."""
    with _changing(session, cohort.track, "cohort_removed", by, now):
        inside = select(Enrolment.id).where(col(Enrolment.cohort_id) == cohort.id)
        if session.exec(inside.limit(1)).first():
            raise HasPeople
        session.delete(cohort)


def add_letter(
    session: Session,
    track: JobTrack,
    employer: Employer,
    *,
    places: int,
    starts_on: date,
    ends_on: date,
    by: User,
    now: datetime,
) -> LetterOfIntent:
    """Note that an employer means to take so many. Raises WrongDays."""
    if ends_on < starts_on:
        raise WrongDays
    with _changing(session, track, "letter_added", by, now):
        letter = LetterOfIntent(
            track_id=track.id,
            employer_id=standing(session, employer).id,
            places=places,
            starts_on=starts_on,
            ends_on=ends_on,
        )
        session.add(letter)
    return letter


def remove_letter(session: Session, letter: LetterOfIntent, *, by: User, now: datetime) -> None:
    """Take a letter of intent away, as when the employer takes it back."""
    track = session.get_one(JobTrack, letter.track_id)
    with _changing(session, track, "letter_removed", by, now):
        session.delete(letter)


def agree(
    session: Session,
    track: JobTrack,
    employer: Employer,
    *,
    agreed_on: date,
    by: User,
    now: datetime,
) -> ProfileAgreement:
    """Note that an employer has agreed to the competence profile."""
    with _changing(session, track, "profile_agreed", by, now):
        agreement = ProfileAgreement(
            track_id=track.id, employer_id=standing(session, employer).id, agreed_on=agreed_on
        )
        session.add(agreement)
    return agreement


def remove_agreement(
    session: Session, agreement: ProfileAgreement, *, by: User, now: datetime
) -> None:
    """Take an agreement away that was written down wrongly."""
    track = session.get_one(JobTrack, agreement.track_id)
    with _changing(session, track, "agreement_removed", by, now):
        session.delete(agreement)


def _track_of(session: Session, step: TrackStep) -> JobTrack:
    return session.get_one(JobTrack, step.track_id)


@contextmanager
def _changing(
    session: Session, track: JobTrack, what: str, by: User, now: datetime
) -> Iterator[list[Enrolment]]:
    """Change what belongs to a track while nobody else does, and see that it is still whole.

    The list that is yielded holds afterwards who was offered a seat.
    """
    locked = lock(session, track.id)
    states.demand(locked.state, Lets.EDIT)
    offered: list[Enrolment] = []
    yield offered
    session.flush()
    stays_whole(session, locked, now=now)
    offered += seats.settle(session, locked, now=now)
    audit.record(session, by=by, action=f"job_track.{what}", subject=locked, now=now)
