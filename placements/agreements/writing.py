"""Writing an agreement: a draft with what is known, and its versions as the terms change."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from accounts.models import User
from foundation import clock
from foundation.translating import zone
from openings.checks import NotReady
from openings.supervising import colleague
from placements import links
from placements.agreements import checks, queries
from placements.agreements.models import Agreement, AgreementVersion, Signature, Terms
from placements.agreements.prefilling import first_terms
from placements.agreements.states import Act
from placements.agreements.turns import log, take_turn, touch
from placements.models import Introduction, Party
from placements.moving import Actor, take
from placements.states import Step


def start_draft(
    session: Session, introduction: Introduction, *, by: User, now: datetime
) -> Agreement:
    """Begin an agreement with what is known. Raises IllegalStep."""
    take(session, introduction, Step.DRAFT, by=Actor(Party.CASEWORKER, by), now=now)
    agreement = Agreement(
        introduction_id=introduction.id,
        started_by_id=by.id,
        started_at=now,
        updated_at=now,
        touched_at=now,
    )
    session.add(agreement)
    session.flush()
    terms, supervisor_id = first_terms(session, introduction)
    _add_version(session, agreement, terms, supervisor_id, by, now)
    touch(session, agreement, now)
    log(session, agreement, "agreement.started", by, now)
    return agreement


def change(
    session: Session,
    agreement: Agreement,
    terms: Terms,
    *,
    supervisor_id: UUID | None = None,
    seen_at: datetime,
    by: User,
    now: datetime,
) -> AgreementVersion:
    """Save the terms as a draft; on what somebody has signed they become a new version.

    A colleague of the employer who is chosen as supervisor is named by her own name.
    Raises NotReady where they contradict each other, ChangedMeanwhile, NotNow or IllegalStep.
    """
    supervisor = colleague(session, agreement.introduction.opening.employer_id, supervisor_id)
    if supervisor:
        terms = terms.model_copy(update={"supervisor": supervisor.name})
    problems = checks.contradictions(terms, today=clock.local_date(now, zone()))
    if problems:
        raise NotReady(problems)
    take_turn(session, agreement, Act.CHANGE, seen_at=seen_at, now=now)
    links.cancel(session, agreement.introduction, now=now)
    version = queries.current(session, agreement)
    chosen = supervisor.id if supervisor else None
    if (terms, chosen) != (version.terms, version.supervisor_id):
        version = _reworded(session, agreement, version, terms, chosen, by, now)
    log(session, agreement, "agreement.changed", by, now, number=version.number)
    return version


def _reworded(
    session: Session,
    agreement: Agreement,
    version: AgreementVersion,
    terms: Terms,
    supervisor_id: UUID | None,
    by: User,
    now: datetime,
) -> AgreementVersion:
    signed = select(Signature.id).where(Signature.version_id == version.id)
    if session.exec(signed).first() is None:
        version.terms, version.supervisor_id = terms, supervisor_id
        version.written_by_id, version.written_at = by.id, now
        session.flush()
        return version
    version.replaced_at = now
    agreement.number += 1
    return _add_version(session, agreement, terms, supervisor_id, by, now)


def _add_version(
    session: Session,
    agreement: Agreement,
    terms: Terms,
    supervisor_id: UUID | None,
    by: User,
    now: datetime,
) -> AgreementVersion:
    version = AgreementVersion(
        agreement_id=agreement.id,
        number=agreement.number,
        terms=terms,
        supervisor_id=supervisor_id,
        written_by_id=by.id,
        written_at=now,
    )
    session.add(version)
    session.flush()
    return version
