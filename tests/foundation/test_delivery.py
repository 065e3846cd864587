"""Letters leave once, a refused one stops no other, and what is retried is seen."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from foundation import bounces, delivery, outbox
from foundation.delivery import BACKOFF, CLAIM_LASTS, MARKED, NOBODY_KNOWS
from foundation.letters import (
    AddressRefused,
    Letter,
    LetterRefused,
    NotDelivered,
    PerhapsDelivered,
    ServerAway,
)
from foundation.outbox import QueuedLetter
from tests.factories import NOW

LETTER = Letter("karin@example.org", "Hej", "Text", "<p>Text</p>")
MONTH = timedelta(days=30)


class Postman:
    """A line that answers as it is told, and remembers what it was given."""

    def __init__(self, *answers: Exception | None) -> None:
        self.answers = list(answers)
        self.letters: list[Letter] = []

    def deliver(self, letter: Letter) -> None:
        answer = self.answers.pop(0) if self.answers else None
        if answer:
            raise answer
        self.letters.append(letter)


def queued_in(session: Session, purpose: str = "test", *, is_bulk: bool = False) -> QueuedLetter:
    return outbox.queue(session, LETTER, purpose=purpose, now=NOW, is_bulk=is_bulk)


def handed_over(session: Session, answer: Exception | None = None, purpose: str = "test") -> bool:
    """Whether the line is worth another letter, after one that was answered like this."""
    queued_in(session, purpose)
    letter = delivery.claim(session, now=NOW)
    assert letter is not None
    return delivery.hand_over(session, letter, Postman(answer), now=NOW)


def only(session: Session) -> QueuedLetter:
    session.flush()
    return session.exec(select(QueuedLetter)).one()


def test_a_sent_letter_is_not_sent_again(session: Session) -> None:
    handed_over(session)
    assert only(session).sent_at == NOW
    assert delivery.claim(session, now=NOW + MONTH) is None


def test_a_claimed_letter_is_not_claimed_by_another(session: Session) -> None:
    queued_in(session)
    assert delivery.claim(session, now=NOW)
    assert delivery.claim(session, now=NOW) is None


def test_rows_that_another_process_is_taking_are_skipped(fresh_engine: Engine) -> None:
    if fresh_engine.dialect.name != "postgresql":
        return
    with Session(fresh_engine) as session:
        queued_in(session)
        queued_in(session)
        session.commit()
    with Session(fresh_engine) as one, Session(fresh_engine) as other:
        first, second = delivery.claim(one, now=NOW), delivery.claim(other, now=NOW)
        assert first is not None
        assert second is not None
        assert first.id != second.id
        with Session(fresh_engine) as third:
            assert delivery.claim(third, now=NOW) is None


def test_a_letter_left_by_a_process_that_died_is_sent_once_more_and_shows_it(
    session: Session,
) -> None:
    queued_in(session)
    delivery.claim(session, now=NOW)
    again = delivery.claim(session, now=NOW + CLAIM_LASTS)
    assert again is not None
    assert (again.attempts, again.doubts) == (2, 1)


def test_nobody_gets_a_letter_a_third_time(session: Session) -> None:
    queued = queued_in(session)
    for number in range(3):
        delivery.claim(session, now=NOW + number * CLAIM_LASTS)
    assert (queued.attempts, queued.last_error) == (2, NOBODY_KNOWS)
    assert queued.failed_at == NOW + 2 * CLAIM_LASTS


def test_a_line_that_breaks_in_a_letter_twice_is_the_same_doubt(session: Session) -> None:
    handed_over(session, PerhapsDelivered("CutOff"))
    queued = only(session)
    assert (queued.doubts, queued.failed_at, queued.due_at) == (1, None, NOW + BACKOFF[0])
    again = delivery.claim(session, now=queued.due_at)
    assert again is queued
    delivery.hand_over(session, queued, Postman(PerhapsDelivered("CutOff")), now=queued.due_at)
    assert queued.failed_at is not None


def test_a_passing_fault_is_tried_again_ever_more_seldom_and_then_given_up(
    session: Session,
) -> None:
    queued, now = queued_in(session), NOW
    waits = []
    while queued.failed_at is None:
        claimed = delivery.claim(session, now=now)
        assert claimed is not None
        delivery.hand_over(session, claimed, Postman(NotDelivered("451 busy")), now=now)
        session.flush()
        assert queued.last_error == "451 busy"
        waits.append(queued.due_at - now)
        now = queued.due_at
    assert waits[:-1] == list(BACKOFF)
    assert (queued.attempts, queued.doubts) == (len(BACKOFF) + 1, 0)
    assert delivery.claim(session, now=now + MONTH) is None


def test_a_server_that_lets_nobody_in_costs_no_letter_an_attempt(session: Session) -> None:
    assert not handed_over(session, ServerAway("ConnectionRefusedError"))
    waiting = only(session)
    assert (waiting.attempts, waiting.due_at) == (0, NOW + BACKOFF[0])


def test_a_letter_that_gets_through_at_last_shows_no_error(session: Session) -> None:
    handed_over(session, NotDelivered("451 busy"))
    later = NOW + BACKOFF[0]
    letter = delivery.claim(session, now=later)
    assert letter is not None
    delivery.hand_over(session, letter, Postman(), now=later)
    assert (letter.sent_at, letter.last_error) == (later, None)


@pytest.mark.parametrize(
    ("answer", "is_marked"),
    [(AddressRefused("550 recipient refused"), True), (LetterRefused("554 letter refused"), False)],
    ids=["address", "letter"],
)
def test_a_refusal_is_final_and_only_an_address_is_marked(
    session: Session, answer: Exception, is_marked: bool
) -> None:
    assert handed_over(session, answer)
    assert (only(session).failed_at, only(session).last_error) == (NOW, str(answer))
    assert bool(bounces.mark_on(session, "Karin@Example.org")) is is_marked
    queued_in(session)
    assert bool(delivery.claim(session, now=NOW + MONTH)) is not is_marked


def test_a_marked_address_gets_nothing_but_what_is_asked_for(session: Session) -> None:
    bounces.mark(session, LETTER.to, why="550", now=NOW)
    unasked, asked = queued_in(session), queued_in(session, "link.sign_in")
    assert delivery.claim(session, now=NOW) is asked
    assert delivery.claim(session, now=NOW) is None
    assert (unasked.failed_at, unasked.last_error) == (NOW, MARKED)
    bounces.lift(session, LETTER.to)
    outbox.try_again(unasked, now=NOW)
    assert delivery.claim(session, now=NOW) is unasked


def test_a_letter_to_one_goes_before_the_weeks_letters_to_all(session: Session) -> None:
    bulk = queued_in(session, is_bulk=True)
    younger = outbox.queue(session, LETTER, purpose="test", now=NOW + timedelta(minutes=1))
    older = queued_in(session)
    later = NOW + timedelta(hours=1)
    assert [delivery.claim(session, now=later) for _each in range(3)] == [older, younger, bulk]


def test_no_transaction_is_open_while_the_mail_server_thinks(fresh_engine: Engine) -> None:
    class Watching:
        def deliver(self, _letter: Letter) -> None:
            with Session(fresh_engine) as other:
                row = other.exec(select(QueuedLetter)).one()
                row.purpose = "written meanwhile"
                other.commit()

    with Session(fresh_engine, expire_on_commit=False) as session:
        queued_in(session)
        letter = delivery.claim(session, now=NOW)
        session.commit()
        assert letter is not None
        delivery.hand_over(session, letter, Watching(), now=NOW)
        session.commit()
    with Session(fresh_engine) as session:
        row = session.exec(select(QueuedLetter)).one()
        assert (row.purpose, row.sent_at) == ("written meanwhile", NOW)
