"""The letters that carry one-time links. They hold no name and nothing about anybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from sqlmodel import Session

from accounts import links
from accounts.models import LinkPurpose, User
from foundation import outbox
from foundation.letters import Letter
from foundation.outbox import QueuedLetter
from foundation.translating import language, lazy_, speaking

LINK_PATH = "/sign-in/link/"
PASSWORD_PATH = "/sign-in/password/"  # noqa: S105  # where one is chosen
FORGOTTEN_PATH = "/sign-in/forgot-password"

templates = Environment(
    loader=PackageLoader("accounts"),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class Words:
    """What a letter says around its link."""

    subject: str
    text: str
    button: str
    note: str
    last: str


UNASKED = lazy_("Har du inte bett om det här? Då behöver du inte göra något.")
WORDS = {
    LinkPurpose.SIGN_IN: Words(
        lazy_("Din länk till Farled"),
        lazy_("Här är länken som loggar in dig."),
        lazy_("Logga in"),
        lazy_("Länken fungerar en gång, i 30 minuter."),
        UNASKED,
    ),
    LinkPurpose.CONFIRM: Words(
        lazy_("Bekräfta din adress hos Farled"),
        lazy_("Välkommen! Bekräfta att adressen är din, så är du inne."),
        lazy_("Bekräfta adressen"),
        lazy_("Länken fungerar en gång, i tre dagar."),
        UNASKED,
    ),
    LinkPurpose.INVITATION: Words(
        lazy_("Du är inbjuden till Farled"),
        lazy_("Välkommen! Ditt konto väntar på dig. Öppna länken för att komma igång."),
        lazy_("Kom igång"),
        lazy_("Länken fungerar en gång, i sju dagar."),
        UNASKED,
    ),
    LinkPurpose.RESET: Words(
        lazy_("Välj ett nytt lösenord till Farled"),
        lazy_("Här är länken för att välja ett nytt lösenord."),
        lazy_("Välj lösenord"),
        lazy_("Länken fungerar en gång, i en timme."),
        UNASKED,
    ),
}


NEW_PASSWORD = Words(
    lazy_("Ditt lösenord till Farled är bytt"),
    lazy_("Lösenordet byttes nyss. Var det du? Då behöver du inte göra något."),
    lazy_("Välj ett nytt lösenord"),
    lazy_("Var det inte du? Välj ett nytt lösenord genast."),
    lazy_("Säg också till din administratör."),
)


def send_link(
    session: Session,
    user: User,
    purpose: LinkPurpose,
    *,
    public_url: str,
    now: datetime,
    leads_to: str | None = None,
    subject_id: UUID | None = None,
) -> QueuedLetter:
    """Issue a link and put the letter with it in the outbox, in the same transaction."""
    token = links.issue(session, user, purpose, now=now, leads_to=leads_to, subject_id=subject_id)
    address = public_url + _path_of(user, purpose) + token
    letter = link_letter(user, WORDS[purpose], address)
    return outbox.queue(session, letter, purpose=f"link.{purpose}", now=now)


def tell_of_new_password(
    session: Session, user: User, *, public_url: str, now: datetime
) -> QueuedLetter:
    """Let the owner of an account know, in case it was somebody else who changed it."""
    letter = link_letter(user, NEW_PASSWORD, public_url + FORGOTTEN_PATH)
    return outbox.queue(session, letter, purpose="password.changed", now=now)


def _path_of(user: User, purpose: LinkPurpose) -> str:
    """The page that a link opens: staff choose a password, employers come straight in."""
    door = links.PASSWORD
    opens = user.role in door.roles and purpose in door.purposes
    return PASSWORD_PATH if opens else LINK_PATH


def link_letter(
    user: User, words: Words, address: str, others: Sequence[tuple[str, str]] = ()
) -> Letter:
    """A letter around one address, in the language of the one who gets it.

    `others` are more buttons under the first, with their words and addresses.
    """
    with speaking(user.language):
        facts = {
            "words": words,
            "buttons": [(str(words.button), address), *others],
            "language": language(),
        }
        return Letter(
            to=user.email,
            subject=str(words.subject),
            text=templates.get_template("link.txt").render(facts),
            html=templates.get_template("link.html").render(facts),
        )
