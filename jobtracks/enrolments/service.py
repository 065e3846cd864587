"""What a caseworker does with a youth's place on a track: interest, line, offer, seat, end."""

from datetime import date, datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from accounts.models import User
from foundation import clock
from foundation.db import broke
from foundation.errors import Refused
from foundation.translating import lazy_, zone
from jobtracks import seats, states
from jobtracks.enrolments.models import HOLDS_SEAT, Before, Enrolment, Why
from jobtracks.models import Cohort, JobTrack
from jobtracks.moving import lock, move_enrolment, note_enrolment
from jobtracks.states import EnrolmentAct, Lets
from youths.models import Youth


class OtherTeam(Refused):
    """A track's own team looks after who is on it, and learns of nobody else's youths."""

    message = lazy_("Jobbspåret hör till ett annat team. Prata med dem om ungdomen vill vara med.")


class IsClosed(Refused):
    """Nobody more is taken in to the cohort."""

    message = lazy_("Omgången tar inte emot fler. Välj en annan omgång.")


class InIt(Refused):
    """Of one youth and one cohort there is one open enrolment."""

    message = lazy_("Ungdomen är redan med i den här omgången.")


class IsArchived(Refused):
    """Nobody new is enrolled for a youth who is put aside."""

    message = lazy_("Ungdomen är arkiverad. Ta tillbaka ungdomen först.")


class LineGoesFirst(Refused):
    """Somebody has waited longer."""

    message = lazy_("Andra står före i kön. Ställ ungdomen i kö, så går det i tur och ordning.")


def ask(session: Session, cohort: Cohort, youth: Youth, *, by: User, now: datetime) -> Enrolment:
    """Note that a youth is interested in a cohort.

    Raises NotNow, OtherTeam, IsArchived, IsClosed or InIt.
    """
    track = lock(session, cohort.track_id)
    session.refresh(cohort)
    states.demand(track.state, Lets.QUEUE)
    _demand_welcome(track, cohort, youth)
    enrolment = Enrolment(
        cohort_id=cohort.id,
        youth_id=youth.id,
        state_since=now,
        in_line_since=now,
        created_at=now,
    )
    try:
        with session.begin_nested():
            session.add(enrolment)
    except IntegrityError as error:
        if broke(error, "uq_enrolment_open", "enrolment.youth_id", "enrolment.cohort_id"):
            raise InIt from error
        raise
    note_enrolment(session, enrolment, EnrolmentAct.ASK, "", by=by, now=now)
    return enrolment


def wait(session: Session, enrolment: Enrolment, *, by: User, now: datetime) -> list[Enrolment]:
    """Put somebody in the line; a seat that is free is offered at once, to who is first."""
    return do(session, enrolment, EnrolmentAct.WAIT, by=by, now=now)


def offer(session: Session, enrolment: Enrolment, *, by: User, now: datetime) -> None:
    """Offer a free seat, to who is first in the line or where nobody waits.

    Raises LineGoesFirst or NoSeatLeft.
    """
    do(session, enrolment, EnrolmentAct.OFFER, by=by, now=now, answer_by=seats.last_day(now))


def accept(session: Session, enrolment: Enrolment, *, by: User, now: datetime) -> None:
    """Note that the seat is hers; she begins with the cohort, or today where that has begun."""
    begins = max(clock.local_date(now, zone()), enrolment.cohort.starts_on)
    do(session, enrolment, EnrolmentAct.ACCEPT, by=by, now=now, started_on=begins)


def decline(session: Session, enrolment: Enrolment, *, by: User, now: datetime) -> list[Enrolment]:
    """Note that she says no to the seat; the next in the line is offered it."""
    values = {"left_why": Why.DECLINED}
    return do(session, enrolment, EnrolmentAct.DECLINE, by=by, now=now, why=Why.DECLINED, **values)


def leave(
    session: Session,
    enrolment: Enrolment,
    why: Why,
    *,
    note: str = "",
    by: User | None,
    now: datetime,
) -> list[Enrolment]:
    """Note that she is not on the track any more; a seat that she had is handed on."""
    ended: dict[str, Any] = {"left_why": why}
    if enrolment.started_on:
        ended["ended_on"] = max(clock.local_date(now, zone()), enrolment.started_on)
    act = EnrolmentAct.LEAVE
    return do(session, enrolment, act, by=by, now=now, why=why, note=note, **ended)


def complete(
    session: Session, enrolment: Enrolment, *, ended_on: date, by: User, now: datetime
) -> None:
    """Note that she has gone through the track."""
    do(session, enrolment, EnrolmentAct.COMPLETE, by=by, now=now, ended_on=ended_on)


def correct(session: Session, enrolment: Enrolment, *, by: User, now: datetime) -> None:
    """Undo that she has completed the track."""
    do(session, enrolment, EnrolmentAct.CORRECT, by=by, now=now, ended_on=None)


def go_before(
    session: Session,
    enrolment: Enrolment,
    why: Before,
    *,
    note: str = "",
    by: User,
    now: datetime,
) -> None:
    """Let somebody go before those without such a reason; the reason is kept."""
    act = EnrolmentAct.GO_BEFORE
    do(session, enrolment, act, by=by, now=now, why=why, note=note, goes_before=why)


def take_turn(session: Session, enrolment: Enrolment, *, by: User, now: datetime) -> None:
    """Let somebody stand where her first interest puts her again."""
    do(session, enrolment, EnrolmentAct.TAKE_TURN, by=by, now=now, goes_before=None)


def do(
    session: Session,
    enrolment: Enrolment,
    act: EnrolmentAct,
    *,
    by: User | None,
    now: datetime,
    why: str | None = None,
    note: str = "",
    **values: Any,
) -> list[Enrolment]:
    """Do one act with somebody's place, with what follows for seats, line and track.

    Returns who was offered a seat that came free. Raises IllegalMove, NotNow, NoSeatLeft or
    LineGoesFirst.
    """
    track = lock(session, enrolment.cohort.track_id)
    session.refresh(enrolment)
    cohort = enrolment.cohort
    session.refresh(cohort)
    held = enrolment.state in HOLDS_SEAT
    if act is EnrolmentAct.OFFER:
        _demand_turn(session, cohort, enrolment)
    move_enrolment(session, enrolment, act, track, by=by, now=now, why=why, note=note, **values)
    holds = enrolment.state in HOLDS_SEAT
    if holds and not held:
        seats.take_seat(session, cohort)
    elif held and not holds:
        seats.give_back(session, cohort)
    return seats.settle(session, track, now=now)


def _demand_welcome(track: JobTrack, cohort: Cohort, youth: Youth) -> None:
    if youth.team_id != track.team_id:
        raise OtherTeam
    if youth.archived_at is not None:
        raise IsArchived
    if not cohort.is_open:
        raise IsClosed


def _demand_turn(session: Session, cohort: Cohort, enrolment: Enrolment) -> None:
    """Nobody is offered a seat past somebody who waits."""
    if not cohort.is_open:
        raise IsClosed
    following = seats.first_in_line(session, cohort)
    if following is not None and following.id != enrolment.id:
        raise LineGoesFirst
    if cohort.seats_left < 1:
        raise seats.NoSeatLeft
