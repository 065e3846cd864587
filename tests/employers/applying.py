"""Signing up for an employer and following the mailed links, as tests do it."""

from datetime import timedelta

from sqlmodel import Session, col, select

from accounts.models import OneTimeLink, User
from employers import joining
from employers.joining import Application
from employers.models import Colleague
from employers.numbers import OrganizationNumber
from foundation.outbox import QueuedLetter
from tests.factories import NOW

URL = "https://farled.example"
LATER = NOW + timedelta(hours=1)
NUMBER = OrganizationNumber("SE", "5560160680")


def application(email: str = "maj@kafeet.example", **changes: object) -> Application:
    facts: dict[str, object] = {
        "number": NUMBER,
        "organization": "Kaféet vid kajen",
        "country": "SE",
        "municipality": "2182",
        "name": "Maj Berg",
        "email": email,
        "language": "sv",
    }
    return Application(**(facts | changes))  # type: ignore[arg-type]


def sign_up(session: Session, email: str = "maj@kafeet.example", **changes: object) -> None:
    joining.sign_up(session, application(email, **changes), public_url=URL, now=NOW)


def follow(session: Session, link: OneTimeLink) -> None:
    joining.confirm(session, link, public_url=URL, now=LATER)


def confirm(session: Session, email: str) -> None:
    """Follow every link that the person has had."""
    for link in session.exec(select(OneTimeLink).join(User).where(User.email == email)):
        follow(session, link)


def tie_of(session: Session, email: str) -> Colleague:
    ties = select(Colleague).join(User).where(User.email == email)
    return session.exec(ties).one()


def letters_to(session: Session, email: str) -> list[QueuedLetter]:
    rows = select(QueuedLetter).where(QueuedLetter.to == email)
    return list(session.exec(rows.order_by(col(QueuedLetter.queued_at))))
