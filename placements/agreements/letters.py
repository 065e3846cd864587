"""Letters about an agreement. They name the opening, and nothing about the person."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlmodel import Session

from accounts.letters import Words
from accounts.models import User
from foundation.translating import _, day
from placements.agreements.models import Agreement
from placements.letters import PORTAL_PATH, portal_page, send_each, staff_page

PURPOSE = "agreement"
PAGE = "/agreement"


def waits_for_signature(
    session: Session, to: Iterable[User], agreement: Agreement, *, public_url: str, now: datetime
) -> None:
    """Tell an employer's colleagues that an agreement is ready to be read and signed."""

    def words() -> Words:
        return Words(
            _("Läs och skriv under: %(headline)s", headline=_headline(agreement)),
            _("En överenskommelse väntar på er underskrift. Det räcker att en av er skriver."),
            _("Läs överenskommelsen"),
            _("Knappen leder till Farled. Inget skrivs under förrän du bekräftar där."),
            _("Stämmer något inte? Hör av dig till handläggaren innan du skriver under."),
        )

    address = portal_page(agreement.introduction_id, public_url) + PAGE
    send_each(session, to, words, address, purpose=PURPOSE, now=now)


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

    def words() -> Words:
        return Words(
            _("Alla har skrivit under: %(headline)s", headline=_headline(agreement)),
            _("Överenskommelsen gäller nu. Spara gärna en egen kopia."),
            _("Hämta överenskommelsen"),
            _("Den finns som PDF i Farled."),
            _("Tack för att du öppnar en väg till jobbet."),
        )

    id_ = agreement.introduction_id
    for people, page in (
        (to, portal_page(id_, public_url)),
        ([caseworker], staff_page(id_, public_url)),
    ):
        send_each(session, people, words, page + PAGE, purpose=PURPOSE, now=now)


def put_aside(
    session: Session, to: Iterable[User], agreement: Agreement, *, public_url: str, now: datetime
) -> None:
    """Tell an employer's colleagues that there is nothing to sign any more."""

    def words() -> Words:
        return Words(
            _("Överenskommelsen är undanlagd: %(headline)s", headline=_headline(agreement)),
            _("Det finns inget att skriva under längre. Du behöver inte göra något."),
            _("Se dina presentationer"),
            _("Blir det en ny överenskommelse hör vi av oss."),
            _("Undrar du något? Hör av dig till handläggaren."),
        )

    send_each(session, to, words, public_url + PORTAL_PATH, purpose=PURPOSE, now=now)


def goes_stale(
    session: Session, agreement: Agreement, last: date, public_url: str, *, now: datetime
) -> None:
    """Tell the caseworker that an unfinished agreement is put aside if nothing happens."""

    def words() -> Words:
        return Words(
            _(
                "Snart läggs en överenskommelse undan: %(headline)s",
                headline=_headline(agreement),
            ),
            _("Ingen har rört den på ett tag. Den läggs undan efter %(day)s.", day=day(last)),
            _("Gå till överenskommelsen"),
            _("Ändra något eller skaffa en underskrift, så får den nya dagar."),
            _("I brevet står inget om ungdomen."),
        )

    introduction = agreement.introduction
    address = staff_page(introduction.id, public_url) + PAGE
    to = [introduction.youth.responsible]
    send_each(session, to, words, address, purpose=PURPOSE, now=now)


def _headline(agreement: Agreement) -> str:
    return agreement.introduction.opening.headline
