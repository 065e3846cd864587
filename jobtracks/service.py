"""What a team does with a track as a whole: write, publish, pause, resume, end, throw away."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from sqlmodel import Session, col, select

from accounts import audit
from accounts.models import Team, User
from foundation import clock
from foundation.db import take_turn
from foundation.errors import Refused
from foundation.translating import lazy_, zone
from jobtracks import checks, seats, states
from jobtracks.enrolments import service as enrolments
from jobtracks.enrolments.models import Enrolment, EnrolmentState, Why
from jobtracks.models import Cohort, Competence, JobTrack, TrackState
from jobtracks.moving import lock, move_track
from jobtracks.states import Lets, TrackAct
from reference import occupations

NOT_BEGUN = (EnrolmentState.INTEREST, EnrolmentState.WAITING, EnrolmentState.OFFERED)


class ChangedMeanwhile(Refused):
    """A colleague saved another version after this one was opened."""

    message = lazy_("Någon annan har ändrat jobbspåret medan du skrev.")


class UnknownOccupation(Refused):
    """An occupation group is one of SSYK 2012."""

    message = lazy_("Vi känner inte igen ett av yrkena. Välj ur listan.")


class OnlyDrafts(Refused):
    """What has been public is kept."""

    message = lazy_("Bara ett utkast går att ta bort. Avsluta jobbspåret i stället.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackFacts:
    """What is written about a track itself; every field has the name of its column."""

    title: str
    contact_id: UUID
    summary: str = ""
    municipality: str | None = None
    occupations: tuple[str, ...] = ()
    shortage_id: UUID | None = None
    profile: tuple[Competence, ...] = ()
    target_groups: tuple[str, ...] = ()

    @classmethod
    def of(cls, track: JobTrack) -> Self:
        """What is written now."""
        return cls(
            title=track.title,
            contact_id=track.contact_id,
            summary=track.summary,
            municipality=track.municipality,
            occupations=tuple(track.occupations),
            shortage_id=track.shortage_id,
            profile=tuple(track.profile),
            target_groups=tuple(track.target_groups),
        )

    def columns(self) -> dict[str, Any]:
        """The facts as a track's columns hold them."""
        names = ("title", "contact_id", "summary", "municipality", "shortage_id")
        lists = ("occupations", "profile", "target_groups")
        plain = {name: getattr(self, name) for name in names}
        return plain | {name: list(getattr(self, name)) for name in lists}


def create(session: Session, team: Team, facts: TrackFacts, *, by: User, now: datetime) -> JobTrack:
    """A new draft of a team. Raises UnknownOccupation."""
    _demand_occupations(facts)
    track = JobTrack(
        team_id=team.id,
        title=facts.title,
        contact_id=facts.contact_id,
        state_since=now,
        created_at=now,
        updated_at=now,
    )
    _write(track, facts, now)
    session.add(track)
    session.flush()
    audit.record(session, by=by, action="job_track.created", subject=track, now=now)
    return track


def change(
    session: Session,
    track: JobTrack,
    facts: TrackFacts,
    *,
    seen_at: datetime,
    by: User,
    now: datetime,
) -> None:
    """Replace what is written, if nobody has since `seen_at`.

    Raises UnknownOccupation, ChangedMeanwhile, NotNow for a track that has ended, or NotReady
    where a track that is read would lack something.
    """
    _demand_occupations(facts)
    if not take_turn(session, track, seen_at=seen_at, now=now):
        raise ChangedMeanwhile
    states.demand(track.state, Lets.EDIT)
    _write(track, facts, now)
    session.flush()
    session.refresh(track)
    stays_whole(session, track, now=now)
    audit.record(session, by=by, action="job_track.changed", subject=track, now=now)


def publish(session: Session, track: JobTrack, *, by: User, now: datetime) -> None:
    """Let everybody read the track. Raises NotReady or IllegalMove."""
    locked = lock(session, track.id)
    checks.demand_whole(session, locked, today=clock.local_date(now, zone()))
    move_track(session, locked, TrackAct.PUBLISH, by=by, now=now)
    seats.settle(session, locked, now=now)


def pause(session: Session, track: JobTrack, *, note: str = "", by: User, now: datetime) -> None:
    """Take nobody in for a while; who is on it goes on. Raises IllegalMove."""
    move_track(session, lock(session, track.id), TrackAct.PAUSE, by=by, now=now, note=note)


def resume(session: Session, track: JobTrack, *, by: User, now: datetime) -> list[Enrolment]:
    """Take people in again, first those who wait. Raises NotReady or IllegalMove."""
    locked = lock(session, track.id)
    checks.demand_whole(session, locked, today=clock.local_date(now, zone()))
    move_track(session, locked, TrackAct.RESUME, by=by, now=now)
    return seats.settle(session, locked, now=now)


def end(session: Session, track: JobTrack, *, note: str = "", by: User, now: datetime) -> None:
    """End a track: who has not begun leaves it with that reason, who is on it goes on."""
    locked = lock(session, track.id)
    move_track(session, locked, TrackAct.END, by=by, now=now, note=note)
    rows = (
        select(Enrolment)
        .join(Cohort)
        .where(col(Cohort.track_id) == locked.id, col(Enrolment.state).in_(NOT_BEGUN))
        .order_by(col(Enrolment.id))
    )
    for enrolment in session.exec(rows).all():
        enrolments.leave(session, enrolment, Why.TRACK_ENDED, by=by, now=now)


def discard(session: Session, track: JobTrack, *, by: User, now: datetime) -> None:
    """Throw a draft away with what belongs to it. Raises OnlyDrafts."""
    locked = lock(session, track.id)
    if locked.state is not TrackState.DRAFT:
        raise OnlyDrafts
    audit.record(session, by=by, action="job_track.discarded", subject=locked, now=now)
    session.delete(locked)
    session.flush()


def stays_whole(session: Session, track: JobTrack, *, now: datetime) -> None:
    """Raise NotReady where a track that is read lacks something after a change."""
    if track.state in states.READABLE:
        checks.demand_whole(session, track, today=clock.local_date(now, zone()))


def _write(track: JobTrack, facts: TrackFacts, now: datetime) -> None:
    """Write the facts; a profile that is another than before has to be agreed to anew."""
    if tuple(track.profile) != facts.profile:
        track.profile_changed_on = clock.local_date(now, zone())
    for name, value in facts.columns().items():
        setattr(track, name, value)


def _demand_occupations(facts: TrackFacts) -> None:
    if not all(occupations.group(each) for each in facts.occupations):
        raise UnknownOccupation
