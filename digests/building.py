"""One person's digest: built from what has happened, and put into words."""

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from accounts.models import RoleName, User
from digests import addresses, queries
from digests.caseworker import news as caseworker_news
from digests.caseworker import wording as caseworker_wording
from digests.caseworker.content import CaseworkerDigest, caseworker_digest
from digests.coordinator import news as coordinator_news
from digests.coordinator import wording as coordinator_wording
from digests.coordinator.content import CoordinatorDigest, coordinator_digest
from digests.employer import news as employer_news
from digests.employer import wording as employer_wording
from digests.employer.content import EmployerDigest, employer_digest
from digests.links import Reader, Signer
from digests.message import Message, Part
from digests.models import DigestKind
from digests.spans import Span
from foundation import clock
from placements import links as answers
from placements import queries as placements
from placements.models import LinkFor

AnyDigest = CaseworkerDigest | CoordinatorDigest | EmployerDigest

_OWN_YOUTHS = (Part.TASKS, Part.DAY_90, Part.SUGGESTIONS, Part.WAITING, Part.WITHOUT)
PARTS: dict[DigestKind, tuple[Part, ...]] = {
    DigestKind.CASEWORKER: _OWN_YOUTHS,
    DigestKind.COORDINATOR: (
        Part.UNANSWERED,
        Part.OVERLOOKED,
        Part.SEATS,
        Part.FEEDS,
        *_OWN_YOUTHS,
    ),
    DigestKind.EMPLOYER: (
        Part.INTRODUCTIONS,
        Part.COLLEAGUES,
        Part.EXPIRING,
        Part.MEETINGS,
        Part.OPENINGS,
        Part.DRAFTS,
    ),
}
"""What each kind of letter can hold, in its order."""


def kind_for(role: RoleName) -> DigestKind | None:
    """Which digest a role reads, if any."""
    return next((kind for kind, roles in queries.READERS.items() if role in roles), None)


def build(
    session: Session, user: User, kind: DigestKind, span: Span, left_out: Collection[str] = ()
) -> AnyDigest | None:
    """The person's digest of what has happened within `span`, or None where nothing has."""
    if kind is DigestKind.EMPLOYER:
        return employer_digest(employer_news.facts(session, user, span), left_out)
    own = caseworker_digest(
        caseworker_news.of_youths(session, user, span),
        tasks=caseworker_news.tasks(session, user, span),
        nearing=caseworker_news.nearing(session, user, span),
        left_out=left_out,
    )
    if kind is DigestKind.CASEWORKER:
        return own
    return coordinator_digest(coordinator_news.facts(session, user, span), own, left_out)


def worded(digest: AnyDigest, reader: Reader) -> Message:
    """The digest in the language of the moment."""
    if isinstance(digest, CaseworkerDigest):
        return caseworker_wording.message(digest, reader)
    if isinstance(digest, CoordinatorDigest):
        return coordinator_wording.message(digest, reader)
    return employer_wording.message(digest, reader)


def preview(
    session: Session,
    user: User,
    kind: DigestKind,
    *,
    signer: Signer,
    now: datetime,
    zone: ZoneInfo,
) -> Message | None:
    """The letter that the person would get at `now`, or None where nothing is new to her."""
    last_sent = queries.last_sent(session, kind, [user.id]).get(user.id)
    left_out = queries.choice_of(session, user).left_out
    digest = build(session, user, kind, Span.since(last_sent, now, zone), left_out)
    return worded(digest, Reader(user.id, signer)) if digest else None


def reader_of(
    session: Session,
    user: User,
    digest: AnyDigest,
    signer: Signer,
    *,
    now: datetime,
    zone: ZoneInfo,
) -> Reader:
    """The reader of a letter that is about to be queued, with answer links of her own.

    Only tokens' digests are kept, so they are made here, for this letter, and end with the days
    for the answers. Where that day has passed, the portal's page says how it stands.
    """
    if not isinstance(digest, EmployerDigest) or not digest.introductions:
        return Reader(user.id, signer)
    waiting = placements.waiting_for_employer(session, user)
    today = clock.local_date(now, zone)
    paths = {
        each.id: addresses.ANSWER
        + answers.issue(
            session, each, LinkFor.ANSWER, to=user, expires_at=clock.end_of(each.due_on, zone)
        )
        for each in waiting
        if each.due_on and each.due_on >= today
    }
    return Reader(user.id, signer, paths)
