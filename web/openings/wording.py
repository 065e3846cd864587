"""The codes of an opening in words a person reads, in her language."""

from datetime import date

from foundation import clock
from foundation.translating import _, language, lazy_, ngettext, short_day, zone
from openings.models import Merits, Needs, Opening, OpeningKind, OpeningState, Source
from reference import levels, occupations, places
from reference.labels import Terms

STATES: dict[OpeningState, tuple[str, str]] = {
    OpeningState.DRAFT: (lazy_("Utkast"), "neutral"),
    OpeningState.PUBLISHED: (lazy_("Publicerad"), "done"),
    OpeningState.PAUSED: (lazy_("Pausad"), "waits"),
    OpeningState.CLOSED: (lazy_("Stängd"), "neutral"),
    OpeningState.TWIN: (lazy_("Dubblett"), "neutral"),
}
"""The word for each state, and the kind of tag it is shown as."""

FILLED = (lazy_("Fylld"), "done")

SOURCES: dict[Source, str] = {
    Source.PORTAL: "Farled",
    Source.JOBTECH: "Platsbanken",
    Source.NAV: "NAV",
    Source.NEIGHBOUR: lazy_("Annan kommun"),
}

COUNTRIES: dict[str, str] = {"SE": lazy_("Sverige"), "NO": lazy_("Norge")}


def named(terms: Terms, code: str | None) -> str:
    """What a code of a closed list is called; a code that is not on the list is shown as it is."""
    term = terms.get(code) if code else None
    return term.label(language()) if term else code or ""


def state(opening: Opening) -> tuple[str, str]:
    """The word for where an opening is; one whose every vacancy is taken is filled."""
    if opening.is_filled and opening.state is not OpeningState.CLOSED:
        return FILLED
    return STATES[opening.state]


def kind(code: OpeningKind) -> str:
    """ "Praktik", "Jobb", …"""
    return named(levels.OPENING_KINDS, code)


def occupation(opening: Opening) -> str:
    """The occupation as the employer calls it, with the group where that says more."""
    group = occupations.group(opening.occupation) if opening.occupation else None
    label = group.label(language()) if group else ""
    title = opening.occupation_title or ""
    if title and label and title.casefold() != label.casefold():
        return f"{title} ({label})"
    return title or label


def municipality(country: str, code: str | None) -> str:
    """The name of a municipality, or nothing where none is known."""
    found = places.municipality(country, code) if code else None
    return found.name if found else ""


def place(opening: Opening) -> str:
    """ "Söderhamn, Gävleborgs län", as much of it as is known, and "Norge" where it is there.

    Oslo is both a municipality and a county, and is named once.
    """
    county = places.county(opening.country, opening.county) if opening.county else None
    parts = [municipality(opening.country, opening.municipality), county.name if county else ""]
    if opening.country != "SE":
        parts.append(str(COUNTRIES.get(opening.country, opening.country)))
    return ", ".join(dict.fromkeys(part for part in parts if part))


def published_on(opening: Opening) -> str | None:
    """The day on the wall when it was published: "23 nov. 2026"."""
    moment = opening.published_at
    return short_day(clock.local_date(moment, zone())) if moment else None


def scope(opening: Opening) -> str:
    """ "50–100 %", or nothing where it has not been said."""
    ends = sorted({end for end in (opening.scope_min, opening.scope_max) if end is not None})
    return f"{'–'.join(map(str, ends))} %" if ends else ""


def needs(asked: Needs) -> list[str]:
    """Skills, driving licences, languages and what else is asked for, one line each."""
    licences = [
        _("Körkort %(licence)s", licence=named(levels.LICENCES, code))
        for code in asked.driving_licences
    ]
    spoken = [
        ": ".join(
            part
            for part in (
                named(levels.languages(), need.language),
                named(levels.CEFR, need.level),
            )
            if part
        )
        for need in asked.languages
    ]
    formal = [
        _("Egen bil") if asked.own_car else "",
        _("Legitimation") if asked.authorisation else "",
    ]
    return [*asked.skills, *licences, *spoken, *filter(None, formal)]


def merits(welcome: Merits) -> list[str]:
    """What is nice to have, one line each."""
    lines = [
        *needs(welcome),
        _("Erfarenhet av yrket") if welcome.experience else "",
        education(welcome.education_level),
    ]
    return [line for line in lines if line]


def experience(opening: Opening) -> str:
    """What is asked for of earlier work, or nothing where it has not been said."""
    if opening.experience_required is False:
        return _("Ingen erfarenhet behövs")
    if not opening.experience_required:
        return ""
    if opening.experience_months:
        return ngettext(
            "Erfarenhet: minst %(num)s månad",
            "Erfarenhet: minst %(num)s månader",
            opening.experience_months,
        )
    return _("Erfarenhet av yrket")


def education(level: str | None) -> str:
    """What is asked for of schooling, or nothing where nothing is."""
    if level in {None, "none"}:
        return ""
    return _("Utbildning: %(level)s", level=named(levels.EDUCATION, level))


def days_left(last: date, today: date) -> str:
    """How long one can still apply, in words."""
    days = (last - today).days
    if days < 0:
        return _("har passerat")
    if days == 0:
        return _("i dag är sista dagen")
    return ngettext("%(num)s dag kvar", "%(num)s dagar kvar", days)
