"""Letters about a meeting. They name the opening, the time and the place, never the person."""

from collections.abc import Callable, Iterable
from datetime import datetime

from sqlmodel import Session

from accounts.letters import Words
from accounts.models import User
from foundation.translating import _, moment
from placements.letters import portal_page, send_each, staff_page
from placements.meetings import calendar, wording
from placements.meetings.models import Meeting, Reply

PURPOSE = "meeting"


def invited(
    session: Session, to: Iterable[User], meeting: Meeting, *, public_url: str, now: datetime
) -> None:
    """Invite to a new meeting, with a file for the calendar."""

    def words() -> Words:
        return _words(
            meeting,
            _("Möte om %(headline)s", headline=_headline(meeting)),
            _("Vi vill gärna träffas: %(when)s, %(where)s.", **_facts(meeting)),
            _("Svara om tiden passar. Kalenderfilen följer med."),
        )

    _send(session, to, words, meeting, public_url, now)


def changed(
    session: Session, to: Iterable[User], meeting: Meeting, *, public_url: str, now: datetime
) -> None:
    """Tell of a new time or place, with a file that replaces the one before."""

    def words() -> Words:
        return _words(
            meeting,
            _("Ändrat möte om %(headline)s", headline=_headline(meeting)),
            _("Mötet är ändrat. Nu gäller: %(when)s, %(where)s.", **_facts(meeting)),
            _("Svara om tiden passar. Kalenderfilen ersätter den förra."),
        )

    _send(session, to, words, meeting, public_url, now)


def cancelled(
    session: Session, to: Iterable[User], meeting: Meeting, *, public_url: str, now: datetime
) -> None:
    """Tell that the meeting will not be, with a file that takes it out of the calendar."""

    def words() -> Words:
        return _words(
            meeting,
            _("Inställt möte om %(headline)s", headline=_headline(meeting)),
            _("Mötet %(when)s är inställt. Du behöver inte göra något.", **_facts(meeting)),
            _("Kalenderfilen tar bort mötet ur din kalender."),
        )

    _send(session, to, words, meeting, public_url, now)


def replied(
    session: Session, to: User, meeting: Meeting, *, public_url: str, now: datetime
) -> None:
    """Tell the caseworker what the employer says about the time."""

    def words() -> Words:
        text = (
            _("Arbetsgivaren säger att tiden passar: %(when)s.", **_facts(meeting))
            if meeting.reply is Reply.FITS
            else _("Arbetsgivaren vill hellre ha en annan tid än %(when)s.", **_facts(meeting))
        )
        return Words(
            _("Svar om mötet: %(headline)s", headline=_headline(meeting)),
            text,
            _("Se mötet"),
            _("Logga in för att se svaret."),
            "",
        )

    address = staff_page(meeting.introduction_id, public_url)
    send_each(session, [to], words, address, purpose=PURPOSE, now=now)


def _words(meeting: Meeting, subject: str, text: str, note: str) -> Words:
    asks = _("Frågor? Hör av dig till %(name)s.", name=meeting.proposed_by.name)
    return Words(subject, text, _("Se mötet"), note, asks)


def _facts(meeting: Meeting) -> dict[str, str]:
    return {"when": moment(meeting.starts_at), "where": wording.where(meeting)}


def _headline(meeting: Meeting) -> str:
    return meeting.introduction.opening.headline


def _send(
    session: Session,
    to: Iterable[User],
    words: Callable[[], Words],
    meeting: Meeting,
    public_url: str,
    now: datetime,
) -> None:
    address = portal_page(meeting.introduction_id, public_url)
    send_each(
        session,
        to,
        words,
        address,
        purpose=PURPOSE,
        now=now,
        calendar=lambda: calendar.file_of(meeting),
    )
