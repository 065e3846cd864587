"""Letters queue with their cause, and what became of each is found again."""

import pytest
from sqlmodel import Session, select

from foundation import delivery, outbox
from foundation.letters import Letter
from foundation.outbox import LetterState, QueuedLetter
from tests.factories import NOW

LETTER = Letter("karin@example.org", "Hej", "Text", "<p>Text</p>", stop="https://here/stop")


def test_a_letter_whose_cause_was_undone_never_leaves(session: Session) -> None:
    with session.begin_nested() as cause:
        outbox.queue(session, LETTER, purpose="test", now=NOW)
        cause.rollback()
    assert delivery.claim(session, now=NOW) is None


def test_what_was_queued_is_what_is_handed_over(session: Session) -> None:
    queued = outbox.queue(session, LETTER, purpose="test", now=NOW)
    letter = queued.letter
    assert (letter.to, letter.subject, letter.text, letter.html, letter.stop) == (
        LETTER.to,
        LETTER.subject,
        LETTER.text,
        LETTER.html,
        LETTER.stop,
    )
    assert (letter.message_id, letter.written_at) == (queued.message_id, NOW)


@pytest.mark.parametrize("purpose", ["digest", "sign_in"])
def test_a_letter_says_what_it_is_for(session: Session, purpose: str) -> None:
    outbox.queue(session, LETTER, purpose=purpose, now=NOW)
    assert session.exec(select(QueuedLetter.purpose)).all() == [purpose]


def test_letters_are_counted_by_how_far_they_have_come(session: Session) -> None:
    for sent, failed in ((None, None), (NOW, None), (NOW, NOW), (None, NOW)):
        queued = outbox.queue(session, LETTER, purpose="test", now=NOW)
        queued.sent_at, queued.failed_at = sent, failed
    session.flush()
    assert outbox.count_by_state(session) == {
        LetterState.WAITING: 1,
        LetterState.SENT: 1,
        LetterState.FAILED: 2,
    }
    assert outbox.due(session, NOW) == 1
    for state, number in outbox.count_by_state(session).items():
        found = session.exec(outbox.letters(state=state)).all()
        assert [letter.state for letter in found] == [state] * number


def test_a_letter_that_was_given_up_gets_all_its_attempts_again(session: Session) -> None:
    queued = outbox.queue(session, LETTER, purpose="test", now=NOW)
    queued.attempts, queued.doubts, queued.sent_at, queued.failed_at = 6, 2, NOW, NOW
    outbox.try_again(queued, now=NOW)
    assert (queued.state, queued.attempts, queued.doubts) == (LetterState.WAITING, 0, 0)
