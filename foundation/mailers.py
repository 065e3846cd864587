"""The two ways a letter leaves the house: to a mail server, or into a folder."""

import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from foundation.letters import (
    AddressRefused,
    Letter,
    LetterRefused,
    Mailer,
    NotDelivered,
    PerhapsDelivered,
    ServerAway,
)
from foundation.settings import Settings

SECONDS_TO_WAIT = 20.0
THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
ABOUT_THE_LETTER = re.compile(rb"\s*5\.[27]\.")
"""Enhanced codes (RFC 3463) of a mailbox that is full or closed for now, and of policy."""


class CutOffError(OSError):
    """The line broke while a letter was read out."""


def _read_out(data: Callable[[Any], tuple[int, bytes]], message: Any) -> tuple[int, bytes]:
    try:
        return data(message)
    except (smtplib.SMTPServerDisconnected, ConnectionError, TimeoutError) as error:
        raise CutOffError(type(error).__name__) from error


class _Smtp(smtplib.SMTP):
    def data(self, msg: Any) -> tuple[int, bytes]:
        return _read_out(super().data, msg)


class _Smtps(smtplib.SMTP_SSL):
    def data(self, msg: Any) -> tuple[int, bytes]:
        return _read_out(super().data, msg)


@dataclass(frozen=True, slots=True)
class FolderMailer:
    """Writes each letter as a file, for a machine without a mail server."""

    folder: Path
    sender: str

    @contextmanager
    def line(self) -> Iterator["FolderMailer"]:
        yield self

    def deliver(self, letter: Letter) -> None:
        name = (letter.message_id or letter.subject).strip("<>").split("@")[0]
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / f"{name}.eml").write_bytes(letter.as_message(self.sender).as_bytes())
        except (OSError, ValueError) as error:
            raise NotDelivered(type(error).__name__) from error


@dataclass(frozen=True, slots=True)
class SmtpMailer:
    """Hands letters to a mail server: smtp with STARTTLS where offered, or smtps.

    `trust` says which certificates are believed; the machine's own by default. `patience` is how
    many seconds an answer may take.
    """

    url: str = field(repr=False)
    sender: str
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context, repr=False)
    patience: float = SECONDS_TO_WAIT

    @contextmanager
    def line(self) -> Iterator["SmtpLine"]:
        """A line that is opened with its first letter, and again where the server has hung up."""
        line = SmtpLine(self)
        try:
            yield line
        finally:
            line.hang_up()

    def connect(self) -> smtplib.SMTP:
        """A server that has let us in. Raises OSError or ServerAway."""
        url = urlsplit(self.url)
        server = self._opened(url)
        try:
            if url.username:
                _refuse_to_shout(server, url)
                server.login(unquote(url.username), unquote(url.password or ""))
        except (OSError, ServerAway):
            server.close()
            raise
        return server

    def _opened(self, url: SplitResult) -> smtplib.SMTP:
        host = url.hostname or "localhost"
        if url.scheme == "smtps":
            return _Smtps(host, url.port or 465, timeout=self.patience, context=self.trust)
        server = _Smtp(host, url.port or 587, timeout=self.patience)
        try:
            server.ehlo()
            if server.has_extn("starttls"):
                server.starttls(context=self.trust)
        except OSError:
            server.close()
            raise
        return server


class SmtpLine:
    """One conversation with a mail server, for as many letters as there are."""

    def __init__(self, mailer: SmtpMailer) -> None:
        self.mailer = mailer
        self._server: smtplib.SMTP | None = None

    def deliver(self, letter: Letter) -> None:
        """Hand a letter over; only an answer about this very letter can refuse it for good."""
        server = self._listening()
        try:
            server.send_message(letter.as_message(self.mailer.sender), to_addrs=[letter.to])
        except smtplib.SMTPRecipientsRefused as error:
            code, words = max(error.recipients.values(), default=(550, b""))
            raise _refusal(code, words, "recipient refused") from error
        except smtplib.SMTPDataError as error:
            raise _refusal(error.smtp_code, b"5.7.0", "letter refused") from error
        except smtplib.SMTPResponseException as error:
            raise NotDelivered(f"{error.smtp_code} {type(error).__name__}") from error
        except CutOffError as error:
            self._close()
            raise PerhapsDelivered(str(error)) from error
        except (OSError, ValueError) as error:
            self._close()
            raise NotDelivered(type(error).__name__) from error

    def hang_up(self) -> None:
        """Say goodbye; what is taken is taken, whatever the server answers."""
        if self._server:
            with suppress(OSError):
                self._server.quit()
            self._close()

    def _listening(self) -> smtplib.SMTP:
        """The server we talk to, or a new connection where it does not listen any more."""
        if self._server and not _listens(self._server):
            self._close()
        if self._server is None:
            try:
                self._server = self.mailer.connect()
            except smtplib.SMTPResponseException as error:
                raise ServerAway(f"{error.smtp_code} {type(error).__name__}") from error
            except (OSError, ValueError) as error:
                raise ServerAway(type(error).__name__) from error
        return self._server

    def _close(self) -> None:
        if self._server:
            self._server.close()
        self._server = None


def _listens(server: smtplib.SMTP) -> bool:
    try:
        return server.noop()[0] == 250
    except OSError:
        return False


def _refuse_to_shout(server: smtplib.SMTP, url: SplitResult) -> None:
    """Keep the password to ourselves on a line that anybody can listen to."""
    if not isinstance(server.sock, ssl.SSLSocket) and url.hostname not in THIS_MACHINE:
        raise ServerAway("the mail server offers no encryption for the password")


def _refusal(code: int, words: bytes | str, what: str) -> LetterRefused | NotDelivered:
    """Tell a lasting refusal (55x, RFC 5321) from a passing fault, and an address from a letter."""
    words = words.encode() if isinstance(words, str) else words
    if not 550 <= code <= 559:
        return NotDelivered(f"{code} {what}")
    is_of_letter = code == 552 or ABOUT_THE_LETTER.match(words)
    kind = LetterRefused if is_of_letter else AddressRefused
    return kind(f"{code} {what}")


def mailer_from(settings: Settings) -> Mailer:
    """The mail server that the settings name, or a folder where they name none."""
    if settings.smtp_url:
        return SmtpMailer(settings.smtp_url, settings.mail_from)
    return FolderMailer(settings.instance / "mail", settings.mail_from)
