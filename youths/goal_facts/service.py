"""Writes the answers that goals are counted by, and tells whether there is one: never which."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from sqlmodel import Session, col, delete, func, select

from accounts import audit
from accounts.models import User
from foundation.clock import local_date
from foundation.errors import Refused
from foundation.translating import lazy_, zone
from youths.belonging import lock
from youths.goal_facts.models import ANSWERS, CHANGING, Answer, FactKind, GoalFact
from youths.models import Youth


class NoSuchAnswer(Refused):
    """Every question has a closed list of answers."""

    message = lazy_("Välj ett av svaren i listan.")


class DayNotYet(Refused):
    """What is so from a later day is not so yet."""

    message = lazy_("Dagen ligger framåt i tiden. Välj dagens datum eller en tidigare dag.")


def record(
    session: Session,
    youth: Youth,
    answers: Mapping[FactKind, Answer],
    *,
    since: date,
    by: User,
    now: datetime,
) -> None:
    """Keep these answers; what changes over time is so from `since`, the rest from registration.

    The audit log learns which questions were answered and no answer. Raises NoSuchAnswer or
    DayNotYet.
    """
    if any(answer not in ANSWERS[kind] for kind, answer in answers.items()):
        raise NoSuchAnswer
    if since > local_date(now, zone()):
        raise DayNotYet
    lock(session, youth)
    for kind, answer in answers.items():
        first = max(since, youth.registered_on) if kind in CHANGING else youth.registered_on
        _clear(session, youth, kind, first)
        session.add(
            GoalFact(
                youth_id=youth.id,
                kind=kind,
                answer=answer,
                since=first,
                recorded_by_id=by.id,
                recorded_at=now,
            )
        )
    _log(session, youth, "youth.goal_facts_recorded", answers, by, now)


def forget(session: Session, youth: Youth, kind: FactKind, *, by: User, now: datetime) -> None:
    """Take every answer to a question away, as when the youth asks for it."""
    theirs = delete(GoalFact).where(col(GoalFact.youth_id) == youth.id)
    session.exec(theirs.where(col(GoalFact.kind) == kind))
    _log(session, youth, "youth.goal_facts_forgotten", [kind], by, now)


def recorded(session: Session, youth: Youth) -> dict[FactKind, datetime]:
    """Which questions have an answer and when the latest was written; what it is stays unsaid."""
    rows = (
        select(GoalFact.kind, func.max(GoalFact.recorded_at))
        .where(col(GoalFact.youth_id) == youth.id)
        .group_by(col(GoalFact.kind))
    )
    return {FactKind(kind): at for kind, at in session.exec(rows)}


def _clear(session: Session, youth: Youth, kind: FactKind, since: date) -> None:
    """Make room for an answer: for the only one, or for the one of its day."""
    rows = delete(GoalFact).where(col(GoalFact.youth_id) == youth.id, col(GoalFact.kind) == kind)
    session.exec(rows.where(col(GoalFact.since) == since) if kind in CHANGING else rows)


def _log(
    session: Session,
    youth: Youth,
    action: str,
    kinds: Iterable[FactKind],
    by: User,
    now: datetime,
) -> None:
    named = sorted(kind.value for kind in kinds)
    session.flush()
    audit.record(session, by=by, action=action, subject=youth, now=now, kinds=named)
