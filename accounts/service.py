"""What may be done with accounts: open, invite, confirm, close."""

from contextlib import suppress
from datetime import datetime
from uuid import uuid4

from email_validator import EmailNotValidError, validate_email
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from accounts import audit, letters, links, queries, teams
from accounts.models import LinkPurpose, Role, RoleName, Team, User
from foundation.db import broke
from foundation.errors import Refused
from foundation.translating import lazy_


class AddressTaken(Refused):
    """Somebody has an account with this address. For administrators' eyes only."""

    message = lazy_("Det finns redan ett konto med den adressen.")


class AddressWrong(Refused):
    """The text is not a mail address."""

    message = lazy_("Adressen ser inte ut som en e-postadress. Kontrollera stavningen.")


class OwnAccount(Refused):
    """Nobody may lock themselves out."""

    message = lazy_("Du kan inte stänga av ditt eget konto. Be en annan administratör.")


def create_user(
    session: Session,
    *,
    email: str,
    name: str,
    role: RoleName,
    now: datetime,
    language: str = "sv",
) -> User:
    """A new account, without a password and not yet confirmed.

    Raises AddressWrong, or AddressTaken also when two people ask at the same moment.
    """
    user = User(email=_valid(email), name=name.strip(), language=language, created_at=now)
    user.roles = [_role(session, role)]
    try:
        with session.begin_nested():
            session.add(user)
    except IntegrityError as error:
        if broke(error, "uq_user_email", "user.email"):
            raise AddressTaken from error
        raise
    return user


def create_employer_user(
    session: Session, *, email: str, name: str, language: str, now: datetime
) -> User:
    """A new account for somebody at an employer; a mailed link confirms the address.

    Raises AddressWrong or AddressTaken.
    """
    return create_user(
        session, email=email, name=name, role=RoleName.EMPLOYER, language=language, now=now
    )


def invite(
    session: Session,
    *,
    email: str,
    name: str,
    role: RoleName,
    public_url: str,
    now: datetime,
    by: User | None = None,
    language: str = "sv",
    team: Team | None = None,
    agency: str | None = None,
) -> User:
    """A new account, perhaps with a place in a team, and a letter with the link that opens it.

    An employer's account with the address gives way as long as nobody has confirmed it: anybody
    may have signed up with it. `by` is None where the command line invites.
    Raises AddressWrong or AddressTaken.
    """
    user = queries.by_email(session, email)
    if user is None:
        user = create_user(session, email=email, name=name, role=role, language=language, now=now)
    else:
        _take_over(session, user, name=name, role=role, language=language, now=now)
    if team is not None:
        teams.join(session, user, team, agency=agency, by=by, now=now)
    invite_again(session, user, public_url=public_url, by=by, now=now)
    return user


def invite_again(
    session: Session, user: User, *, public_url: str, by: User | None, now: datetime
) -> None:
    """A new invitation letter; the links of earlier ones stop working."""
    links.cancel_all(session, user, now=now)
    letters.send_link(session, user, LinkPurpose.INVITATION, public_url=public_url, now=now)
    audit.record(session, by=by, action="user.invited", subject=user, now=now, role=user.role)


def confirm(session: Session, user: User, *, now: datetime) -> None:
    """Note that the person reads the mail of this address."""
    if user.confirmed_at is None:
        user.confirmed_at = now
        session.flush()
        audit.record(session, by=user, action="user.confirmed", subject=user, now=now)


def choose_language(session: Session, user: User, language: str, *, now: datetime) -> None:
    """Write to the person, and show her the portal, in another language."""
    if user.language != language:
        user.language = language
        audit.record(
            session, by=user, action="user.language_chosen", subject=user, now=now, to=language
        )


def end_sessions(session: Session, user: User) -> None:
    """Sign the person out everywhere: the session cookies carry the key that is changed here."""
    user.fs_uniquifier = uuid4().hex
    session.flush()


def disable(session: Session, user: User, *, by: User | None, now: datetime) -> None:
    """Close an account at once; what the person did stays in the log. Raises OwnAccount."""
    if by is not None and by.id == user.id:
        raise OwnAccount
    if user.active:
        user.active = False
        links.cancel_all(session, user, now=now)
        end_sessions(session, user)
        audit.record(session, by=by, action="user.disabled", subject=user, now=now)


def enable(session: Session, user: User, *, by: User | None, now: datetime) -> None:
    """Open a closed account again; the person signs in as before."""
    if not user.active:
        user.active = True
        session.flush()
        audit.record(session, by=by, action="user.enabled", subject=user, now=now)


def _take_over(
    session: Session, user: User, *, name: str, role: RoleName, language: str, now: datetime
) -> None:
    """Give an account that nobody has confirmed to the person who is invited.

    Her links go first: one that is followed at the same moment either finds itself spent, or has
    confirmed the account before it is read here. Raises AddressTaken.
    """
    with session.begin_nested():
        links.cancel_all(session, user, now=now)
        session.exec(select(User.id).where(User.id == user.id).with_for_update(of=User)).one()
        session.refresh(user)
        if user.confirmed_at or user.is_staff or not user.active:
            raise AddressTaken
        user.name, user.language, user.roles = name.strip(), language, [_role(session, role)]


def _valid(address: str) -> str:
    try:
        validate_email(address.strip(), check_deliverability=False)
    except EmailNotValidError as error:
        raise AddressWrong from error
    return queries.normal_email(address)


def _role(session: Session, name: RoleName) -> Role:
    named = select(Role).where(Role.name == name)
    if session.exec(named).one_or_none() is None:
        with suppress(IntegrityError), session.begin_nested():  # or another process was first
            session.add(Role(name=name))
    return session.exec(named).one()
