"""Advice about an opening's wording, in the reader's words: what, why, and what is better."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from foundation.translating import _, lazy_
from openings.advice import Advice, Ground, advise
from openings.facts import OpeningFacts

DISCRIMINATION = {
    "SE": lazy_("Diskrimineringslagen 1 kap. 4–5 §§ och 2 kap. 1 §"),
    "NO": lazy_("Likestillings- og diskrimineringsloven §§ 6 och 8"),
}
LAWS: Mapping[Ground, Mapping[str, str]] = {
    **dict.fromkeys(Ground, DISCRIMINATION),
    Ground.AGE: {**DISCRIMINATION, "NO": lazy_("Arbeidsmiljøloven § 13-1")},
    Ground.FAMILY: {**DISCRIMINATION, "SE": lazy_("Föräldraledighetslagen 16 §")},
}
"""The law behind each ground, by the country of the workplace."""

REASONS: Mapping[Ground, str] = {
    Ground.AGE: lazy_(
        "Orden säger något om ålder. Då söker inte den som kan arbetet men är äldre."
    ),
    Ground.SEX: lazy_("Orden säger något om kön. Då söker bara hälften av dem som kan arbetet."),
    Ground.ORIGIN: lazy_("Orden säger något om ursprung. Det är vad man kan som räknas."),
    Ground.RELIGION: lazy_("Orden säger något om tro eller klädsel som hör till en tro."),
    Ground.DISABILITY: lazy_(
        "Orden utesluter den som har en funktionsnedsättning men klarar arbetet på sitt sätt."
    ),
    Ground.FAMILY: lazy_("Orden säger något om barn, graviditet eller familj."),
    Ground.LANGUAGE: lazy_("Det kan vara mer språk än arbetet kräver. Då faller många bort."),
    Ground.LICENCE: lazy_(
        "Körkort krävs, men texten säger inget om att köra. Då faller många bort."
    ),
}
BETTER: Mapping[Ground, str] = {
    Ground.LANGUAGE: lazy_("B1 räcker ofta där man får visat hur man gör."),
    Ground.LICENCE: lazy_("Skriv vad man ska köra, eller flytta körkortet till ”bra att ha”."),
}
"""What to do where the table of wordings has nothing of its own."""


@dataclass(frozen=True, slots=True)
class Told:
    """One piece of advice; `field` is the fact it is about."""

    key: str
    field: str
    found: str
    reason: str
    law: str
    better: str


def told(facts: OpeningFacts, aside: Collection[str] = ()) -> list[Told]:
    """The advice about an opening that nobody has set aside, in the order of the form."""
    return [_told(each, facts.country) for each in advise(facts) if each.key not in aside]


def by_field(advice: Sequence[Told]) -> dict[str, list[Told]]:
    """The same advice by the fact it is about."""
    fields = dict.fromkeys(each.field for each in advice)
    return {name: [each for each in advice if each.field == name] for name in fields}


def _told(advice: Advice, country: str) -> Told:
    laws = LAWS[advice.ground]
    found = advice.found
    if advice.ground is Ground.LICENCE:
        found = _("Körkort %(licence)s", licence=found)
    return Told(
        key=advice.key,
        field=advice.field,
        found=found,
        reason=str(REASONS[advice.ground]),
        law=str(laws.get(country, laws["SE"])),
        better=advice.better or str(BETTER[advice.ground]),
    )
