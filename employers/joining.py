"""How a person comes to act for an employer: sign-up, request, invitation.

Nobody outside learns who is registered: whatever address and number a person signs up with, the
page answers the same, and all that differs stands in a letter to that address.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select, update

from accounts import audit
from accounts import queries as accounts
from accounts.letters import send_link
from accounts.models import LinkPurpose, OneTimeLink, User
from accounts.service import AddressTaken, create_employer_user
from employers import duplicates, letters, queries
from employers.colleagues import locked
from employers.merging import retie
from employers.models import Colleague, ColleagueRole, ColleagueState, Employer
from employers.numbers import OrganizationNumber
from foundation.errors import Refused
from foundation.translating import lazy_

AWAITS_LINK = frozenset({ColleagueState.UNCONFIRMED, ColleagueState.INVITED})


class AlreadyAnswered(Refused):
    """A colleague has answered the request before."""

    message = lazy_("En kollega har redan svarat på förfrågan.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """What a person says about herself and her employer when she signs up.

    `country` and `municipality` say where the work is done.
    """

    number: OrganizationNumber
    organization: str
    country: str
    municipality: str
    name: str
    email: str
    language: str


def sign_up(session: Session, application: Application, *, public_url: str, now: datetime) -> None:
    """Take down an application, and mail the link that makes it count.

    Raises AddressWrong.
    """
    user = _applicant(session, application, now)
    if user.is_staff:
        letters.address_is_for_staff(session, user, public_url=public_url, now=now)
        return
    if not user.active:
        return
    employer = duplicates.the_only(
        session,
        application.number,
        name=application.organization,
        country=application.country,
        municipality=application.municipality,
        now=now,
    )
    tie = _tie(session, user, employer, otherwise=ColleagueState.UNCONFIRMED, now=now)
    send_link(session, user, LinkPurpose.CONFIRM, public_url=public_url, subject_id=tie.id, now=now)
    applicant = str(user.id)  # a fact and no actor: anybody may have written her address
    audit.record(
        session, by=None, action="employer.applied", subject=employer, now=now, applicant=applicant
    )


def confirm(session: Session, link: OneTimeLink, *, public_url: str, now: datetime) -> None:
    """Let the one tie that a link was mailed for count, now that the link has been followed.

    The invited, and the first at an employer, who becomes its owner, are in at once; anyone else
    who has applied waits for an owner's answer. A link that only signs in confirms nothing.
    """
    tie = session.get(Colleague, link.subject_id) if link.subject_id else None
    if tie is None or tie.user_id != link.user_id:
        return
    employer = locked(session, tie.employer_id)
    session.refresh(tie)
    if employer.merged_into_id:  # while she was on her way to her mail
        employer = locked(session, employer.merged_into_id)
        tie = retie(session, tie, employer.id)
    if tie.state not in AWAITS_LINK:
        return
    if tie.state is ColleagueState.UNCONFIRMED and queries.count_colleagues(session, employer):
        tie.state, tie.asked_at = ColleagueState.ASKED, now
        for owner in queries.owners_of(session, employer.id):
            letters.somebody_asks(session, owner, public_url=public_url, now=now)
    else:
        if tie.state is ColleagueState.UNCONFIRMED:
            tie.role = ColleagueRole.OWNER
        tie.state, tie.answered_at = ColleagueState.ACTIVE, now
    session.flush()
    audit.record(session, by=link.user, action=f"colleague.{tie.state}", subject=tie, now=now)


def approve(
    session: Session, request: Colleague, *, by: User, public_url: str, now: datetime
) -> None:
    """Let the person in. Raises AlreadyAnswered."""
    _answer(session, request, ColleagueState.ACTIVE, by=by, now=now)
    letters.you_are_in(session, request.user, public_url=public_url, now=now)


def decline(session: Session, request: Colleague, *, by: User, now: datetime) -> None:
    """Keep the person out. Raises AlreadyAnswered."""
    _answer(session, request, ColleagueState.DECLINED, by=by, now=now)


def invite(
    session: Session,
    employer: Employer,
    *,
    email: str,
    name: str,
    by: User,
    public_url: str,
    now: datetime,
    role: ColleagueRole = ColleagueRole.RECRUITER,
) -> None:
    """Mail a person the link that lets her in with this role. Raises AddressWrong.

    She is a colleague when she has followed it: nobody is tied to an employer unasked. An address
    that cannot be an employer's is passed over in silence: who has which account is not the
    inviter's business.
    """
    user = _user(session, email=email, name=name, language=by.language, now=now)
    audit.record(session, by=by, action="colleague.invited", subject=employer, now=now, role=role)
    if user.is_staff or not user.active:
        return
    tie = _tie(session, user, employer, otherwise=ColleagueState.INVITED, now=now)
    session.exec(
        update(Colleague)
        .where(col(Colleague.id) == tie.id, col(Colleague.state) != ColleagueState.ACTIVE)
        .values(state=ColleagueState.INVITED, role=role, answered_at=None)
    )
    session.refresh(tie)
    send_link(
        session, user, LinkPurpose.INVITATION, public_url=public_url, subject_id=tie.id, now=now
    )


def _applicant(session: Session, application: Application, now: datetime) -> User:
    return _user(
        session,
        email=application.email,
        name=application.name,
        language=application.language,
        now=now,
    )


def _user(session: Session, *, email: str, name: str, language: str, now: datetime) -> User:
    """Whoever has this address, or a new account, also when two ask at the same moment."""
    known = accounts.by_email(session, email)
    if known:
        return known
    try:
        return create_employer_user(session, email=email, name=name, language=language, now=now)
    except AddressTaken:
        known = accounts.by_email(session, email)
        if known is None:
            raise
        return known


def _answer(
    session: Session, request: Colleague, state: ColleagueState, *, by: User, now: datetime
) -> None:
    """Answer once: of two colleagues at the same moment the first decides."""
    answered = session.exec(
        update(Colleague)
        .where(col(Colleague.id) == request.id, col(Colleague.state) == ColleagueState.ASKED)
        .values(state=state, answered_at=now)
    )
    if not answered.rowcount:
        raise AlreadyAnswered
    session.refresh(request)
    audit.record(session, by=by, action=f"colleague.{state}", subject=request, now=now)


def _tie(
    session: Session, user: User, employer: Employer, *, otherwise: ColleagueState, now: datetime
) -> Colleague:
    """The person's tie to the employer, as it is, or a new one in the state `otherwise`."""
    ties = select(Colleague).where(
        col(Colleague.user_id) == user.id, col(Colleague.employer_id) == employer.id
    )
    if session.exec(ties).first() is None:
        new = Colleague(employer_id=employer.id, user_id=user.id, state=otherwise, asked_at=now)
        with suppress(IntegrityError), session.begin_nested():  # or somebody has pressed twice
            session.add(new)
    return session.exec(ties).one()
