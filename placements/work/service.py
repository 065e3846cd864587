"""A placement from its first day to what came of it. A vacancy is taken while it lasts.

A placement that leads to a job at the same place keeps its vacancy; any other end gives it back.
The opening is always locked before the introduction.
"""

from collections.abc import Iterable
from datetime import date, datetime

from sqlmodel import Session, col, select, update

from accounts import audit
from accounts.models import User
from foundation.errors import Refused
from foundation.translating import lazy_
from openings.models import Opening
from placements.models import Introduction, Party
from placements.moving import Actor, take
from placements.states import Step
from placements.work.models import EndReason, FollowUp, Outcome, Placement


class NoVacancyLeft(Refused):
    """Everybody that the opening had room for has been placed."""

    message = lazy_("Alla platser är tillsatta. Be arbetsgivaren lägga till en plats först.")


class WrongDay(Refused):
    """The days do not follow on each other."""

    message = lazy_("Dagarna stämmer inte. Kontrollera start och slut.")


class MoreThanPlanned(Refused):
    """Nobody was there on more days than were planned."""

    message = lazy_("Dagarna på plats kan inte vara fler än de planerade.")


class DoneAlready(Refused):
    """The follow-up has been written down."""

    message = lazy_("Uppföljningen är redan gjord.")


def start(
    session: Session,
    introduction: Introduction,
    *,
    starts_on: date,
    ends_on: date | None,
    follow_ups: Iterable[date] = (),
    by: Actor,
    now: datetime,
) -> Placement:
    """Begin a placement, on a vacancy that is still free. Raises NoVacancyLeft or IllegalStep."""
    if ends_on is not None and ends_on < starts_on:
        raise WrongDay
    _take_vacancy(session, introduction, now)
    take(session, introduction, Step.PLACE, by=by, now=now, holds_vacancy=True)
    placement = Placement(introduction_id=introduction.id, starts_on=starts_on, ends_on=ends_on)
    session.add(placement)
    session.flush()
    for due_on in sorted(set(follow_ups)):
        session.add(FollowUp(placement_id=placement.id, due_on=due_on))
    session.flush()
    return placement


def prolong(
    session: Session, placement: Placement, to: date, *, note: str = "", by: User, now: datetime
) -> None:
    """Let the placement go on to a later day. Raises WrongDay or IllegalStep."""
    if placement.ends_on is None or to <= placement.ends_on:
        raise WrongDay
    actor = Actor(Party.CASEWORKER, by)
    take(session, placement.introduction, Step.PROLONG, by=actor, now=now, note=note)
    placement.ends_on = to
    session.flush()


def end(
    session: Session,
    placement: Placement,
    outcome: Outcome,
    *,
    ended_on: date,
    reason: EndReason | None = None,
    note: str = "",
    by: User,
    now: datetime,
) -> None:
    """End a placement with what came of it; broken off, it has a reason too.

    Raises WrongDay, or IllegalStep where it has ended already.
    """
    is_broken = outcome is Outcome.BROKEN_OFF
    if ended_on < placement.starts_on and not is_broken:
        raise WrongDay
    introduction, stays = placement.introduction, outcome is Outcome.JOB_HERE
    _lock_opening(session, introduction)
    step = Step.BREAK_OFF if is_broken else Step.END
    actor = Actor(Party.CASEWORKER, by)
    take(session, introduction, step, by=actor, now=now, note=note, holds_vacancy=stays)
    if not stays:
        _give_back(session, introduction, now)
    placement.ended_on, placement.note = ended_on, note
    placement.end_reason = reason if is_broken else None
    placement.outcome, placement.outcome_at = outcome, now
    _drop_follow_ups(session, placement)
    session.flush()


def correct(
    session: Session, placement: Placement, outcome: Outcome, *, by: User, now: datetime
) -> None:
    """Change what came of an ended placement, as when a job is found weeks later.

    Raises NoVacancyLeft where it is now a job here and others have taken every vacancy.
    """
    introduction, stays = placement.introduction, outcome is Outcome.JOB_HERE
    _lock_opening(session, introduction)
    session.refresh(introduction)
    if stays and not introduction.holds_vacancy:
        _take_vacancy(session, introduction, now)
    if introduction.holds_vacancy and not stays:
        _give_back(session, introduction, now)
    actor = Actor(Party.CASEWORKER, by)
    take(session, introduction, Step.CORRECT, by=actor, now=now, holds_vacancy=stays)
    placement.outcome, placement.outcome_at = outcome, now
    session.flush()


def plan_follow_up(
    session: Session, placement: Placement, due_on: date, *, by: User, now: datetime
) -> FollowUp:
    """Plan one more talk."""
    follow_up = FollowUp(placement_id=placement.id, due_on=due_on)
    session.add(follow_up)
    session.flush()
    _log(session, placement, "follow_up.planned", by, now)
    return follow_up


def follow_up_done(
    session: Session,
    follow_up: FollowUp,
    *,
    done_on: date,
    days_planned: int | None,
    days_present: int | None,
    note: str,
    by: User,
    now: datetime,
) -> None:
    """Write down a talk, and attendance since the one before.

    Raises MoreThanPlanned or DoneAlready.
    """
    session.refresh(follow_up, with_for_update=True)
    if follow_up.done_on is not None:
        raise DoneAlready
    if (days_present or 0) > (days_planned or 0):
        raise MoreThanPlanned
    follow_up.done_on, follow_up.by_id, follow_up.note = done_on, by.id, note
    follow_up.days_planned, follow_up.days_present = days_planned, days_present
    session.flush()
    placement = session.get_one(Placement, follow_up.placement_id)
    _log(session, placement, "follow_up.done", by, now)


def _log(session: Session, placement: Placement, action: str, by: User, now: datetime) -> None:
    youth, facts = placement.introduction.youth, {"placement_id": str(placement.id)}
    audit.record(session, by=by, action=action, subject=youth, now=now, **facts)


def _lock_opening(session: Session, introduction: Introduction) -> None:
    session.get_one(Opening, introduction.opening_id, with_for_update=True, populate_existing=True)


def _take_vacancy(session: Session, introduction: Introduction, now: datetime) -> None:
    """Take one of the opening's vacancies: of two who take the last, one gets it."""
    taken = session.exec(
        update(Opening)
        .where(col(Opening.id) == introduction.opening_id)
        .where(col(Opening.taken) < col(Opening.number_of_vacancies))
        .values(taken=col(Opening.taken) + 1, updated_at=now)
    )
    if not taken.rowcount:
        raise NoVacancyLeft
    session.refresh(introduction.opening)


def _give_back(session: Session, introduction: Introduction, now: datetime) -> None:
    session.exec(
        update(Opening)
        .where(col(Opening.id) == introduction.opening_id, col(Opening.taken) > 0)
        .values(taken=col(Opening.taken) - 1, updated_at=now)
    )
    session.refresh(introduction.opening)


def _drop_follow_ups(session: Session, placement: Placement) -> None:
    """What was planned for later than the end is not waited for."""
    rows = select(FollowUp).where(FollowUp.placement_id == placement.id)
    for planned in session.exec(rows.where(col(FollowUp.done_on).is_(None))):
        session.delete(planned)
