"""Letters reach a real mail server, and its answers are told apart."""

import ssl
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import cast
from urllib.parse import quote

import pytest

from foundation.letters import (
    AddressRefused,
    Letter,
    LetterRefused,
    Mailer,
    NotDelivered,
    PerhapsDelivered,
    ServerAway,
)
from foundation.mailers import FolderMailer, SmtpMailer, mailer_from
from foundation.settings import from_environ
from tests.foundation.mail_server import (
    HOST,
    PASSWORD,
    Certificate,
    MailServer,
    make_certificate,
    running,
)

SENDER = "Farled <farled@example.org>"
WRITTEN = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
LETTER = Letter(
    to="karin@example.org",
    subject="Åtta nya förslag",
    text="Hej! Öppna länken.",
    html="<p>Hej! Öppna länken.</p>",
    message_id="<abc@farled>",
    written_at=WRITTEN,
)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def server() -> Iterator[MailServer]:
    with running() as started:
        yield started


def mailer_to(server: MailServer, trust: ssl.SSLContext | None = None) -> SmtpMailer:
    url = f"smtp://{HOST}:{server.port}"
    return SmtpMailer(url, SENDER, trust) if trust else SmtpMailer(url, SENDER)


def deliver(mailer: Mailer, *letters: Letter) -> None:
    """Hand letters over on one line."""
    with mailer.line() as line:
        for letter in letters:
            line.deliver(letter)


def test_a_letter_carries_plain_text_first_and_html_beside_it() -> None:
    message = LETTER.as_message(SENDER)
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert message["Message-ID"] == "<abc@farled>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"].datetime == WRITTEN


def test_a_letter_without_html_is_plain_text() -> None:
    message = Letter("a@example.org", "Ämne", "Text").as_message(SENDER)
    assert message.get_content_type() == "text/plain"
    assert message["Date"] is not None


def test_a_header_cannot_be_smuggled_into_a_letter() -> None:
    with pytest.raises(ValueError, match="linefeed"):
        Letter("a@example.org", "Hej\nBcc: b@example.org", "Text").as_message(SENDER)


def test_a_server_gets_the_letter_as_it_was_written(server: MailServer) -> None:
    deliver(mailer_to(server), LETTER)
    (arrived,) = server.letters
    assert arrived["Subject"] == "Åtta nya förslag"
    assert arrived["From"] == SENDER
    body = cast(EmailMessage, arrived.get_body(("plain",)))
    assert body.get_content().strip() == "Hej! Öppna länken."


def test_a_comma_in_an_address_never_makes_two_recipients(server: MailServer) -> None:
    deliver(mailer_to(server), Letter("karin@example.org, eve@example.org", "Hej", "Text"))
    assert server.accepted == ["karin@example.org"]


def test_login_and_starttls_are_used_where_the_server_has_them(certificate: Certificate) -> None:
    with running(starttls=certificate.server) as server:
        url = f"smtp://farled:{quote(PASSWORD, safe='')}@{HOST}:{server.port}"
        deliver(SmtpMailer(url, SENDER, certificate.client), LETTER)
    assert server.logins == [b"farled"]
    assert server.encrypted == [True]


def test_smtps_is_encrypted_from_the_first_word(certificate: Certificate) -> None:
    with running(smtps=certificate.server) as server:
        deliver(SmtpMailer(f"smtps://{HOST}:{server.port}", SENDER, certificate.client), LETTER)
    assert len(server.letters) == 1


def test_a_wrong_password_is_no_fault_of_the_address(certificate: Certificate) -> None:
    with running(starttls=certificate.server) as server:
        url = f"smtp://farled:wrong@{HOST}:{server.port}"
        with pytest.raises(ServerAway, match="535"):
            deliver(SmtpMailer(url, SENDER, certificate.client), LETTER)


def test_a_certificate_that_nobody_vouches_for_is_not_believed(certificate: Certificate) -> None:
    with running(starttls=certificate.server) as server:
        with pytest.raises(NotDelivered, match="SSLCertVerificationError"):
            deliver(mailer_to(server), LETTER)
        assert server.letters == []


