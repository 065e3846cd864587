"""The codes of events in words, in the reader's language."""

from collections.abc import Mapping

from events.models import Access, Answer, Event, EventState, Invitation, Want
from events.registrations.models import Coming
from events.wording import KINDS, where
from foundation import clock
from foundation.translating import _, lazy_, moment, ngettext, short_day, zone
from reference import places

__all__ = ["KINDS", "where"]

STATES: Mapping[EventState, tuple[str, str]] = {
    EventState.PLANNED: (lazy_("Planeras"), "neutral"),
    EventState.ANNOUNCED: (lazy_("Öppen för anmälan"), "waits"),
    EventState.HELD: (lazy_("Genomförd"), "done"),
    EventState.CANCELLED: (lazy_("Inställd"), "neutral"),
}
"""The word for each state, and the kind of tag it is shown as."""

LETS: Mapping[EventState, str] = {
    EventState.PLANNED: lazy_("Bara teamet ser den. Inga brev har gått ut."),
    EventState.ANNOUNCED: lazy_("Arbetsgivarna har fått inbjudan. Ungdomar kan anmälas."),
    EventState.HELD: lazy_("Den är genomförd. Skriv in vilka som kom och vad det ledde till."),
    EventState.CANCELLED: lazy_("Den blir inte av. De som hade fått inbjudan vet om det."),
}
"""What each state means for people, in a sentence."""

ACCESS: Mapping[Access, str] = {
    Access.STEP_FREE: lazy_("Inga trappsteg eller trösklar"),
    Access.LIFT: lazy_("Hiss"),
    Access.TOILET: lazy_("Toalett för rullstol"),
    Access.HEARING_LOOP: lazy_("Hörslinga"),
    Access.QUIET_ROOM: lazy_("Lugnt rum att gå undan till"),
    Access.PARKING: lazy_("Parkering för rörelsehindrade"),
    Access.PUBLIC_TRANSPORT: lazy_("Nära buss eller tåg"),
}
ANSWERS: Mapping[Answer | None, tuple[str, str]] = {
    Answer.YES: (lazy_("Kommer"), "done"),
    Answer.NO: (lazy_("Kommer inte"), "neutral"),
    None: (lazy_("Inget svar än"), "waits"),
}
COMING: Mapping[Coming, tuple[str, str]] = {
    Coming.INVITED: (lazy_("Ska frågas"), "waits"),
    Coming.REGISTERED: (lazy_("Anmäld"), "done"),
    Coming.DECLINED: (lazy_("Tackade nej"), "neutral"),
}
WANTS: Mapping[Want, str] = {
    Want.OPENINGS: lazy_("Lägga ut platser"),
    Want.WORK_PLACEMENT: lazy_("Ta emot praktik"),
    Want.VISIT: lazy_("Ta emot besök"),
    Want.MEET_AGAIN: lazy_("Träffas igen"),
}


def when(event: Event) -> str:
    """From when until when; of one day only the time stands twice."""
    first, last = (clock.local_date(each, zone()) for each in (event.starts_at, event.ends_at))
    begins = moment(event.starts_at)
    if first == last:
        return f"{begins}–{event.ends_at.astimezone(zone()):%H:%M}"
    return f"{begins} – {moment(event.ends_at)}"


def access(event: Event) -> str:
    """What is known of the venue, in one line."""
    return _in_one_line([str(ACCESS[each]) for each in event.access])


def wants(invitation: Invitation) -> str:
    """What an employer wants afterwards, in one line."""
    return _in_one_line([str(WANTS[each]) for each in invitation.wants])


def _in_one_line(words: list[str]) -> str:
    """ "Ta emot praktik, ta emot besök": only the first one begins a line."""
    return ", ".join(word[:1].lower() + word[1:] if at else word for at, word in enumerate(words))


def day(event: Event) -> str:
    """The day for a table, and the last one of a trip."""
    first, last = (clock.local_date(each, zone()) for each in (event.starts_at, event.ends_at))
    return short_day(first) if first == last else f"{short_day(first)} – {short_day(last)}"


def came(attended: bool | None) -> str:
    """Whether somebody came, as far as it is ticked."""
    return "–" if attended is None else _("Ja") if attended else _("Nej")


def town(invitation: Invitation) -> str:
    """Where an employer is visited."""
    found = places.municipality(invitation.country, invitation.municipality or "")
    return found.name if found else ""


def letters(count: int) -> str:
    """How many letters have gone out, as a sentence."""
    if not count:
        return _("Inget brev gick ut.")
    return ngettext("%(num)s brev gick ut.", "%(num)s brev gick ut.", count)
