"""Agreements for tests, made the way that people make them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from foundation.outbox import QueuedLetter
from placements.agreements import service, signing, writing
from placements.agreements.models import Agreement, Insurance, OnBehalf, Terms
from placements.agreements.signing import Signing
from placements.models import Introduction, Party
from placements.moving import Actor
from tests.placements.makers import IN_TIME, URL, caseworker_of, colleague_of, welcomed


def agreed_terms(**changes: Any) -> Terms:
    """Terms of which nothing is missing."""
    known: dict[str, Any] = {
        "name": "Kim",
        "starts_on": date(2026, 12, 7),
        "ends_on": date(2027, 3, 5),
        "scope": 75,
        "hours": 30,
        "schedule": "Måndag till fredag 8–14",
        "tasks": "Hjälpa till i köket och i disken.",
        "supervisor": "Karin Fjärden",
        "supervisor_contact": "070-111 22 33",
        "insurance": Insurance.MUNICIPALITY,
        "goals": "Lära sig laga lunch för femtio.",
        "follow_ups": (date(2026, 12, 21), date(2027, 2, 1)),
        "clothes": "Köket lånar ut kläder.",
        "travel": "Buss 63.",
    }
    return Terms(**(known | changes))


def a_draft(
    session: Session, introduction: Introduction | None = None, **changes: Any
) -> Agreement:
    """A draft that could be opened for signatures."""
    made = introduction or welcomed(session)
    by = made.youth.responsible
    agreement = writing.start_draft(session, made, by=by, now=IN_TIME)
    reword(session, agreement, **changes)
    return agreement


def reword(
    session: Session,
    agreement: Agreement,
    *,
    supervisor_id: UUID | None = None,
    now: datetime = IN_TIME,
    **changes: Any,
) -> None:
    """Change the terms, as the caseworker does who sees the latest version."""
    writing.change(
        session,
        agreement,
        agreed_terms(**changes),
        supervisor_id=supervisor_id,
        seen_at=agreement.updated_at,
        by=agreement.introduction.youth.responsible,
        now=now,
    )


def opened(
    session: Session,
    agreement: Agreement | None = None,
    *,
    now: datetime = IN_TIME,
    **changes: Any,
) -> Agreement:
    """An agreement that the three can sign."""
    made = agreement or a_draft(session, **changes)
    service.open_for_signatures(
        session,
        made,
        name_agreed=True,
        seen_at=made.updated_at,
        by=made.introduction.youth.responsible,
        public_url=URL,
        now=now,
    )
    return made


def signed_by(
    session: Session, agreement: Agreement, *parties: Party, on_behalf: OnBehalf | None = None
) -> Agreement:
    """The agreement with these signatures more, each given by whose it is."""
    made = agreement.introduction
    for party in parties:
        by = {
            Party.CASEWORKER: caseworker_of(made),
            Party.EMPLOYER: Actor(Party.EMPLOYER, colleague_of(session, made)),
            Party.YOUTH: Actor(Party.YOUTH),
        }[party]
        signing.sign(
            session,
            agreement,
            Signing(party=party, name=f"Namn {party}", on_behalf=on_behalf),
            seen_at=agreement.updated_at,
            by=caseworker_of(made) if on_behalf else by,
            public_url=URL,
            now=IN_TIME,
        )
    return agreement


def subjects_of(session: Session) -> list[str]:
    """The subjects of the letters about agreements, the latest last."""
    rows = select(QueuedLetter.subject).where(QueuedLetter.purpose == "agreement")
    return list(session.exec(rows.order_by(col(QueuedLetter.queued_at))))
