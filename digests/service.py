"""Weekly digests: written and queued once for each recipient, kind and ISO week."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from accounts.models import User
from digests import building, letters, queries, schedule
from digests.links import Signer
from digests.models import Digest, DigestChoice, DigestKind
from digests.spans import Span
from foundation import clock, logs, outbox
from foundation.db import broke
from foundation.translating import speaking

log = logs.logger("digests")


class Outcome(StrEnum):
    """What became of one recipient's letter."""

    QUEUED = "queued"
    SENT_BEFORE = "sent_before"
    NOTHING_NEW = "nothing_new"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose letter of which kind and week is to be written."""

    user_id: UUID
    kind: DigestKind
    week: str


@dataclass(frozen=True, slots=True)
class Sending:
    """What every letter of one sending has in common.

    Where `keeps_silence`, a person who has nothing to read is done for the week: her letter does
    not come at an hour she has not chosen, because something has happened since.
    """

    public_url: str
    signer: Signer
    now: datetime
    zone: ZoneInfo
    keeps_silence: bool = True


@dataclass(frozen=True, slots=True)
class SendSummary:
    """How a week's sending went: how many recipients of each kind met each outcome."""

    week: str
    outcomes: dict[DigestKind, Counter[Outcome]] = field(default_factory=dict)

    def total(self, outcome: Outcome) -> int:
        """How many recipients of any kind met the outcome."""
        return sum(counts[outcome] for counts in self.outcomes.values())


def due_now(session: Session, *, now: datetime, zone: ZoneInfo) -> list[Turn]:
    """Whose letters should have come by now, at the day and hour that each has chosen."""
    choices, turns = queries.choices(session), list[Turn]()
    weeks = [clock.iso_week(now - timedelta(days=ago), zone) for ago in (0, 7)]
    for kind in DigestKind:
        done = queries.done_in(session, kind, weeks)
        for user in queries.recipients(session, kind):
            choice = choices.get(user.id) or DigestChoice(user_id=user.id)
            due = schedule.due(choice, now=now, zone=zone)
            if due and (user.id, due.week) not in done:
                turns.append(Turn(user.id, kind, due.week))
    return turns


def send(session: Session, turns: Iterable[Turn], sending: Sending) -> Counter[Outcome]:
    """Queue these letters. Each has a savepoint of its own: what fails for one stops no other."""
    outcomes = Counter[Outcome]()
    for turn in turns:
        outcomes[_send_safely(session, turn, sending)] += 1
    return outcomes


def send_week(session: Session, sending: Sending, week: str | None = None) -> SendSummary:
    """Queue the letters of a week (this one by default) for everybody who has not had theirs."""
    summary = SendSummary(week or clock.iso_week(sending.now, sending.zone))
    for kind in DigestKind:
        done = {user_id for user_id, _week in queries.done_in(session, kind, [summary.week])}
        people = [user.id for user in queries.recipients(session, kind)]
        turns = [Turn(each, kind, summary.week) for each in people if each not in done]
        summary.outcomes[kind] = send(session, turns, sending)
        if before := len(people) - len(turns):
            summary.outcomes[kind][Outcome.SENT_BEFORE] += before
    return summary


def _send_safely(session: Session, turn: Turn, sending: Sending) -> Outcome:
    """Send to one person; whatever goes wrong is logged by its kind, without personal data."""
    try:
        with session.begin_nested():
            return _send(session, turn, sending)
    except IntegrityError as error:
        if _was_sent_meanwhile(error):
            return Outcome.SENT_BEFORE
        return _failed(turn.user_id, error)
    except Exception as error:  # noqa: BLE001  # whatever it is, the others get their letters
        return _failed(turn.user_id, error)


def _failed(recipient: UUID, error: Exception) -> Outcome:
    log.error("digest failed", recipient=str(recipient), error=type(error).__name__)
    return Outcome.FAILED


def _was_sent_meanwhile(error: IntegrityError) -> bool:
    columns = ("digest.recipient_id", "digest.kind", "digest.week")
    return broke(error, "uq_digest_recipient_id_kind_week", *columns)


def _send(session: Session, turn: Turn, sending: Sending) -> Outcome:
    user = session.get_one(User, turn.user_id)
    last_sent = queries.last_sent(session, turn.kind, [user.id]).get(user.id)
    span, choice = (
        Span.since(last_sent, sending.now, sending.zone),
        queries.choice_of(session, user),
    )
    digest = building.build(session, user, turn.kind, span, choice.left_out)
    row = Digest(recipient_id=user.id, kind=turn.kind, week=turn.week, created_at=sending.now)
    if digest is None:
        if sending.keeps_silence:
            session.add(row)
            session.flush()
        return Outcome.NOTHING_NEW
    reader = building.reader_of(
        session, user, digest, sending.signer, now=sending.now, zone=sending.zone
    )
    with speaking(choice.language or user.language):
        letter = letters.write(
            building.worded(digest, reader), reader, to=user.email, public_url=sending.public_url
        )
    queued = outbox.queue(session, letter, purpose="digest", now=sending.now, is_bulk=True)
    row.counts, row.letter_id = digest.counts, queued.id
    session.add(row)
    session.flush()
    return Outcome.QUEUED
