"""The letters about who may act for an employer. They name nobody."""

from datetime import datetime

from sqlmodel import Session

from accounts.letters import Words, link_letter
from accounts.models import User
from foundation import outbox
from foundation.translating import lazy_

START_PATH = "/employer"
ORGANISATION_PATH = "/employer/organisation"
SIGN_IN_PATH = "/sign-in"

UNSURE = lazy_("Undrar du över brevet? Svara inte på det, utan fråga teamet i din kommun.")
SOMEBODY_ASKS = Words(
    lazy_("Någon vill bli din kollega i Farled"),
    lazy_("Någon har bett om att få lägga ut platser för er. Svara ja eller nej."),
    lazy_("Se förfrågan"),
    lazy_("Du loggar in först. Säg bara ja till den du känner."),
    UNSURE,
)
YOU_ARE_IN = Words(
    lazy_("Nu kan du lägga ut platser i Farled"),
    lazy_("En kollega har sagt ja till din förfrågan. Välkommen in!"),
    lazy_("Till Farled"),
    lazy_("Du loggar in med en länk som vi mejlar."),
    UNSURE,
)
ADDRESS_IS_FOR_STAFF = Words(
    lazy_("Din adress har redan ett konto i Farled"),
    lazy_(
        "Någon har anmält en arbetsgivare med din adress. "
        "Den hör till ett konto för personal, så anmälan är inte sparad."
    ),
    lazy_("Logga in"),
    lazy_("Använd en annan adress för att anmäla en arbetsgivare."),
    UNSURE,
)


def somebody_asks(session: Session, to: User, *, public_url: str, now: datetime) -> None:
    """Tell an active colleague that a request to join waits for an answer."""
    _queue(session, to, SOMEBODY_ASKS, public_url + ORGANISATION_PATH, now)


def you_are_in(session: Session, to: User, *, public_url: str, now: datetime) -> None:
    """Tell a person that a colleague has said yes."""
    _queue(session, to, YOU_ARE_IN, public_url + START_PATH, now)


def address_is_for_staff(session: Session, to: User, *, public_url: str, now: datetime) -> None:
    """Tell a member of staff that her address cannot be an employer's too."""
    _queue(session, to, ADDRESS_IS_FOR_STAFF, public_url + SIGN_IN_PATH, now)


def _queue(session: Session, to: User, words: Words, address: str, now: datetime) -> None:
    outbox.queue(session, link_letter(to, words, address), purpose="employer", now=now)
