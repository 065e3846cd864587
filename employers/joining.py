"""How a person comes to act for an employer: sign-up, request, invitation.

Nobody outside learns who is registered: whatever address and number a person signs up with, the
page answers the same, and all that differs stands in a letter to that address.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, delete, select, update

from accounts import audit
from accounts import queries as accounts
from accounts.letters import send_link
from accounts.models import LinkPurpose, User
from accounts.service import AddressTaken, create_employer_user
from employers import duplicates, letters, queries
from employers.models import Colleague, ColleagueState, Employer
from employers.numbers import OrganizationNumber
from foundation.errors import Refused
from foundation.translating import lazy_


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
    _apply(session, user, employer, now)
    send_link(session, user, LinkPurpose.CONFIRM, public_url=public_url, now=now)
    audit.record(session, by=user, action="employer.applied", subject=employer, now=now)


def confirm(session: Session, user: User, *, public_url: str, now: datetime) -> None:
    """Let the application count, now that the mailed link has been followed.

    The first at an employer is in at once; anyone later waits for the answer of a colleague.
    """
    for tie in _ties(session, user, ColleagueState.UNCONFIRMED):
        employer = _locked(session, tie.employer_id)
        session.refresh(tie)
        if tie.state is not ColleagueState.UNCONFIRMED:
            continue
        tie.asked_at = now
        if queries.count_colleagues(session, employer):
            tie.state = ColleagueState.ASKED
            for colleague in queries.colleagues_to_tell(session, employer):
                letters.somebody_asks(session, colleague, public_url=public_url, now=now)
        else:
            tie.state, tie.answered_at = ColleagueState.ACTIVE, now
        session.flush()
        audit.record(session, by=user, action=f"colleague.{tie.state}", subject=tie, now=now)


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
) -> None:
    """Let a person in who has not asked, and mail her the link. Raises AddressWrong.

    An address that cannot be an employer's is passed over in silence: who has which account is
    not the inviter's business.
    """
    user = _user(session, email=email, name=name, language=by.language, now=now)
    audit.record(session, by=by, action="colleague.invited", subject=employer, now=now)
    if user.is_staff or not user.active:
        return
    tie = _tie(session, user, employer) or Colleague(
        employer_id=employer.id, user_id=user.id, state=ColleagueState.ACTIVE, asked_at=now
    )
    tie.state, tie.answered_at = ColleagueState.ACTIVE, now
    session.add(tie)
    session.flush()
    send_link(session, user, LinkPurpose.INVITATION, public_url=public_url, now=now)


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


def _apply(session: Session, user: User, employer: Employer, now: datetime) -> None:
    """Tie the person to the employer; an earlier application that she left unconfirmed lapses."""
    session.exec(
        delete(Colleague).where(
            col(Colleague.user_id) == user.id,
            col(Colleague.employer_id) != employer.id,
            col(Colleague.state) == ColleagueState.UNCONFIRMED,
        )
    )
    if _tie(session, user, employer):
        return
    tie = Colleague(
        employer_id=employer.id, user_id=user.id, state=ColleagueState.UNCONFIRMED, asked_at=now
    )
    with suppress(IntegrityError), session.begin_nested():  # or she has just pressed twice
        session.add(tie)


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


def _tie(session: Session, user: User, employer: Employer) -> Colleague | None:
    return session.exec(
        select(Colleague).where(
            col(Colleague.user_id) == user.id, col(Colleague.employer_id) == employer.id
        )
    ).first()


def _ties(session: Session, user: User, state: ColleagueState) -> list[Colleague]:
    rows = select(Colleague).where(col(Colleague.user_id) == user.id, col(Colleague.state) == state)
    return list(session.exec(rows.order_by(col(Colleague.asked_at), col(Colleague.id))))


def _locked(session: Session, employer_id: UUID) -> Employer:
    """The employer, which nobody else can join until this is committed."""
    return session.exec(
        select(Employer).where(col(Employer.id) == employer_id).with_for_update()
    ).one()
