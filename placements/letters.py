"""The letters to an employer on the way. They name the opening, and nothing about the person."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from accounts.letters import Words, link_letter
from accounts.models import User
from foundation import outbox
from foundation.letters import Letter
from foundation.translating import _, day, speaking
from openings.models import Opening
from placements.models import Introduction

ANSWER_PATH = "/answer/"
PORTAL_PATH = "/my-introductions"
ASSESSMENT_PATH = "/assessment/"
STAFF_PATH = "/introductions"
PURPOSE = "introduction"


def portal_page(introduction_id: UUID, public_url: str) -> str:
    """Where an employer reads of an introduction."""
    return f"{public_url}{PORTAL_PATH}/{introduction_id}"


def staff_page(introduction_id: UUID, public_url: str) -> str:
    """Where a caseworker does."""
    return f"{public_url}{STAFF_PATH}/{introduction_id}"


def send_each(
    session: Session,
    to: Iterable[User],
    words: Callable[[], Words],
    address: str,
    *,
    purpose: str,
    now: datetime,
    calendar: Callable[[], str] | None = None,
) -> None:
    """Queue a letter around one address to each, written in the language of each."""
    for user in to:
        with speaking(user.language):
            letter = link_letter(user, words(), address)
            if calendar:
                letter = replace(letter, calendar=calendar())
        outbox.queue(session, letter, purpose=purpose, now=now)


def introduction_waits(
    session: Session, to: User, opening: Opening, link: str, *, due: date, now: datetime
) -> None:
    """Tell that an introduction waits, with three answers; a link answers only when confirmed."""
    _queue(session, _waiting(to, opening, link, due, is_reminder=False), now)


def reminder(
    session: Session, to: User, opening: Opening, link: str, *, due: date, now: datetime
) -> None:
    """Tell once more that an introduction waits."""
    _queue(session, _waiting(to, opening, link, due, is_reminder=True), now)


def closed_unanswered(
    session: Session, to: Iterable[User], opening: Opening, *, public_url: str, now: datetime
) -> None:
    """Tell kindly that the time for an answer has passed."""

    def words() -> Words:
        return Words(
            _("Presentationen är avslutad: %(headline)s", headline=opening.headline),
            _("Vi hann inte få något svar, så presentationen är avslutad. Det gör inget."),
            _("Se dina platser"),
            _("Platsen ligger kvar. Passar det bättre längre fram hör vi gärna av oss igen."),
            _("Vill du ha en paus? Den väljer du under Organisation."),
        )

    send_each(session, to, words, f"{public_url}/my-openings", purpose=PURPOSE, now=now)


def taken_back(
    session: Session,
    to: Iterable[User],
    introduction: Introduction,
    *,
    public_url: str,
    now: datetime,
) -> None:
    """Tell that the introduction is not open any more, and not why."""

    def words() -> Words:
        return Words(
            _(
                "Presentationen är återtagen: %(headline)s",
                headline=introduction.opening.headline,
            ),
            _("Presentationen gäller inte längre. Du behöver inte göra något."),
            _("Se dina presentationer"),
            _("Platsen ligger kvar, och fler kan presenteras."),
            _("Undrar du något? Hör av dig till teamet i din kommun."),
        )

    send_each(session, to, words, public_url + PORTAL_PATH, purpose=PURPOSE, now=now)


def answered(
    session: Session, introduction: Introduction, *, public_url: str, now: datetime
) -> None:
    """Tell the caseworker that an answer has come; what it is stands in the portal."""
    user, headline = introduction.youth.responsible, introduction.opening.headline
    if not user.active:
        return
    with speaking(user.language):
        words = Words(
            _("Ett svar har kommit: %(headline)s", headline=headline),
            _("Någon har svarat om platsen %(headline)s.", headline=headline),
            _("Se svaret"),
            _("Du loggar in först."),
            _("Ju snabbare nästa steg tas, desto fler vill vara med nästa gång."),
        )
    link = staff_page(introduction.id, public_url)
    _queue(session, link_letter(user, words, link), now)


def how_did_it_go(
    session: Session, to: User, opening: Opening, token: str, *, public_url: str, now: datetime
) -> None:
    """Ask an employer, when a placement has ended, how it was."""
    with speaking(to.language):
        words = Words(
            _("Hur gick det? %(headline)s", headline=opening.headline),
            _(
                "Placeringen på %(headline)s är avslutad. Tre frågor, en minut.",
                headline=opening.headline,
            ),
            _("Svara på tre frågor"),
            _("Länken fungerar en gång, i 30 dagar."),
            _("Svaren läses av teamet i din kommun."),
        )
    _queue(session, link_letter(to, words, f"{public_url}{ASSESSMENT_PATH}employer/{token}"), now)


def _waiting(user: User, opening: Opening, link: str, due: date, *, is_reminder: bool) -> Letter:
    facts = {"headline": opening.headline}
    with speaking(user.language):
        subject = (
            _("Påminnelse: svara på en presentation till %(headline)s", **facts)
            if is_reminder
            else _("En presentation väntar: %(headline)s", **facts)
        )
        words = Words(
            subject,
            _("Vi vill presentera någon för platsen %(headline)s. Vad säger du?", **facts),
            _("Se presentationen och svara"),
            _("Svara senast %(day)s. Länken fungerar för ett svar.", day=day(due)),
            _("Knapparna leder till en sida där du bekräftar, så inget skickas av misstag."),
        )
        others = (
            (_("Ja, vi vill träffas"), f"{link}?answer=yes"),
            (_("Inte den här gången"), f"{link}?answer=no"),
            (_("Senare"), f"{link}?answer=later"),
        )
    return link_letter(user, words, link, others)


def _queue(session: Session, letter: Letter, now: datetime) -> None:
    outbox.queue(session, letter, purpose=PURPOSE, now=now)
