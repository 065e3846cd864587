"""Youths' own letters: queued once a week for each who has said yes to mail."""

from collections import Counter
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import exists
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, func, select

from digests import letters, schedule
from digests.models import DigestChoice
from digests.service import Outcome, Sending
from digests.youth import news, wording
from foundation import outbox
from foundation.bounces import MarkedAddress
from foundation.translating import speaking
from youths.models import Youth
from youths.own_letters.models import LetterWay, OwnLetter, OwnLetterWeek
from youths.queries import is_active

PURPOSE = "own_letter"
MONDAY = DigestChoice(user_id=UUID(int=0))
"""Youths' letters come when everybody's do who has chosen nothing."""


def due_now(session: Session, *, now: datetime, zone: ZoneInfo) -> tuple[str, list[UUID]]:
    """The week, and the youths whose letters should have come by now."""
    due = schedule.due(MONDAY, now=now, zone=zone)
    if due is None:
        return "", []
    is_done = exists().where(
        col(OwnLetterWeek.youth_id) == OwnLetter.youth_id, col(OwnLetterWeek.week) == due.week
    )
    is_marked = exists().where(col(MarkedAddress.address) == func.lower(OwnLetter.address))
    rows = (
        select(OwnLetter.youth_id)
        .join(Youth, col(Youth.id) == OwnLetter.youth_id)
        .where(OwnLetter.way == LetterWay.MAIL, ~is_done, ~is_marked)
        .where(is_active(), col(Youth.protected_identity).is_(False))
        .order_by(col(OwnLetter.youth_id))
    )
    return due.week, list(session.exec(rows))


def send(session: Session, youth_ids: list[UUID], week: str, sending: Sending) -> Counter[Outcome]:
    """Queue these letters, each in a savepoint of its own."""
    outcomes = Counter[Outcome]()
    for youth_id in youth_ids:
        try:
            with session.begin_nested():
                outcomes[_send(session, youth_id, week, sending)] += 1
        except IntegrityError:  # another scheduler was first
            outcomes[Outcome.SENT_BEFORE] += 1
    return outcomes


def _send(session: Session, youth_id: UUID, week: str, sending: Sending) -> Outcome:
    youth = session.get_one(Youth, youth_id)
    agreed = session.exec(select(OwnLetter).where(OwnLetter.youth_id == youth_id)).one()
    row = OwnLetterWeek(youth_id=youth_id, week=week, made_at=sending.now)
    session.add(row)
    session.flush()
    found = news.openings(session, youth, news.since(session, youth, sending.now))
    if not found or agreed.address is None:
        return Outcome.NOTHING_NEW
    with speaking(agreed.language):
        letter = letters.write_own(
            wording.message(found),
            sending.signer.stop_own(youth_id),
            to=agreed.address,
            public_url=sending.public_url,
        )
    queued = outbox.queue(session, letter, purpose=PURPOSE, now=sending.now, is_bulk=True)
    row.letter_id = queued.id
    session.flush()
    return Outcome.QUEUED
