"""Letters to invited employers: theme, time and place, and nothing about who is coming."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from accounts.letters import Words, link_letter
from accounts.models import User
from events import calendar, wording
from events.models import Event
from foundation import outbox
from foundation.translating import _, moment, speaking

ANSWER_PATH = "/events/answer/"
PORTAL_PATH = "/my-openings"
PURPOSE = "event"


def invited(
    session: Session,
    to: User,
    event: Event,
    token: str,
    *,
    is_change: bool,
    public_url: str,
    now: datetime,
) -> None:
    """Invite one person at an employer, or tell her what has changed, with a file for calendars."""

    def words() -> Words:
        facts = {"kind": wording.KINDS[event.kind], "theme": event.theme}
        subject = (
            _("Ändrad tid eller plats: %(theme)s", **facts)
            if is_change
            else _("Inbjudan: %(kind)s, %(theme)s", **facts)
        )
        return Words(
            subject,
            _("%(when)s, %(where)s. Kommer ni?", when=_when(event), where=wording.where(event)),
            _("Läs mer och svara"),
            _("Länken fungerar för ett svar. Kalenderfilen följer med."),
            _("Frågor? Hör av dig till %(team)s.", team=event.team.name),
        )

    _send(session, to, event, words, f"{public_url}{ANSWER_PATH}{token}", now)


def cancelled(
    session: Session, to: Iterable[User], event: Event, *, public_url: str, now: datetime
) -> None:
    """Tell that it will not be, with a file that takes it out of calendars."""

    def words() -> Words:
        return Words(
            _("Inställt: %(theme)s", theme=event.theme),
            _("%(when)s är inställt. Ni behöver inte göra något.", when=_when(event)),
            _("Se era platser"),
            _("Kalenderfilen tar bort tiden ur din kalender."),
            _("Frågor? Hör av dig till %(team)s.", team=event.team.name),
        )

    for user in to:
        _send(session, user, event, words, public_url + PORTAL_PATH, now)


def _when(event: Event) -> str:
    said = moment(event.starts_at)
    return said[:1].upper() + said[1:]


def _send(
    session: Session,
    user: User,
    event: Event,
    words: Callable[[], Words],
    address: str,
    now: datetime,
) -> None:
    with speaking(user.language):
        letter = replace(link_letter(user, words(), address), calendar=calendar.file_of(event))
    outbox.queue(session, letter, purpose=PURPOSE, now=now)
