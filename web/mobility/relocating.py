"""An opening far away beside a youth, in words: the way, a home, languages, papers, next steps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from foundation.translating import _, day, language, lazy_, number
from openings.models import Opening
from reference.labels import Labelled
from reference.relocation import Link, links
from reference.styrk import styrk_groups
from suggestions import wording
from suggestions.relocation import RECOGNITION, Profession, Relocation, Spoken, Standing, Travel
from suggestions.wording import words
from web.openings import wording as opening_words
from youths.plans.models import ActivityKind
from youths.plans.service import ActivityFacts

TRAVEL: Mapping[Travel, str] = {
    Travel.DAILY: lazy_("kan gå att resa varje dag"),
    Travel.WEEKLY: lazy_("för långt varje dag, räkna med veckopendling eller flytt"),
    Travel.A_DAY: lazy_("en dags resa, räkna med flytt"),
    Travel.LONGER: lazy_("mer än en dags resa eller flyg, räkna med flytt"),
}
STEPS: Mapping[str, str] = {
    "visit": lazy_("Res dit och träffa arbetsgivaren"),
    "housing": lazy_("Ordna någonstans att bo"),
    "employment_service": lazy_("Fråga Arbetsförmedlingen om stöd för resor och flytt"),
    "move_within_sweden": lazy_("Anmäl flytten till Skatteverket"),
    "tax_card": lazy_("Skaffa skattekort och norskt nummer (D-nummer eller fødselsnummer)"),
    "right_to_work": lazy_("Kontrollera rätten att bo och arbeta i Norge"),
    "move_to_norway": lazy_("Anmäl flytten om du ska bo i Norge mer än sex månader"),
    "social_insurance": lazy_("Fråga vad som gäller för försäkring och ersättning"),
    "nav": lazy_("Titta på NAV:s sidor för den som söker jobb i Norge"),
    "eures": lazy_("Prata med en EURES-rådgivare om jobb i Norge"),
    RECOGNITION: lazy_("Sök norskt godkännande för yrket"),
}
NOTES: Mapping[str, str] = {
    "right_to_work": lazy_(
        "Nordiska medborgare behöver inget uppehållstillstånd. Andra behöver fråga UDI först."
    ),
    "tax_card": lazy_("Utan skattekort drar arbetsgivaren mer skatt. Man visar legitimation där."),
    "nav": lazy_("Där finns också norska platser."),
}
STANDINGS: Mapping[Standing, tuple[str, str]] = {
    Standing.HAS: (lazy_("Finns"), "done"),
    Standing.LACKS: (lazy_("Saknas"), "waits"),
    Standing.UNKNOWN: (lazy_("Vet inte än"), "neutral"),
}
OF_A_PLACE = frozenset({"visit", "housing"})
"""The steps that are taken anew for every place; the others once for a country."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step with what to know of it, where to read, and whether it stands in the plan."""

    key: str
    title: str
    note: str
    link: Link | None
    checked: str
    is_planned: bool


@dataclass(frozen=True, slots=True)
class Have:
    """Something that is asked for, where she stands, and the words of the ad or who decides."""

    what: str
    standing: tuple[str, str]
    note: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """What the page says about a move."""

    facts: list[tuple[str, str]]
    haves: list[Have]
    steps: list[Step]
    is_abroad: bool

    @property
    def is_planned(self) -> bool:
        """Whether every step stands in the plan."""
        return all(step.is_planned for step in self.steps)


def key_of(code: str, opening: Opening) -> str:
    """What a plan knows a step by, so that it is put there once."""
    place = opening.municipality or opening.county or ""
    of = f"{opening.country}-{place}" if code in OF_A_PLACE else opening.country
    return f"relocation:{of}:{code}"


def activities(found: Relocation, opening: Opening) -> dict[str, ActivityFacts]:
    """The checklist as activities of a plan, by their keys."""
    return {key_of(code, opening): _activity(code, opening) for code in found.steps}


def card(found: Relocation, opening: Opening, planned: set[str], today: date) -> Card:
    """Put a relocation into words."""
    return Card(
        facts=[(term, value) for term, value in _facts(found) if value],
        haves=list(_haves(found)),
        steps=[_step(code, found, opening, planned, today) for code in found.steps],
        is_abroad=found.is_abroad,
    )


