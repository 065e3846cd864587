"""Letters that come back mark an address, and nobody can mark it with a report of her own."""

from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import Session

from foundation import bounces, outbox
from foundation.letters import Letter
from foundation.outbox import LetterState, QueuedLetter
from tests.factories import NOW

KARIN = "karin@example.org"


def sent(session: Session) -> QueuedLetter:
    queued = outbox.queue(session, Letter(KARIN, "Hej", "Text"), purpose="test", now=NOW)
    queued.sent_at = NOW
    session.flush()
    return queued


def report(
    letter: str,
    *,
    to: str = KARIN,
    status: str = "5.1.1",
    action: str = "failed",
    returned: str = "text/rfc822-headers",
) -> bytes:
    """A report as Postfix writes it (RFC 3464)."""
    return f"""From: MAILER-DAEMON@mx.example.org
To: farled@example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org
X-Postfix-Queue-ID: 4F2

Final-Recipient: rfc822; {to}
Original-Recipient: rfc822;{to}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 User unknown
--b
Content-Type: {returned}

From: Farled <farled@example.org>
To: {to}
Subject: Hej
Message-ID: {letter}

--b--
""".encode()


def taken(session: Session, folder: Path, content: bytes, name: str = "1") -> int:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    return bounces.take_reports(session, folder, now=NOW)


@pytest.mark.parametrize("returned", ["text/rfc822-headers", "message/rfc822"])
def test_a_letter_that_comes_back_marks_the_address_and_shows(
    session: Session, tmp_path: Path, returned: str
) -> None:
    letter = sent(session)
    content = report(letter.message_id, returned=returned, to="Karin@example.org")
    assert taken(session, tmp_path, content) == 1
    assert (letter.state, letter.last_error) == (LetterState.FAILED, "returned 5.1.1")
    assert bounces.mark_on(session, KARIN)
    assert list(tmp_path.iterdir()) == []


def test_a_maildir_is_read_too(session: Session, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "1").write_bytes(report(sent(session).message_id))
    assert bounces.take_reports(session, tmp_path, now=NOW) == 1


@pytest.mark.parametrize("status", ["5.2.2", "5.7.1"])
def test_a_full_mailbox_comes_back_and_marks_nobody(
    session: Session, tmp_path: Path, status: str
) -> None:
    letter = sent(session)
    assert taken(session, tmp_path, report(letter.message_id, status=status)) == 1
    assert letter.state is LetterState.FAILED
    assert bounces.mark_on(session, KARIN) is None


def test_a_delay_is_no_failure(session: Session, tmp_path: Path) -> None:
    letter = sent(session)
    assert taken(session, tmp_path, report(letter.message_id, action="delayed")) == 0
    assert letter.state is LetterState.SENT


@pytest.mark.parametrize(
    "forged",
    [
        report(f"<{UUID(int=7)}@farled>"),
        report("<0@farled>"),
        report("<somebody@else.example>"),
        b"From: a@example.org\n\nkarin@example.org does not exist",
        b"\xff\xfe not a mail at all",
        b"",
    ],
    ids=["unknown letter", "no id", "other mail", "no report", "noise", "empty"],
)
def test_what_names_no_letter_of_ours_marks_nobody(
    session: Session, tmp_path: Path, forged: bytes
) -> None:
    sent(session)
    assert taken(session, tmp_path, forged) == 0
    assert bounces.mark_on(session, KARIN) is None
    assert list(tmp_path.iterdir()) == []


def test_a_report_about_somebody_else_than_the_recipient_is_not_believed(
    session: Session, tmp_path: Path
) -> None:
    letter = sent(session)
    assert taken(session, tmp_path, report(letter.message_id, to="eve@example.org")) == 0
    assert bounces.mark_on(session, "eve@example.org") is None


def test_a_folder_that_is_not_there_holds_no_reports(session: Session, tmp_path: Path) -> None:
    assert bounces.take_reports(session, tmp_path / "none", now=NOW) == 0
