"""Addresses that letters come back from: refused at once, or by a report that arrives later."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import Message
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from foundation import logs, outbox
from foundation.db import UtcDateTime
from foundation.letters import DOMAIN

MOST_BYTES = 1_000_000
MOST_AT_ONCE = 200
RETURNED = "returned "
NOBODY_THERE = ("5.1.", "5.0.")
"""How the status of a report begins (RFC 3463) that is about the address, and not the letter."""

log = logs.logger("letters")


class MarkedAddress(SQLModel, table=True):
    """An address with nobody at it: nothing is sent there but what somebody asks for."""

    __tablename__: ClassVar[str] = "marked_address"

    address: str = Field(primary_key=True)
    marked_at: datetime = Field(sa_type=UtcDateTime)
    why: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a mail server tells of one letter that it took and could not bring (RFC 3464)."""

    letter_id: UUID
    address: str
    status: str


def mark_on(session: Session, address: str) -> MarkedAddress | None:
    """The mark on an address, if it has one."""
    return session.get(MarkedAddress, address.lower())


def mark(session: Session, address: str, *, why: str, now: datetime) -> None:
    """Note that nobody is at an address; the first time counts."""
    if mark_on(session, address) is None:
        with suppress(IntegrityError), session.begin_nested():  # two letters may fail together
            session.add(MarkedAddress(address=address.lower(), marked_at=now, why=why))


def lift(session: Session, address: str) -> None:
    """Let letters go to an address again."""
    if found := mark_on(session, address):
        session.delete(found)
        session.flush()


def marked() -> SelectOfScalar[MarkedAddress]:
    """Every marked address, the latest first."""
    latest_first = col(MarkedAddress.marked_at).desc()
    return select(MarkedAddress).order_by(latest_first, col(MarkedAddress.address))


def take_reports(session: Session, folder: Path, *, now: datetime) -> int:
    """Read the reports that the mail server has laid in a folder, and remove them.

    Whoever knows the address of the sender can write a report, so one is believed only if it
    names a letter by the id that only we and its recipient know. Returns how many were.
    """
    believed = 0
    for file in _files(folder):
        if file.stat().st_size <= MOST_BYTES:
            reports = read(file.read_bytes())
            believed += sum([_believe(session, report, now) for report in reports])
        file.unlink()
    return believed


def _files(folder: Path) -> list[Path]:
    """What lies in a folder, or in a Maildir's new mail."""
    places = (folder, folder / "new")
    found = (file for place in places if place.is_dir() for file in place.iterdir())
    return sorted(file for file in found if file.is_file())[:MOST_AT_ONCE]


def _believe(session: Session, report: Report, now: datetime) -> bool:
    letter = outbox.sent_as(session, report.letter_id, report.address)
    if letter is None:
        return False
    letter.failed_at, letter.last_error = now, RETURNED + report.status
    if report.status.startswith(NOBODY_THERE):
        mark(session, report.address, why=letter.last_error, now=now)
    log.warning("letter returned", letter=str(letter.id), status=report.status)
    return True


def read(content: bytes) -> list[Report]:
    """The lasting failures that a mail reports; none where it is no report on a letter of ours."""
    mail = message_from_bytes(content, policy=policy.compat32)
    parts = {part.get_content_type(): part for part in mail.walk()}
    status = parts.get("message/delivery-status")
    letter_id = _letter_of(mail)
    if status is None or letter_id is None:
        return []
    return [Report(letter_id, *failure) for failure in _failures(status)]


def _failures(status: Message) -> Iterator[tuple[str, str]]:
    """Address and status of each recipient that the letter will never reach."""
    blocks = status.get_payload()
    for block in blocks if isinstance(blocks, list) else []:
        if not isinstance(block, Message):
            continue
        named = block.get("Original-Recipient") or block.get("Final-Recipient") or ""
        code = str(block.get("Status", "")).split()
        if str(block.get("Action", "")).strip().lower() == "failed" and code:
            yield str(named).rpartition(";")[2].strip().strip("<>"), code[0]


def _letter_of(mail: Message) -> UUID | None:
    """The letter of ours that comes back with a report, by the Message-ID in what is returned."""
    for part in mail.walk():
        if part is mail:
            continue
        headers = part
        if part.get_content_type() == "text/rfc822-headers":
            payload = part.get_payload(decode=True)
            if not isinstance(payload, bytes):
                continue
            headers = message_from_bytes(payload)
        written = str(headers.get("Message-ID", "")).strip().strip("<>")
        name, _at, domain = written.partition("@")
        if domain == DOMAIN:
            try:
                return UUID(name)
            except ValueError:
                continue
    return None
