"""A real mail server on loopback, with login and encryption, that keeps what it is given."""

import asyncio
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOST = "127.0.0.1"
PASSWORD = "correct horse/battery:staple@home"


@dataclass
class MailServer:
    """What arrived, and what to answer to a recipient, a letter or a goodbye."""

    port: int
    letters: list[EmailMessage] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    accepted: list[str] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    answer_to_sender: str = "250 OK"
    answer_to_data: str = "250 OK"
    answer_to_goodbye: str = "221 Bye"
    seconds_to_think: float = 0
    seconds_to_answer: float = 0
    drops_in_data: bool = False
    connections: int = 0
    logins: list[bytes] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)

    async def handle_EHLO(  # noqa: N802  # aiosmtpd's name
        self, _server: SMTP, session: Session, _envelope: Envelope, name: str, answers: list[str]
    ) -> list[str]:
        if not session.host_name:
            self.connections += 1
        session.host_name = name
        return answers

    async def handle_MAIL(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: object
    ) -> str:
        envelope.mail_from = address
        return self.answer_to_sender

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: object
    ) -> str:
        await asyncio.sleep(self.seconds_to_think)
        answer = self.answers.get(address, "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
            self.accepted.append(address)
        return answer

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.drops_in_data:
            cast(asyncio.Transport, server.transport).abort()
            return ""
        if self.answer_to_data.startswith("250"):
            content = cast(bytes, envelope.content)
            read = message_from_bytes(content, policy=policy.default)
            self.letters.append(read)
            self.raw.append(content)
            self.encrypted.append(session.ssl is not None)
        await asyncio.sleep(self.seconds_to_answer)
        return self.answer_to_data

    async def handle_QUIT(  # noqa: N802
        self, _server: SMTP, _session: Session, _envelope: Envelope
    ) -> str:
        return self.answer_to_goodbye

    def authenticate(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: object
    ) -> AuthResult:
        login = cast(LoginPassword, data)
        self.logins.append(login.login)
        return AuthResult(success=login.password == PASSWORD.encode(), handled=False)


@contextmanager
def running(
    *, starttls: ssl.SSLContext | None = None, smtps: ssl.SSLContext | None = None
) -> Iterator[MailServer]:
    """A server until the end of the block: plain, with STARTTLS and login, or encrypted at once."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        server = MailServer(port=probe.getsockname()[1])
    controller = Controller(
        server,
        hostname=HOST,
        port=server.port,
        ssl_context=smtps,
        tls_context=starttls,
        require_starttls=starttls is not None,
        authenticator=server.authenticate,
        auth_required=starttls is not None,
        auth_require_tls=starttls is not None,
    )
    controller.start()
    try:
        yield server
    finally:
        controller.stop()


@dataclass(frozen=True)
class Certificate:
    """A certificate of our own making: how the server shows it, and how a client trusts it."""

    server: ssl.SSLContext
    client: ssl.SSLContext


def make_certificate(folder: Path) -> Certificate:
    """A self-signed certificate for the loopback address, written to `folder`."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HOST))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "mail.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(file)
    return Certificate(server, ssl.create_default_context(cafile=str(file)))
