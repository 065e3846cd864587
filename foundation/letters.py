"""Letters: what a mail is, and what may go wrong when one is handed over."""

import re
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from typing import Any, Protocol

from foundation import clock

METHOD = re.compile(r"^METHOD:(\w+)", re.MULTILINE)
"""What a calendar file is for; the part of the mail that holds it must say the same."""

DOMAIN = "farled"
"""What a Message-ID of ours ends in; a letter that comes back is known by it."""


class Unfolded(UnstructuredHeader, BaseHeader):
    """A header with an address in it that has to stay whole, however long it is.

    The library would break it and encode the pieces, and mail programs read no address in them.
    """

    def fold(self, *, policy: "Policy[Any]") -> str:
        return f"{self.name}: {self}{policy.linesep}"


HEADERS = HeaderRegistry()
HEADERS.map_to_type("list-unsubscribe", Unfolded)
POLICY = SMTP.clone(header_factory=HEADERS)


class LetterRefused(Exception):  # noqa: N818
    """The mail server will never take this letter; trying again is of no use."""


class AddressRefused(LetterRefused):
    """There is nobody at this address: no letter to it will ever arrive."""


class NotDelivered(Exception):  # noqa: N818
    """The letter could not be handed over now; it may go better later."""


class ServerAway(NotDelivered):
    """The mail server did not let us in: no fault of the letter, and the others wait too."""


class PerhapsDelivered(NotDelivered):
    """The line broke while the letter was read out: the server may have taken it."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail to one person: a link to the portal and never personal data about a youth.

    `calendar` is an iCalendar file that goes along (RFC 6047), such as an invitation. `stop` is
    the address that ends letters of this kind at one POST (RFC 8058).
    """

    to: str
    subject: str
    text: str
    html: str | None = None
    calendar: str | None = None
    message_id: str | None = None
    written_at: datetime | None = None
    stop: str | None = None

    def as_message(self, sender: str) -> EmailMessage:
        """The letter as a MIME message, with the plain text first."""
        message = EmailMessage(policy=POLICY)
        message["From"], message["To"], message["Subject"] = sender, self.to, self.subject
        message["Date"] = self.written_at or clock.now()
        message["Auto-Submitted"] = "auto-generated"
        if self.message_id:
            message["Message-ID"] = self.message_id
        if self.stop:
            message["List-Unsubscribe"] = f"<{self.stop}>"
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        message.set_content(self.text)
        if self.html:
            message.add_alternative(self.html, subtype="html")
        if self.calendar:
            method = METHOD.search(self.calendar)
            message.add_attachment(
                self.calendar,
                subtype="calendar",
                filename="farled.ics",
                params={"method": method[1]} if method else {},
            )
        return message


class Line(Protocol):
    """Takes letters, one after the other.

    Raises LetterRefused or NotDelivered, or one of their kinds, for a letter it does not take.
    """

    def deliver(self, letter: Letter) -> None: ...


class Mailer(Protocol):
    """Somewhere to hand letters over; several may be handed over on one line."""

    def line(self) -> AbstractContextManager[Line]: ...
