"""What the invented agencies do together: a handover, referrals, notes, a late question."""

from datetime import datetime, timedelta

from sqlmodel import Session, select

from accounts.models import Agency, User
from youths.agencies import consent, handovers, notes, questions, referrals, sharing, statuses
from youths.agencies.models import Ground, ReferralPurpose
from youths.models import Youth

NOTES: tuple[tuple[str, Ground | None, bool], ...] = (
    ("Provade på hemtjänsten i två dagar. Vill gärna fortsätta där.", None, False),
    ("Vill söka vårdutbildning i vår och har tid hos studievägledaren.", Ground.CONSENT, False),
    ("Nås bäst med sms på eftermiddagen.", Ground.NO_HARM, False),
    ("Kan inte komma på onsdagar.", Ground.CONSENT, True),
)
"""What is written, on which ground it is shared, and whether that was taken back."""


def set_out(session: Session, *, public_url: str, now: datetime) -> None:
    """Let Lisa and Johan of one team work together about two of its youths."""
    people = {user.name: user for user in session.exec(select(User))}
    lisa, johan = people["Lisa Holm"], people["Johan Ek"]
    hers = _youth(session, lisa, "Wilma")
    consent.answer(session, hers, is_given=True, on=hers.registered_on, by=lisa, now=now)
    social = _keep(session, hers, lisa, johan, now)
    for days in (50, 21, 3):
        then = now - timedelta(days=days)
        referrals.refer(
            session,
            hers,
            social,
            purpose=ReferralPurpose.PLANNING,
            made_on=then.date(),
            today=then.date(),
            by=lisa,
            now=then,
        )
    asked = now - timedelta(days=8)
    questions.ask(
        session,
        hers,
        johan,
        "Vem följer med på studiebesöket i maj?",
        ground=Ground.CONSENT,
        due_on=(now - timedelta(days=2)).date(),
        today=asked.date(),
        public_url=public_url,
        by=lisa,
        now=asked,
    )
    _offer(session, johan, lisa, public_url=public_url, now=now - timedelta(days=5))


def _keep(session: Session, youth: Youth, lisa: User, johan: User, now: datetime) -> Agency:
    """A note of every kind, and where she stands with each of the two; returns Johan's agency."""
    notes.write(session, youth, "Har en fast kontakt hos oss.", by=johan, now=now)
    other = statuses.settle(session, youth, "contact", since=now.date(), by=johan, now=now)
    social = session.get_one(Agency, other.agency_id)
    for days, (words, ground, is_revoked) in enumerate(NOTES, 1):
        then = now - timedelta(days=days)
        note = notes.write(session, youth, words, by=lisa, now=then)
        if ground:
            share = sharing.share(session, note, social, ground=ground, by=lisa, now=then)
            if is_revoked:
                sharing.revoke(session, share, by=lisa, now=now)
    status = statuses.settle(
        session,
        youth,
        "registered",
        since=youth.registered_on,
        detail="Uppföljning varannan vecka.",
        by=lisa,
        now=now,
    )
    sharing.share(session, status, social, ground=Ground.CONSENT, by=lisa, now=now)
    return social


def _offer(
    session: Session, giver: User, receiver: User, *, public_url: str, now: datetime
) -> None:
    """The giver asks about one of hers, and waits for an answer."""
    rows = select(Youth).where(Youth.responsible_id == giver.id)
    youth = session.exec(rows.order_by(Youth.alias)).first()
    if youth is not None:
        handovers.offer(
            session,
            youth,
            receiver,
            youth.team,
            "Nu handlar det mest om att söka jobb. Vill du ta vid?",
            ground=Ground.CONSENT,
            today=now.date(),
            public_url=public_url,
            by=giver,
            now=now,
        )


def _youth(session: Session, owner: User, alias: str) -> Youth:
    """The youth of this alias if she is the owner's, else the owner's first."""
    rows = select(Youth).where(Youth.responsible_id == owner.id).order_by(Youth.alias)
    hers = session.exec(rows).all()
    return next((youth for youth in hers if youth.alias == alias), hers[0])
