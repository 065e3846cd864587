"""An opening as a whole page of words: the same for its employer's preview and for staff."""

from dataclasses import dataclass
from datetime import date

from foundation.translating import _, day, number
from openings.models import Opening, Source
from reference import levels
from web.openings import wording


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page says. `description` is paragraphs of lines; empty facts are left out."""

    headline: str
    lead: str
    state: tuple[str, str]
    description: list[list[str]]
    must_have: list[str]
    nice_to_have: list[str]
    facts: list[tuple[str, str]]
    evidence: list[str]


def shown(opening: Opening, *, with_people: bool) -> Shown:
    """Put an opening into words; the names are for its employer and caseworkers."""
    return Shown(
        headline=opening.headline or _("Plats utan rubrik"),
        lead=_lead(opening),
        state=wording.state(opening),
        description=_paragraphs(opening.description),
        must_have=_must_have(opening),
        nice_to_have=wording.merits(opening.nice_to_have),
        evidence=list(dict.fromkeys(each.evidence for each in opening.readings)),
        facts=[*_facts(opening), *(_people(opening) if with_people else ())],
    )


def _lead(opening: Opening) -> str:
    kind, place = wording.kind(opening.kind), wording.place(opening)
    if not place:
        return _("%(kind)s hos %(employer)s", kind=kind, employer=opening.employer_name)
    return _(
        "%(kind)s hos %(employer)s, %(place)s",
        kind=kind,
        employer=opening.employer_name,
        place=place,
    )


def _facts(opening: Opening) -> list[tuple[str, str]]:
    return [
        (_("Yrke"), wording.occupation(opening)),
        (_("Adress"), opening.street_address or ""),
        (_("Antal platser"), number(opening.number_of_vacancies)),
        (_("Börjar"), _day(opening.starts_on)),
        (_("Slutar"), _end(opening)),
        (_("Omfattning"), wording.scope(opening)),
        (_("Arbetstid"), opening.working_hours),
        (_("Anställning"), wording.named(levels.EMPLOYMENT_TYPES, opening.employment_type)),
        (_("Sista ansökningsdag"), _day(opening.application_deadline)),
        (_("Tillgänglighet"), opening.accessibility),
        (_("Hjälp med bostad"), opening.housing),
    ]


def _people(opening: Opening) -> list[tuple[str, str]]:
    contact = opening.contact.name if opening.contact else ""
    return [(_("Handledare"), opening.supervisor), (_("Kontaktperson"), contact)]


def _end(opening: Opening) -> str:
    """Imported ads often leave the end out; only our own employers mean "until further notice"."""
    if opening.ends_on is None and opening.source is Source.PORTAL:
        return _("Tills vidare")
    return _day(opening.ends_on)


def _day(value: date | None) -> str:
    return day(value, with_year=True) if value else ""


def _must_have(opening: Opening) -> list[str]:
    age = opening.minimum_age
    lines = [
        *wording.needs(opening.must_have),
        wording.experience(opening),
        wording.education(opening.education_level),
        _("Du har fyllt %(age)s år", age=age) if age else "",
    ]
    return [line for line in lines if line]


def _paragraphs(text: str) -> list[list[str]]:
    blocks = text.replace("\r\n", "\n").split("\n\n")
    return [block.strip().split("\n") for block in blocks if block.strip()]
