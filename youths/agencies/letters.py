"""The letters between colleagues. They say that something waits, and nothing about whom."""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from accounts.letters import Words, link_letter
from accounts.models import User
from foundation import outbox
from foundation.translating import _, day, speaking
from youths.agencies.models import AgencyQuestion, Handover

HANDOVER_PATH = "/agencies/handovers/"
QUESTION_PATH = "/agencies/questions/"
LIST_PATH = "/agencies/waiting"


def handover_offered(
    session: Session, handover: Handover, *, public_url: str, now: datetime
) -> None:
    """Tell the receiver that an offer waits."""

    def words() -> Words:
        return Words(
            _("En kollega vill lämna över ett ansvar"),
            _("Du är tillfrågad om att bli ansvarig handläggare för en ungdom."),
            _("Läs och svara"),
            _("Svara senast %(day)s. Till dess ligger ansvaret kvar.", day=day(handover.due_on)),
            _no_names(),
        )

    _send(session, handover.receiver, words, f"{public_url}{HANDOVER_PATH}{handover.id}", now)


def handover_ends_soon(
    session: Session, handover: Handover, *, public_url: str, now: datetime
) -> None:
    """Remind the receiver before the offer ends."""

    def words() -> Words:
        return Words(
            _("Påminnelse: svara om att ta över ett ansvar"),
            _("Frågan om du vill bli ansvarig handläggare väntar på ditt svar."),
            _("Läs och svara"),
            _("Svara senast %(day)s. Sedan slutar den att gälla.", day=day(handover.due_on)),
            _no_names(),
        )

    _send(session, handover.receiver, words, f"{public_url}{HANDOVER_PATH}{handover.id}", now)


def handover_expired(
    session: Session, handover: Handover, *, public_url: str, now: datetime
) -> None:
    """Tell the giver that nobody has answered, so that she still is responsible."""

    def words() -> Words:
        return Words(
            _("Ingen svarade om att ta över"),
            _("Tiden att svara har gått ut. Ansvaret ligger kvar hos dig."),
            _("Se vad som väntar"),
            _("Fråga en annan kollega, eller ta upp det med samordnaren."),
            _no_names(),
        )

    _send(session, handover.giver, words, public_url + LIST_PATH, now)


def handover_answered(
    session: Session, handover: Handover, *, public_url: str, now: datetime
) -> None:
    """Tell the giver that there is an answer; what it is stands in the portal."""

    def words() -> Words:
        return Words(
            _("Du har fått svar om att lämna över"),
            _("En kollega har svarat på din fråga om att ta över ett ansvar."),
            _("Se svaret"),
            _("Svaret står bara i Farled."),
            _no_names(),
        )

    _send(session, handover.giver, words, f"{public_url}{HANDOVER_PATH}{handover.id}", now)


def question_waits(
    session: Session, question: AgencyQuestion, *, public_url: str, now: datetime
) -> None:
    """Tell a colleague that she has been asked something."""

    def words() -> Words:
        return Words(
            _("En kollega har ställt en fråga"),
            _("En kollega på en annan myndighet väntar på ditt svar."),
            _("Läs och svara"),
            _("Svara senast %(day)s, så behövs inget extra möte.", day=day(question.due_on)),
            _no_names(),
        )

    _send(session, question.to, words, f"{public_url}{QUESTION_PATH}{question.id}", now)


def question_answered(
    session: Session, question: AgencyQuestion, *, public_url: str, now: datetime
) -> None:
    """Tell who asked that there is an answer."""

    def words() -> Words:
        return Words(
            _("Din fråga är besvarad"),
            _("En kollega på en annan myndighet har svarat på din fråga."),
            _("Läs svaret"),
            _("Svaret står bara i Farled."),
            _no_names(),
        )

    _send(session, question.asked_by, words, f"{public_url}{QUESTION_PATH}{question.id}", now)


def _no_names() -> str:
    return _("Av hänsyn till ungdomen står inget mer i brevet. Du loggar in först.")


def _send(
    session: Session, to: User, words: Callable[[], Words], address: str, now: datetime
) -> None:
    """Queue a letter in the receiver's own language; one with a closed account gets none."""
    if not to.active:
        return
    with speaking(to.language):
        letter = link_letter(to, words(), address)
    outbox.queue(session, letter, purpose="agencies", now=now)
