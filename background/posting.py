"""The tasks of the post: what is due is delivered, and what comes back is read."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import count

from sqlmodel import Session

from background.resources import Facts, Resources
from foundation import bounces, delivery, logs, outbox
from foundation.db import reading, session_for
from foundation.outbox import LetterState, QueuedLetter

MOST_LINES = 4
"""How many conversations with the mail server there are at once, when many letters wait."""

MANY = 100
"""How many due letters are worth one more line."""

AT_A_STRETCH = timedelta(minutes=1)
"""How long a run goes on taking letters, so that whoever stops the scheduler need not wait long."""

log = logs.logger("background")


def deliver_letters(resources: Resources) -> Facts:
    """Deliver what is due, letter by letter, on one line or several. See `foundation.delivery`."""
    with Session(reading(resources.engine)) as session:
        due = outbox.due(session, resources.now())
    outcomes = Counter[LetterState](dict.fromkeys(LetterState, 0))
    if due:
        lines = min(MOST_LINES, 1 + due // MANY)
        done = count(1)
        with ThreadPoolExecutor(lines) as pool:
            runs = [pool.submit(_deliver, resources, due, done) for _line in range(lines)]
            for run in runs:
                outcomes.update(run.result())
    return {state.value: outcomes[state] for state in LetterState}


def _deliver(resources: Resources, due: int, done: "count[int]") -> Counter[LetterState]:
    """Take letters on one line until none is due, time is over, or the server lets nobody in."""
    outcomes = Counter[LetterState]()
    until = resources.now() + AT_A_STRETCH
    with (
        Session(resources.engine, expire_on_commit=False) as session,
        resources.mailer.line() as line,
    ):
        letter = _claimed(session, resources)
        while letter:
            goes_on = delivery.hand_over(session, letter, line, now=resources.now())
            outcomes[letter.state] += 1
            _tell(letter)
            number = next(done)
            if number % MANY == 0:
                resources.progress(min(number, due), due)
            if not goes_on or resources.now() >= until:
                session.commit()
                break
            letter = _claimed(session, resources)
    return outcomes


def _claimed(session: Session, resources: Resources) -> QueuedLetter | None:
    """Settle the letter before, if there was one, and claim the next, in one transaction."""
    letter = delivery.claim(session, now=resources.now())
    session.commit()
    return letter


def _tell(letter: QueuedLetter) -> None:
    if letter.last_error:
        log.warning("letter", letter=str(letter.id), error=letter.last_error)


def read_bounces(resources: Resources) -> Facts:
    """Read the reports of letters that came back."""
    with session_for(resources.engine) as session:
        returned = bounces.take_reports(session, resources.settings.bounces, now=resources.now())
    return {"returned": returned}
