"""Weekly digests: written and queued once for each recipient, kind and ISO week."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from accounts import audit
from accounts.models import RoleName, User
from digests import content, letters, news, queries, wording
from digests.content import AnyDigest
from digests.models import Digest, DigestKind
from digests.news import Span
from digests.wording import Message
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
class SendSummary:
    """How a week's sending went: how many recipients of each kind met each outcome."""

    week: str
    outcomes: dict[DigestKind, Counter[Outcome]] = field(default_factory=dict)

    def total(self, outcome: Outcome) -> int:
        """How many recipients of any kind met the outcome."""
        return sum(counts[outcome] for counts in self.outcomes.values())


@dataclass(frozen=True, slots=True)
class _Sending:
    """What every letter of one sending has in common."""

    kind: DigestKind
    week: str
    public_url: str
    now: datetime
    zone: ZoneInfo


def kind_for(role: RoleName) -> DigestKind | None:
    """Which digest a role reads, if any."""
    return next((kind for kind, roles in queries.READERS.items() if role in roles), None)


def build(session: Session, user: User, kind: DigestKind, span: Span) -> AnyDigest | None:
    """The person's digest of what has happened within `span`, or None where nothing has."""
    if kind is DigestKind.CASEWORKER:
        return content.caseworker_digest(news.of_youths(session, user, span))
    return content.employer_digest(
        news=news.of_openings(session, user, span),
        requests=news.requests(session, user, span),
        drafts=news.drafts(session, user, span),
        expiring=news.expiring(session, user, span),
    )


def preview(
    session: Session, user: User, kind: DigestKind, *, now: datetime, zone: ZoneInfo
) -> Message | None:
    """The letter that the person would get at `now`, or None where nothing is new to her."""
    last_sent = queries.last_sent(session, kind).get(user.id)
    digest = build(session, user, kind, Span.since(last_sent, now, zone))
    return wording.message(digest) if digest else None


def send_due(
    session: Session, *, public_url: str, now: datetime, zone: ZoneInfo, week: str | None = None
) -> SendSummary:
    """Queue the letters of a week (this one by default) for everybody who has not had theirs.

    Each letter has a savepoint of its own, so what goes wrong for one stops no other.
    """
    summary = SendSummary(week or clock.iso_week(now, zone))
    for kind in DigestKind:
        sending = _Sending(kind, summary.week, public_url, now, zone)
        summary.outcomes[kind] = _send_kind(session, sending)
    return summary


def _send_kind(session: Session, sending: _Sending) -> Counter[Outcome]:
    done = queries.sent_in(session, sending.kind, sending.week)
    last_sent = queries.last_sent(session, sending.kind)
    outcomes: Counter[Outcome] = Counter()
    for user in queries.recipients(session, sending.kind):
        if user.id in done:
            outcomes[Outcome.SENT_BEFORE] += 1
        else:
            outcomes[_send_safely(session, user, last_sent.get(user.id), sending)] += 1
    return outcomes


def _send_safely(
    session: Session, user: User, last_sent: datetime | None, sending: _Sending
) -> Outcome:
    """Send to one person; whatever goes wrong is logged by its kind, without personal data."""
    recipient = user.id
    try:
        with session.begin_nested():
            return _send(session, user, last_sent, sending)
    except IntegrityError as error:
        if _was_sent_meanwhile(error):
            return Outcome.SENT_BEFORE
        return _failed(recipient, error)
    except Exception as error:  # noqa: BLE001  # whatever it is, the others get their letters
        return _failed(recipient, error)


def _failed(recipient: UUID, error: Exception) -> Outcome:
    log.error("digest failed", recipient=str(recipient), error=type(error).__name__)
    return Outcome.FAILED


def _was_sent_meanwhile(error: IntegrityError) -> bool:
    columns = ("digest.recipient_id", "digest.kind", "digest.week")
    return broke(error, "uq_digest_recipient_id_kind_week", *columns)


def _send(session: Session, user: User, last_sent: datetime | None, sending: _Sending) -> Outcome:
    digest = build(session, user, sending.kind, Span.since(last_sent, sending.now, sending.zone))
    if digest is None:
        return Outcome.NOTHING_NEW
    with speaking(user.language):
        message = wording.message(digest)
        letter = letters.write(message, to=user.email, public_url=sending.public_url)
    queued = outbox.queue(session, letter, purpose="digest", now=sending.now)
    session.add(
        Digest(
            recipient_id=user.id,
            kind=sending.kind,
            week=sending.week,
            counts=digest.counts,
            created_at=sending.now,
            letter_id=queued.id,
        )
    )
    session.flush()
    return Outcome.QUEUED


def switch(session: Session, user: User, *, wanted: bool, by: User, now: datetime) -> None:
    """Turn a person's weekly letter on or off."""
    user.wants_digest = wanted
    action = "digest.turned_on" if wanted else "digest.turned_off"
    audit.record(session, by=by, action=action, subject=user, now=now)