def _activity(code: str, opening: Opening) -> ActivityFacts:
    place = opening_words.place(opening)
    if code == "visit":
        return ActivityFacts(
            kind=ActivityKind.JOB_SEARCH_TRIP, place=place, who_with=opening.employer_name
        )
    of_place = place if code in OF_A_PLACE else ""
    return ActivityFacts(kind=ActivityKind.OTHER, what=str(STEPS[code]), place=of_place)


def _facts(found: Relocation) -> Iterator[tuple[str, str]]:
    if found.km is not None and found.travel is not None:
        yield (
            _("Avstånd"),
            _(
                "%(km)s km fågelvägen: %(travel)s",
                km=number(found.km),
                travel=TRAVEL[found.travel],
            ),
        )
    if found.housing:
        yield _("Bostad"), _("Arbetsgivaren skriver: %(words)s", words=found.housing)
    elif found.housing_read:
        yield _("Bostad"), _("Så står det i annonsen: ”%(words)s”", words=found.housing_read)
    else:
        yield _("Bostad"), _("Står inte i annonsen. Fråga arbetsgivaren.")
    if found.group:
        yield _("Yrkesgrupp i Sverige"), f"{found.group.ssyk} {_label(found.group)} (SSYK)"
        if found.is_abroad:
            yield _("Yrkesgrupp i Norge"), _norwegian_groups(found.group.styrk08)


def _label(group: Labelled) -> str:
    return group.label(language())


def _norwegian_groups(codes: tuple[str, ...]) -> str:
    """The STYRK groups as Norwegian ads name them, in Norwegian."""
    named = {each.code: each.label_nb for each in styrk_groups()}
    told = [f"{code} {named[code]}" for code in codes if code in named]
    return f"{', '.join(told)} (STYRK-08)" if told else ""


def _haves(found: Relocation) -> Iterator[Have]:
    for each in found.spoken:
        yield Have(_spoken(each), STANDINGS[each.standing], _read(each))
    if found.is_abroad and not found.spoken:
        note = _("Annonsen säger inget om språk. Fråga om svenska räcker.")
        yield Have(_("Norska"), STANDINGS[Standing.UNKNOWN], note)
    if found.profession:
        yield _profession(found.profession)


def _spoken(each: Spoken) -> str:
    asked = words.language_at(each.language, each.level)
    return asked[:1].upper() + asked[1:]


def _read(each: Spoken) -> str:
    """The ad's words, and which language she meets it by where it is another."""
    through = each.facts.get("through", each.language)
    other = wording.reason("language_met", each.facts) if through != each.language else ""
    said = _("Så står det i annonsen: ”%(words)s”", words=each.evidence) if each.evidence else ""
    return ". ".join(part for part in (other, said) if part)


def _profession(found: Profession) -> Have:
    if found.norwegian is None:
        note = _("%(authority)s ger behörighet i Sverige.", authority=found.swedish_authority)
        return Have(_("Legitimation eller behörighet"), STANDINGS[found.standing], note)
    note = _(
        "Yrket är reglerat i Sverige (%(swedish)s) och kan vara det i Norge. "
        "%(norwegian)s vet vem som godkänner.",
        swedish=found.swedish_authority,
        norwegian=found.norwegian.authority,
    )
    what = _("Svensk legitimation eller behörighet")
    return Have(what, STANDINGS[found.standing], note, found.norwegian)


def _step(code: str, found: Relocation, opening: Opening, planned: set[str], today: date) -> Step:
    is_recognised = code == RECOGNITION and found.profession is not None
    link = found.profession.norwegian if is_recognised and found.profession else links().get(code)
    key = key_of(code, opening)
    note = str(NOTES.get(code, ""))
    return Step(key, str(STEPS[code]), note, link, _checked(link, today), key in planned)


def _checked(link: Link | None, today: date) -> str:
    """When somebody last read what the authority says; a year on it may not hold."""
    if link is None:
        return ""
    if link.checked_on is None:
        return _("inte kontrollerad än")
    when = day(link.checked_on, with_year=True)
    if link.is_old(today):
        return _("kontrollerad %(day)s, kan vara gammalt", day=when)
    return _("kontrollerad %(day)s", day=when)
