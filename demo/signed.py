"""Invented meetings and agreements, made by the usual steps."""

from datetime import datetime, time, timedelta

from sqlmodel import Session

from accounts.models import User
from employers.queries import actors_at
from placements.agreements import service, signing, writing
from placements.agreements.models import Agreement, Insurance, OnBehalf, Terms
from placements.agreements.signing import Signing
from placements.meetings import service as meetings
from placements.meetings.facts import MeetingFacts
from placements.meetings.models import How, Meeting
from placements.models import Introduction, Party
from placements.moving import Actor

DAY, MONTHS = timedelta(days=1), timedelta(days=90)


def propose_meeting(
    session: Session, introduction: Introduction, *, by: User, public_url: str, now: datetime
) -> Meeting:
    """A visit to the workplace in eight days."""
    facts = MeetingFacts(
        day=(now + 8 * DAY).date(),
        at=time(10),
        minutes=45,
        how=How.ON_SITE,
        place=introduction.opening.street_address or "Hamngatan 4",
        ask_for=introduction.opening.supervisor,
        directions="Buss till torget, sedan fem minuter till fots. Gå in genom stora dörren.",
        message="Vi tar gärna en rundvandring.",
    )
    return meetings.propose(session, introduction, facts, by=by, public_url=public_url, now=now)


def agreement_open(
    session: Session, introduction: Introduction, *, by: User, public_url: str, now: datetime
) -> Agreement:
    """An agreement for three months from two weeks ahead, open for signatures."""
    agreement = writing.start_draft(session, introduction, by=by, now=now)
    terms = _terms(introduction, now + 14 * DAY)
    writing.change(session, agreement, terms, seen_at=agreement.updated_at, by=by, now=now)
    service.open_for_signatures(
        session,
        agreement,
        name_agreed=True,
        seen_at=agreement.updated_at,
        by=by,
        public_url=public_url,
        now=now,
    )
    return agreement


def sign(
    session: Session,
    agreement: Agreement,
    party: Party,
    *,
    by: User,
    public_url: str,
    now: datetime,
) -> None:
    """The caseworker signs, the employer in the portal, and the youth on paper."""
    employer = agreement.introduction.opening.employer
    colleague = actors_at(session, employer.id)[0] if employer else by
    is_employer, is_youth = party is Party.EMPLOYER, party is Party.YOUTH
    alias = agreement.introduction.youth.alias
    signing.sign(
        session,
        agreement,
        Signing(
            party=party,
            name=alias if is_youth else colleague.name if is_employer else by.name,
            on_behalf=OnBehalf.ON_PAPER if is_youth else None,
        ),
        seen_at=agreement.updated_at,
        by=Actor(party, colleague) if is_employer else Actor(Party.CASEWORKER, by),
        public_url=public_url,
        now=now,
    )


def _terms(introduction: Introduction, start: datetime) -> Terms:
    opening = introduction.opening
    return Terms(
        name=introduction.youth.alias,
        starts_on=start.date(),
        ends_on=(start + MONTHS).date(),
        scope=75,
        hours=30,
        schedule="Måndag till fredag 8–14.30, med en halvtimmes lunch.",
        tasks=opening.description[:1_000] or opening.headline,
        goals="Klara de vanligaste uppgifterna på egen hand efter två månader.",
        supervisor=opening.supervisor or "Handledare på plats",
        supervisor_contact="070-174 06 05",
        insurance=Insurance.MUNICIPALITY,
        follow_ups=tuple((start + timedelta(days=days)).date() for days in (7, 30, 60)),
        clothes="Arbetsplatsen lånar ut kläder.",
        travel="Busskort från kommunen.",
    )
