"""Sharing one thing with another agency on purpose, and taking it back."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, or_, select, update

from accounts import audit
from accounts.models import Agency, User
from foundation.db import broke
from foundation.errors import NotFound, Refused
from foundation.translating import lazy_
from youths.agencies.models import AgencyNote, AgencyShare, AgencyStatus, Ground
from youths.agencies.seeing import agency_in
from youths.models import Youth

Kept = AgencyNote | AgencyStatus
ONCE = (
    ("uq_agency_share_note", "agency_share.note_id", "agency_share.to_agency_id"),
    ("uq_agency_share_status", "agency_share.status_id", "agency_share.to_agency_id"),
)
"""The constraints that let a thing be shared once, as PostgreSQL and as SQLite name them."""


class AlreadyShared(Refused):
    """Once is enough."""

    message = lazy_("Det är redan delat med den myndigheten.")


class SharedWithItself(Refused):
    """An agency sees its own."""

    message = lazy_("Välj en annan myndighet än den egna.")


class NeedsConsent(Refused):
    """A youth who has said no has not consented to this either."""

    message = lazy_("Ungdomen har sagt nej till att dela. Välj en annan grund, eller fråga igen.")


def share(
    session: Session, kept: Kept, to: Agency, *, ground: Ground, by: User, now: datetime
) -> AgencyShare:
    """Let another agency see a note or a status of one's own agency.

    Raises NotFound where it is not of one's own agency, SharedWithItself, AlreadyShared, and
    NeedsConsent where consent is the ground and the youth has said no.
    """
    youth = _own(session, kept, by)
    if to.id == kept.agency_id:
        raise SharedWithItself
    if ground is Ground.CONSENT and youth.team_consent is False:
        raise NeedsConsent
    made = AgencyShare(
        note_id=kept.id if isinstance(kept, AgencyNote) else None,
        status_id=kept.id if isinstance(kept, AgencyStatus) else None,
        to_agency_id=to.id,
        ground=ground,
        by_id=by.id,
        shared_at=now,
    )
    try:
        with session.begin_nested():
            session.add(made)
    except IntegrityError as error:
        if any(broke(error, *constraint) for constraint in ONCE):
            raise AlreadyShared from error
        raise
    facts = {"what": str(kept.__tablename__), "to_agency_id": str(to.id), "ground": ground.value}
    audit.record(session, by=by, action="youth.shared", subject=youth, now=now, **facts)
    return made


def revoke(session: Session, share: AgencyShare, *, by: User, now: datetime) -> Youth:
    """Take back what one's own agency has shared; returns the youth. Raises NotFound."""
    kept = kept_of(session, share)
    youth = _own(session, kept, by)
    if share.revoked_at is None:
        share.revoked_at, share.revoked_by_id = now, by.id
        session.flush()
        facts = {"what": str(kept.__tablename__), "to_agency_id": str(share.to_agency_id)}
        audit.record(session, by=by, action="youth.share_revoked", subject=youth, now=now, **facts)
    return youth


def revoke_consented(session: Session, youth: Youth, *, by: User, now: datetime) -> int:
    """Take back everything about a youth that was shared by her consent; returns how much."""
    notes = select(AgencyNote.id).where(AgencyNote.youth_id == youth.id)
    statuses = select(AgencyStatus.id).where(AgencyStatus.youth_id == youth.id)
    in_force = update(AgencyShare).where(
        or_(col(AgencyShare.note_id).in_(notes), col(AgencyShare.status_id).in_(statuses)),
        col(AgencyShare.ground) == Ground.CONSENT,
        col(AgencyShare.revoked_at).is_(None),
    )
    done = session.exec(in_force.values(revoked_at=now, revoked_by_id=by.id))
    session.expire_all()
    return int(done.rowcount)


def get_share(session: Session, share_id: UUID) -> AgencyShare:
    """One share. Raises NotFound."""
    found = session.get(AgencyShare, share_id)
    if found is None:
        raise NotFound
    return found


def shares_by(
    session: Session, subject: Any, ids: Collection[UUID]
) -> dict[UUID, list[AgencyShare]]:
    """The shares of many notes or statuses by what they are of, the earliest first.

    `subject` is the column of AgencyShare that points at what has been shared.
    """
    to_whom = joinedload(cast("QueryableAttribute[Any]", AgencyShare.to_agency))
    rows = select(subject, AgencyShare).where(subject.in_(ids)).options(to_whom)
    found: dict[UUID, list[AgencyShare]] = {}
    for kept_id, share in session.exec(
        rows.order_by(col(AgencyShare.shared_at), col(AgencyShare.id))
    ):
        found.setdefault(kept_id, []).append(share)
    return found


def kept_of(session: Session, share: AgencyShare) -> Kept:
    """What a share is about."""
    if share.note_id is not None:
        return session.get_one(AgencyNote, share.note_id)
    return session.get_one(AgencyStatus, share.status_id)


def _own(session: Session, kept: Kept, by: User) -> Youth:
    """The youth, if what is kept is of this person's own agency in the youth's team."""
    youth = session.get_one(Youth, kept.youth_id)
    if agency_in(session, by, youth.team_id) != kept.agency_id:
        raise NotFound
    return youth
