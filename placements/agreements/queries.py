"""Reads of agreements. An employer reads one that is open to her, and keeps what is signed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, select

from accounts.models import User
from foundation import clock
from foundation.errors import NotFound
from foundation.translating import zone
from placements import queries
from placements.agreements.models import (
    SIGNERS,
    Agreement,
    AgreementState,
    AgreementVersion,
    Signature,
)
from placements.models import Introduction, Party, Stage, TeamTerms
from youths.models import Youth

READ_BY_EMPLOYER = (AgreementState.OPEN, AgreementState.SIGNED)
UNFINISHED = (AgreementState.DRAFT, AgreementState.OPEN)
USUAL_DAYS: int = TeamTerms.model_fields["draft_days"].default


def agreement_of(session: Session, introduction: Introduction) -> Agreement | None:
    """The introduction's agreement, unless it has none or it was put aside."""
    rows = select(Agreement).where(
        Agreement.introduction_id == introduction.id, Agreement.state != AgreementState.DROPPED
    )
    return session.exec(rows).one_or_none()


def get_agreement(session: Session, introduction: Introduction) -> Agreement:
    """The same for an introduction that the person may see. Raises NotFound."""
    return _found(agreement_of(session, introduction))


def get_read(session: Session, introduction_id: UUID, *, by: User) -> Agreement:
    """The agreement that is open to the person's employer right now. Raises NotFound."""
    introduction = queries.get_made(session, introduction_id, to=by)
    found = _found(agreement_of(session, introduction))
    if introduction.stage not in {Stage.AGREEMENT, Stage.PLACED}:
        raise NotFound
    if found.state not in READ_BY_EMPLOYER:
        raise NotFound
    return found


def get_kept(session: Session, introduction_id: UUID, *, by: User) -> Agreement:
    """What the person's employer has signed with the others, its own copy. Raises NotFound."""
    introduction = queries.get_made(session, introduction_id, to=by)
    found = _found(agreement_of(session, introduction))
    if found.state is not AgreementState.SIGNED:
        raise NotFound
    return found


def to_sign(session: Session, user: User) -> list[Agreement]:
    """The open agreements that wait for a signature of an employer the person acts for.

    With their openings, the one that has been open longest first.
    """
    ids = queries.made_to(user).with_only_columns(col(Introduction.id))
    signed = (
        select(Signature.id)
        .join(AgreementVersion, col(AgreementVersion.id) == Signature.version_id)
        .where(
            AgreementVersion.agreement_id == Agreement.id,
            AgreementVersion.number == Agreement.number,
            Signature.party == Party.EMPLOYER,
        )
    )
    rows = (
        select(Agreement)
        .join(Introduction, col(Introduction.id) == Agreement.introduction_id)
        .where(col(Introduction.id).in_(ids), Introduction.stage == Stage.AGREEMENT)
        .where(Agreement.state == AgreementState.OPEN, ~signed.exists())
        .order_by(col(Agreement.opened_at), col(Agreement.id))
        .options(_with_opening())
    )
    return list(session.exec(rows))


def versions_of(session: Session, agreement: Agreement) -> list[AgreementVersion]:
    """Every version, the one in force first."""
    rows = select(AgreementVersion).where(AgreementVersion.agreement_id == agreement.id)
    return list(session.exec(rows.order_by(col(AgreementVersion.number).desc())))


def current(session: Session, agreement: Agreement) -> AgreementVersion:
    """The version in force."""
    return session.exec(
        select(AgreementVersion).where(
            AgreementVersion.agreement_id == agreement.id,
            AgreementVersion.number == agreement.number,
        )
    ).one()


def signatures_of(session: Session, agreement: Agreement) -> dict[int, list[Signature]]:
    """The signatures of every version by its number, in the order of those who sign."""
    rows = (
        select(Signature)
        .join(AgreementVersion, col(AgreementVersion.id) == Signature.version_id)
        .where(AgreementVersion.agreement_id == agreement.id)
        .options(
            joinedload(cast("QueryableAttribute[Any]", Signature.by)),
            joinedload(cast("QueryableAttribute[Any]", Signature.version)),
        )
    )
    found: dict[int, list[Signature]] = {}
    for signature in session.exec(rows):
        found.setdefault(signature.version.number, []).append(signature)
    for signatures in found.values():
        signatures.sort(key=lambda each: SIGNERS.index(each.party))
    return found


@dataclass(frozen=True, slots=True)
class Stale:
    """An unfinished agreement that nobody has touched for half of the time it may lie."""

    agreement: Agreement
    last_day: date


def last_day(touched_at: datetime, days: int) -> date:
    """The day after which an untouched agreement is put aside."""
    return clock.local_date(touched_at, zone()) + timedelta(days=days)


def warned_on(touched_at: datetime, days: int) -> date:
    """The day when half of the time has passed."""
    return last_day(touched_at, days) - timedelta(days=days // 2)


def is_stale(touched_at: datetime, days: int, *, today: date) -> bool:
    """Whether half of the time has passed."""
    return warned_on(touched_at, days) <= today


def going_stale(
    session: Session, user: User, *, only_mine: bool = True, today: date
) -> list[Stale]:
    """The stale agreements of the person's own youths, or of all she may see; the first to end
    comes first.
    """
    agreement = cast("QueryableAttribute[Any]", Agreement.introduction)
    with_youth = joinedload(agreement).joinedload(
        cast("QueryableAttribute[Any]", Introduction.youth)
    )
    seen = queries.visible_to(user).with_only_columns(col(Introduction.id))
    rows = (
        select(Agreement, TeamTerms)
        .join(Introduction, col(Introduction.id) == Agreement.introduction_id)
        .join(Youth, col(Youth.id) == Introduction.youth_id)
        .outerjoin(TeamTerms, col(TeamTerms.team_id) == Youth.team_id)
        .where(col(Agreement.state).in_(UNFINISHED), Introduction.stage == Stage.AGREEMENT)
        .where(col(Introduction.id).in_(seen))
        .order_by(col(Agreement.touched_at), col(Agreement.id))
        .options(_with_opening(), with_youth)
    )
    if only_mine:
        rows = rows.where(Youth.responsible_id == user.id)
    found = []
    for each, terms in session.exec(rows):
        days = terms.draft_days if terms else USUAL_DAYS
        if is_stale(each.touched_at, days, today=today):
            found.append(Stale(each, last_day(each.touched_at, days)))
    return sorted(found, key=lambda stale: stale.last_day)


def _with_opening() -> Any:
    """Read an agreement's introduction and opening along."""
    introduction = cast("QueryableAttribute[Any]", Agreement.introduction)
    return joinedload(introduction).joinedload(
        cast("QueryableAttribute[Any]", Introduction.opening)
    )


def _found(agreement: Agreement | None) -> Agreement:
    if agreement is None:
        raise NotFound
    return agreement
