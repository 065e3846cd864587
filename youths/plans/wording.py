"""A plan in words: what activities are called, when they are, and how they went."""

from collections.abc import Mapping
from datetime import date

from foundation.translating import _, lazy_, short_day
from youths.plans.models import Activity, ActivityKind, FrozenActivity, NotDone, PresentAs

KINDS: Mapping[ActivityKind, str] = {
    ActivityKind.LECTURE: lazy_("Föreläsning"),
    ActivityKind.COMPANY_VISIT: lazy_("Besök på ett företag"),
    ActivityKind.STUDY_VISIT: lazy_("Studiebesök"),
    ActivityKind.JOB_SEARCH_TRIP: lazy_("Jobbsökarresa"),
    ActivityKind.COURSE: lazy_("Kurs"),
    ActivityKind.PLACEMENT: lazy_("Praktik"),
    ActivityKind.TRACK_STEP: lazy_("Steg i ett jobbspår"),
    ActivityKind.MEETING: lazy_("Möte"),
    ActivityKind.HEALTH_CONTACT: lazy_("Vårdkontakt"),
    ActivityKind.OTHER: lazy_("Annat"),
}
WHY_NOT: Mapping[NotDone, str] = {
    NotDone.MOVED: lazy_("Flyttat till senare"),
    NotDone.CANCELLED: lazy_("Blev inställt"),
    NotDone.CHOSE_OTHER: lazy_("Valde något annat"),
    NotDone.COULD_NOT: lazy_("Kunde inte den dagen"),
    NotDone.NO_SHOW: lazy_("Kom inte"),
    NotDone.OTHER: lazy_("Annat skäl"),
}
PARTS: Mapping[str, str] = {
    "want": lazy_("Det här vill jag"),
    "can": lazy_("Det här kan jag"),
    "steps": lazy_("Så här vill jag göra"),
    "help": lazy_("Det här vill jag ha hjälp med"),
    "there": lazy_("Så märker jag att jag är framme"),
}
"""The parts of what a youth writes herself, in her words."""

ROLES: Mapping[PresentAs, str] = {
    PresentAs.YOUTH: lazy_("Ungdomen"),
    PresentAs.CASEWORKER: lazy_("Handläggare"),
    PresentAs.COORDINATOR: lazy_("Samordnare"),
    PresentAs.SOCIAL_WORKER: lazy_("Socialsekreterare"),
    PresentAs.EMPLOYMENT_OFFICER: lazy_("Arbetsförmedlare"),
    PresentAs.SCHOOL: lazy_("Skola"),
    PresentAs.EMPLOYER: lazy_("Arbetsgivare"),
    PresentAs.CLOSE_ONE: lazy_("Någon som står ungdomen nära"),
    PresentAs.OTHER: lazy_("Annan"),
}


def name(activity: Activity | FrozenActivity) -> str:
    """ "Kurs: truckkort", or "Kurs" where nothing more is said."""
    kind = str(KINDS[activity.kind])
    if activity.kind is ActivityKind.OTHER:
        return activity.what
    return f"{kind}: {activity.what}" if activity.what else kind


def when(activity: Activity | FrozenActivity) -> str:
    """The day, or the first and the last one; nothing where none is set."""
    return days(activity.starts_on, activity.ends_on)


def days(first: date | None, last: date | None) -> str:
    """ "23 nov. 2026 – 4 dec. 2026"; one day where there is no other."""
    if first is None:
        return ""
    begins = short_day(first)
    return f"{begins} – {short_day(last)}" if last and last != first else begins


def result(activity: Activity | FrozenActivity) -> str:
    """How it went: done, or not and why; nothing where nobody has said."""
    if activity.is_done is None:
        return ""
    if activity.is_done:
        return _("Gjort")
    why = WHY_NOT[activity.why_not] if activity.why_not else ""
    return _("Inte gjort. %(why)s", why=why).strip()


def told(activity: Activity | FrozenActivity, *, dated: bool = True) -> str:
    """Everything about an activity on one line, with its days or beside them."""
    place, who = activity.place, activity.who_with
    parts = (
        name(activity),
        when(activity) if dated else "",
        place,
        _("med %(who)s", who=who) if who else "",
        result(activity),
    )
    return ", ".join(part for part in parts if part)
