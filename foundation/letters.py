"""Letters: what a mail is, and the two ways one leaves the house."""

import re
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Protocol
from urllib.parse import SplitResult, unquote, urlsplit

from foundation import clock
from foundation.settings import Settings

METHOD = re.compile(r"^METHOD:(\w+)", re.MULTILINE)
"""What a calendar file is for; the part of the mail that holds it must say the same."""

SECONDS_TO_WAIT = 20
THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


class AddressRefused(Exception):  # noqa: N818
    """The mail server will never take this letter; trying again is of no use."""


class NotDelivered(Exception):  # noqa: N818
    """The letter could not be handed over now; it may go better later."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail to one person: a link to the portal and never personal data about a youth.

    `calendar` is an iCalendar file that goes along (RFC 6047), such as an invitation.
    """

    to: str
    subject: str
    text: str
    html: str | None = None
    calendar: str | None = None
    message_id: str | None = None
    written_at: datetime | None = None

    def as_message(self, sender: str) -> EmailMessage:
        """The letter as a MIME message, with the plain text first."""
        message = EmailMessage(policy=SMTP)
        message["From"], message["To"], message["Subject"] = sender, self.to, self.subject
        message["Date"] = self.written_at or clock.now()
        message["Auto-Submitted"] = "auto-generated"
        if self.message_id:
            message["Message-ID"] = self.message_id
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


class Mailer(Protocol):
    """Something that takes a letter for delivery, or raises AddressRefused or NotDelivered."""

    def deliver(self, letter: Letter) -> None: ...


@dataclass(frozen=True, slots=True)
class FolderMailer:
    """Writes each letter as a file, for a machine without a mail server."""

    folder: Path
    sender: str

    def deliver(self, letter: Letter) -> None:
        name = (letter.message_id or letter.subject).strip("<>").split("@")[0]
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / f"{name}.eml").write_bytes(letter.as_message(self.sender).as_bytes())
        except (OSError, ValueError) as error:
            raise NotDelivered(type(error).__name__) from error


@dataclass(frozen=True, slots=True)
class SmtpMailer:
    """Hands each letter to a mail server: smtp with STARTTLS where offered, or smtps.

    `trust` says which certificates are believed; the machine's own by default.
    """

    url: str = field(repr=False)
    sender: str
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context, repr=False)

    def deliver(self, letter: Letter) -> None:
        """Hand the letter over; only an answer about this very letter can refuse it for good."""
        try:
            with self._connected(urlsplit(self.url)) as server:
                server.send_message(letter.as_message(self.sender), to_addrs=[letter.to])
        except smtplib.SMTPRecipientsRefused as error:
            code = max((code for code, _ in error.recipients.values()), default=550)
            raise _refusal(code, "recipient refused") from error
        except smtplib.SMTPDataError as error:
            raise _refusal(error.smtp_code, "letter refused") from error
        except smtplib.SMTPResponseException as error:
            raise NotDelivered(f"{error.smtp_code} {type(error).__name__}") from error
        except (OSError, ValueError) as error:
            raise NotDelivered(type(error).__name__) from error

    @contextmanager
    def _connected(self, url: SplitResult) -> Iterator[smtplib.SMTP]:
        server = self._opened(url)
        try:
            if url.username:
                _refuse_to_shout(server, url)
                server.login(unquote(url.username), unquote(url.password or ""))
            yield server
            with suppress(OSError):  # the letter is taken, whatever the server says to goodbye
                server.quit()
        finally:
            server.close()

    def _opened(self, url: SplitResult) -> smtplib.SMTP:
        host = url.hostname or "localhost"
        if url.scheme == "smtps":
            return smtplib.SMTP_SSL(
                host, url.port or 465, timeout=SECONDS_TO_WAIT, context=self.trust
            )
        server = smtplib.SMTP(host, url.port or 587, timeout=SECONDS_TO_WAIT)
        try:
            server.ehlo()
            if server.has_extn("starttls"):
                server.starttls(context=self.trust)
        except OSError:
            server.close()
            raise
        return server


def _refuse_to_shout(server: smtplib.SMTP, url: SplitResult) -> None:
    """Keep the password to ourselves on a line that anybody can listen to."""
    if not isinstance(server.sock, ssl.SSLSocket) and url.hostname not in THIS_MACHINE:
        raise NotDelivered("the mail server offers no encryption for the password")


def _refusal(code: int, what: str) -> AddressRefused | NotDelivered:
    """Tell a lasting refusal (55x, RFC 5321) from a passing fault."""
    kind = AddressRefused if 550 <= code <= 559 else NotDelivered
    return kind(f"{code} {what}")


def mailer_from(settings: Settings) -> Mailer:
    """The mail server that the settings name, or a folder where they name none."""
    if settings.smtp_url:
        return SmtpMailer(settings.smtp_url, settings.mail_from)
    return FolderMailer(settings.instance / "mail", settings.mail_from)