def test_a_password_is_never_sent_in_the_clear(
    server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("foundation.mailers.THIS_MACHINE", frozenset())
    url = f"smtp://farled:{quote(PASSWORD, safe='')}@{HOST}:{server.port}"
    with pytest.raises(NotDelivered, match="no encryption"):
        deliver(SmtpMailer(url, SENDER), LETTER)
    assert server.logins == []


@pytest.mark.parametrize("answer", ["550 No such user", "553 Not allowed", "556 No mail here"])
def test_an_address_that_does_not_exist_is_refused_for_good(
    server: MailServer, answer: str
) -> None:
    server.answers["karin@example.org"] = answer
    with pytest.raises(AddressRefused, match=answer[:3]):
        deliver(mailer_to(server), LETTER)


@pytest.mark.parametrize("answer", ["450 Try later", "451 Busy", "452 Full"])
def test_an_address_that_is_busy_may_be_tried_again(server: MailServer, answer: str) -> None:
    server.answers["karin@example.org"] = answer
    with pytest.raises(NotDelivered, match=answer[:3]):
        deliver(mailer_to(server), LETTER)


@pytest.mark.parametrize(
    ("answer", "error"), [("554 Not wanted", LetterRefused), ("451 Later", NotDelivered)]
)
def test_a_refused_letter_is_told_from_a_passing_fault(
    server: MailServer, answer: str, error: type[Exception]
) -> None:
    server.answer_to_data = answer
    with pytest.raises(error, match=answer[:3]):
        deliver(mailer_to(server), LETTER)


def test_a_server_that_refuses_our_own_address_is_no_fault_of_the_recipient(
    server: MailServer,
) -> None:
    server.answer_to_sender = "553 We do not know you"
    with pytest.raises(NotDelivered, match="553"):
        deliver(mailer_to(server), LETTER)


@pytest.mark.parametrize(
    "answer",
    ["552 Full", "550 5.2.2 Mailbox full", "550 5.7.1 Not allowed to send here", "554 5.7.1 Spam"],
)
def test_a_refusal_that_is_not_about_the_address_does_not_call_it_wrong(
    server: MailServer, answer: str
) -> None:
    server.answers["karin@example.org"] = answer
    with pytest.raises(LetterRefused) as refusal:
        deliver(mailer_to(server), LETTER)
    assert refusal.type is LetterRefused


def test_many_letters_leave_on_one_line(server: MailServer) -> None:
    deliver(mailer_to(server), *[LETTER] * 5)
    assert len(server.letters) == 5
    assert server.connections == 1


def test_a_refused_letter_leaves_the_line_open_for_the_next(server: MailServer) -> None:
    server.answers["gone@example.org"] = "550 5.1.1 No such user"
    with mailer_to(server).line() as line:
        with pytest.raises(AddressRefused):
            line.deliver(replace(LETTER, to="gone@example.org"))
        line.deliver(LETTER)
    assert server.connections == 1
    assert len(server.letters) == 1


def test_a_server_that_has_hung_up_is_called_again(server: MailServer) -> None:
    server.answer_to_data = "421 Enough for now"
    with mailer_to(server).line() as line:
        with pytest.raises(NotDelivered, match="421"):
            line.deliver(LETTER)
        server.answer_to_data = "250 OK"
        line.deliver(LETTER)
    assert len(server.letters) == 1


def test_a_line_that_breaks_in_the_middle_of_a_letter_leaves_a_doubt(server: MailServer) -> None:
    server.drops_in_data = True
    with pytest.raises(PerhapsDelivered):
        deliver(mailer_to(server), LETTER)


def test_a_server_that_thinks_too_long_after_the_letter_leaves_a_doubt(
    server: MailServer,
) -> None:
    server.seconds_to_answer = 0.6
    impatient = replace(mailer_to(server), patience=0.2)
    with pytest.raises(PerhapsDelivered):
        deliver(impatient, LETTER)


def test_a_letter_that_can_be_stopped_says_how_to_mail_programs(server: MailServer) -> None:
    stop = f"https://farled.example.org/letters/stop/{'long' * 40}"
    deliver(mailer_to(server), replace(LETTER, stop=stop))
    assert f"\r\nList-Unsubscribe: <{stop}>\r\n".encode() in server.raw[0]
    assert b"\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" in server.raw[0]
    assert LETTER.as_message(SENDER)["List-Unsubscribe"] is None


def test_a_rude_goodbye_does_not_make_a_taken_letter_leave_twice(server: MailServer) -> None:
    server.answer_to_goodbye = "421 Go away"
    deliver(mailer_to(server), LETTER)
    assert len(server.letters) == 1


def test_a_server_that_is_not_there_may_be_tried_again() -> None:
    with running() as server:
        gone = server.port
    with pytest.raises(ServerAway, match="ConnectionRefusedError"):
        deliver(SmtpMailer(f"smtp://{HOST}:{gone}", SENDER), LETTER)


def test_the_password_is_not_in_the_printed_form_of_a_mailer() -> None:
    assert "secret" not in repr(SmtpMailer("smtp://farled:secret@example.org", SENDER))


def test_without_a_mail_server_letters_become_files(tmp_path: Path) -> None:
    deliver(FolderMailer(tmp_path / "mail", SENDER), LETTER)
    (file,) = (tmp_path / "mail").iterdir()
    assert file.name == "abc.eml"
    read = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert read["To"] == "karin@example.org"


def test_a_folder_that_cannot_be_written_may_be_tried_again(tmp_path: Path) -> None:
    in_the_way = tmp_path / "mail"
    in_the_way.write_text("a file, not a folder")
    with pytest.raises(NotDelivered):
        deliver(FolderMailer(in_the_way, SENDER), LETTER)


MAILERS: list[tuple[dict[str, str], Callable[[object], bool]]] = [
    ({}, lambda mailer: isinstance(mailer, FolderMailer)),
    ({"SMTP_URL": "smtp://mail.example.org"}, lambda mailer: isinstance(mailer, SmtpMailer)),
]


@pytest.mark.parametrize(("environ", "is_right"), MAILERS, ids=["folder", "server"])
def test_the_settings_choose_how_letters_leave(
    environ: dict[str, str], is_right: Callable[[object], bool], tmp_path: Path
) -> None:
    assert is_right(mailer_from(from_environ(environ, tmp_path)))


def test_a_calendar_file_says_in_the_mail_what_it_is_for() -> None:
    calendar = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n"
    message = Letter("karin@example.org", "Inställt", "Hej", "<p>Hej</p>", calendar).as_message(
        "Farled <farled@example.org>"
    )
    [part] = message.iter_attachments()
    assert (part.get_content_type(), part.get_param("method")) == ("text/calendar", "CANCEL")
    assert part.get_content().splitlines() == calendar.splitlines()
