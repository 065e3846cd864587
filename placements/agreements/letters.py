"""Letters about an agreement. They name the opening, and nothing about the person."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session

from accounts.letters import Words, link_letter
from accounts.models import User
from foundation import outbox
from foundation.translating import _, speaking
from placements.agreements.models import Agreement
from placements.letters import PORTAL_PATH

PURPOSE = "agreement"
STAFF_PATH = "/introductions/"
PAGE = "/agreement"


def waits_for_signature(
    session: Session, to: Iterable[User], agreement: Agreement, *, public_url: str, now: datetime
) -> None:
    """Tell an employer's colleagues that an agreement is ready to be read and signed."""
    for user in to:
        with speaking(user.language):
            words = Words(
                _("Läs och skriv under: %(headline)s", headline=_headline(agreement)),
                _("En överenskommelse väntar på er underskrift. Det räcker att en av er skriver."),
                _("Läs överenskommelsen"),
                _("Knappen leder till Farled. Inget skrivs under förrän du bekräftar där."),
                _("Stämmer något inte? Hör av dig till handläggaren innan du skriver under."),
            )
        _send(session, user, words, _page(agreement, public_url), now)


def signed_by_all(
    session: Session,
    to: Iterable[User],
    caseworker: User,
    agreement: Agreement,
    *,
    public_url: str,
    now: datetime,
) -> None:
    """Tell an employer's colleagues and the caseworker that all three have signed."""
    staff_page = f"{public_url}{STAFF_PATH}{agreement.introduction_id}{PAGE}"
    addresses = [(user, _page(agreement, public_url)) for user in to]
    for user, address in [*addresses, (caseworker, staff_page)]:
        with speaking(user.language):
            words = Words(
                _("Alla har skrivit under: %(headline)s", headline=_headline(agreement)),
                _("Överenskommelsen gäller nu. Spara gärna en egen kopia."),
                _("Hämta överenskommelsen"),
                _("Den finns som PDF i Farled."),
                _("Tack för att du öppnar en väg till jobbet."),
            )
        _send(session, user, words, address, now)


def put_aside(
    session: Session, to: Iterable[User], agreement: Agreement, *, public_url: str, now: datetime
) -> None:
    """Tell an employer's colleagues that there is nothing to sign any more."""
    for user in to:
        with speaking(user.language):
            words = Words(
                _("Överenskommelsen är undanlagd: %(headline)s", headline=_headline(agreement)),
                _("Det finns inget att skriva under längre. Du behöver inte göra något."),
                _("Se dina presentationer"),
                _("Blir det en ny överenskommelse hör vi av oss."),
                _("Undrar du något? Hör av dig till handläggaren."),
            )
        _send(session, user, words, public_url + PORTAL_PATH, now)


def _headline(agreement: Agreement) -> str:
    return agreement.introduction.opening.headline


def _page(agreement: Agreement, public_url: str) -> str:
    return f"{public_url}{PORTAL_PATH}{agreement.introduction_id}{PAGE}"


def _send(session: Session, user: User, words: Words, address: str, now: datetime) -> None:
    outbox.queue(session, link_letter(user, words, address), purpose=PURPOSE, now=now)
