"""Letters leave once, a refused one stops no other, and what is retried is seen."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from foundation import outbox
from foundation.letters import AddressRefused, Letter, NotDelivered
from foundation.outbox import BACKOFF, CLAIM_LASTS, QueuedLetter
from tests.factories import NOW

LETTER = Letter("karin@example.org", "Hej", "Text", "<p>Text</p>")


class Postman:
    """A mailer that answers as it is told, and remembers what it was given."""

    def __init__(self, *answers: Exception | None) -> None:
        self.answers = list(answers)
        self.letters: list[Letter] = []

    def deliver(self, letter: Letter) -> None:
        answer = self.answers.pop(0) if self.answers else None
        if answer:
            raise answer
        self.letters.append(letter)


def queued_in(session: Session) -> QueuedLetter:
    return outbox.queue(session, LETTER, purpose="test", now=NOW)


def test_a_queued_letter_is_due_at_once(session: Session) -> None:
    queued = queued_in(session)
    assert outbox.waiting(session, NOW) == [queued.id]


def test_a_letter_whose_cause_was_undone_never_leaves(session: Session) -> None:
    with session.begin_nested() as cause:
        queued_in(session)
        cause.rollback()
    assert outbox.waiting(session, NOW) == []


def test_a_sent_letter_is_what_was_queued_and_is_not_sent_again(session: Session) -> None:
    postman, queued = Postman(), queued_in(session)
    claimed = outbox.claim(session, queued.id, now=NOW)
    assert claimed is not None
    outbox.deliver(claimed, postman, now=NOW)
    session.flush()
    (sent,) = postman.letters
    assert (sent.to, sent.subject, sent.text, sent.html) == (
        LETTER.to,
        LETTER.subject,
        LETTER.text,
        LETTER.html,
    )
    assert (sent.message_id, sent.written_at) == (queued.message_id, NOW)
    assert queued.sent_at == NOW
    assert outbox.waiting(session, NOW + timedelta(days=30)) == []


def test_a_claimed_letter_is_not_claimed_by_another(session: Session) -> None:
    queued = queued_in(session)
    assert outbox.claim(session, queued.id, now=NOW)
    assert outbox.claim(session, queued.id, now=NOW) is None
    assert outbox.waiting(session, NOW) == []


def test_a_claim_that_nobody_finished_falls_back_by_itself(session: Session) -> None:
    queued = queued_in(session)
    outbox.claim(session, queued.id, now=NOW)
    later = NOW + CLAIM_LASTS
    assert outbox.waiting(session, later) == [queued.id]
    again = outbox.claim(session, queued.id, now=later)
    assert again is not None
    assert again.attempts == 2


def test_a_refused_address_is_given_up_at_once(session: Session) -> None:
    queued = queued_in(session)
    outbox.claim(session, queued.id, now=NOW)
    outbox.deliver(queued, Postman(AddressRefused("550 recipient refused")), now=NOW)
    session.flush()
    assert (queued.failed_at, queued.last_error) == (NOW, "550 recipient refused")
    assert outbox.waiting(session, NOW + timedelta(days=30)) == []


def test_a_passing_fault_is_tried_again_ever_more_seldom_and_then_given_up(
    session: Session,
) -> None:
    queued, now = queued_in(session), NOW
    waits = []
    while queued.failed_at is None:
        claimed = outbox.claim(session, queued.id, now=now)
        assert claimed is not None
        outbox.deliver(claimed, Postman(NotDelivered("451 busy")), now=now)
        session.flush()
        assert queued.last_error == "451 busy"
        waits.append(queued.due_at - now)
        now = queued.due_at
    assert waits[:-1] == list(BACKOFF)
    assert queued.attempts == len(BACKOFF) + 1
    assert outbox.waiting(session, now + timedelta(days=30)) == []


def test_a_letter_that_gets_through_at_last_shows_no_error(session: Session) -> None:
    queued = queued_in(session)
    postman = Postman(NotDelivered("451 busy"))
    outbox.claim(session, queued.id, now=NOW)
    outbox.deliver(queued, postman, now=NOW)
    session.flush()
    later = queued.due_at
    outbox.claim(session, queued.id, now=later)
    outbox.deliver(queued, postman, now=later)
    assert (queued.sent_at, queued.last_error) == (later, None)


def test_the_oldest_letter_leaves_first(session: Session) -> None:
    younger = outbox.queue(session, LETTER, purpose="test", now=NOW)
    older = outbox.queue(session, LETTER, purpose="test", now=NOW - timedelta(hours=1))
    assert outbox.waiting(session, NOW) == [older.id, younger.id]
    assert outbox.waiting(session, NOW, limit=1) == [older.id]


def test_no_transaction_is_open_while_the_mail_server_thinks(fresh_engine: Engine) -> None:
    class Watching:
        def deliver(self, _letter: Letter) -> None:
            with Session(fresh_engine) as other:
                row = other.exec(select(QueuedLetter)).one()
                row.purpose = "written meanwhile"
                other.commit()

    with Session(fresh_engine, expire_on_commit=False) as session:
        queued = queued_in(session)
        session.commit()
        claimed = outbox.claim(session, queued.id, now=NOW)
        session.commit()
        assert claimed is not None
        outbox.deliver(claimed, Watching(), now=NOW)
        session.commit()
    with Session(fresh_engine) as session:
        row = session.exec(select(QueuedLetter)).one()
        assert (row.purpose, row.sent_at) == ("written meanwhile", NOW)


@pytest.mark.parametrize("purpose", ["digest", "sign_in"])
def test_a_letter_says_what_it_is_for(session: Session, purpose: str) -> None:
    outbox.queue(session, LETTER, purpose=purpose, now=NOW)
    assert session.exec(select(QueuedLetter.purpose)).all() == [purpose]
