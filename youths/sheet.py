"""A youth as a row of a spreadsheet, read into the exchange schema (youths.exchange).

An empty cell says that nobody has asked, and "nej" that the answer was none: two different facts.
"""

from collections.abc import Callable, Mapping
from typing import Any

from foundation.cells import (
    UnreadableError,
    coded,
    day,
    graded,
    line,
    listed,
    number,
    text,
    truth,
)
from foundation.columns import Column, Columns, Fault
from foundation.translating import _, lazy_
from reference import levels, linking, occupations, places
from youths.exchange import YouthLine, faults_of

REFERENCE = "id"
SURE_OF_TITLE = 0.95
NONE = frozenset({"nej", "inga", "inget", "ingen", "nei", "no", "none", "-"})
_SEVERAL = lazy_("Flera med komma mellan; nej om inget, tomt om ingen har frågat")
_DAY = lazy_("Som 2027-06-14, eller tomt")
_YES_NO = lazy_("ja, nej eller tomt")


def _or_none(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """A reader of a list, for which "nej" is an empty one and an empty cell is not known."""

    def known(cell: str) -> Any:
        if not cell:
            return None
        return [] if cell.casefold() in NONE else read(cell)

    return known


def _occupation(title: str) -> str:
    group = occupations.group(title)
    if group:
        return group.ssyk
    links = linking.link(title, "SE", limit=1)
    if not links or links[0].score < SURE_OF_TITLE:
        raise UnreadableError(
            _("Vi känner inte igen yrket ”%(title)s”. Skriv det som önskemål.", title=title[:40])
        )
    return links[0].ssyk


def _municipality(name: str) -> str | None:
    if not name:
        return None
    found = places.municipality("SE", name) or places.find_municipality("SE", name)
    if found is None:
        raise UnreadableError(_("Skriv kommunens namn eller fyra siffror."))
    return found.code


def _county(name: str) -> str:
    found = places.county("SE", name) or places.resolve_county("SE", name)
    if found is None:
        raise UnreadableError(_("Skriv länets namn eller två siffror."))
    return found.code


def _done(cell: str) -> dict[str, Any]:
    """ "kock 8" is eight months as a cook."""
    title, _space, months = cell.rpartition(" ")
    is_timed = bool(title) and months.isdecimal()
    return {"title": title, "months": int(months)} if is_timed else {"title": cell}


_language = coded(levels.languages)
_level = coded(lambda: levels.CEFR)
_licence = coded(lambda: levels.LICENCES)


def _spoken(cell: str) -> list[dict[str, Any]]:
    found = graded(cell, _language, _level, levels.CEFR.codes)
    return [{"language": language, "level": level} for language, level in found]


def _each(read: Callable[[str], Any]) -> Callable[[str], list[Any]]:
    return lambda cell: [read(part) for part in listed(cell)]


COLUMNS: tuple[Column, ...] = (
    Column(REFERENCE, lazy_("Egen beteckning"),
           lazy_("Ert eget nummer, så att samma rad aldrig blir två. Aldrig personnummer."), line),
    Column("alias", lazy_("Alias"), lazy_("Behövs. Förnamn eller initialer räcker."), line),
    Column("born", lazy_("Födelseår"), lazy_("Fyra siffror, eller tomt"), number),
    Column("registered_on", lazy_("Inskriven sedan"), _DAY, day),
    Column("protected_identity", lazy_("Har skyddade personuppgifter"), _YES_NO, truth),
    Column("wishes", lazy_("Önskemål"), lazy_("Flera med komma mellan"), _or_none(_each(line))),
    Column("occupations", lazy_("Yrken som lockar"), lazy_("Ord eller fyra siffror enligt SSYK"),
           _or_none(_each(_occupation))),
    Column("skills", lazy_("Det här kan du"), _SEVERAL, _or_none(_each(line))),
    Column("about", lazy_("Annat som är bra att veta"),
           lazy_("Inget om hälsa, familj eller bidrag"), text),
    Column("education_level", lazy_("Utbildning"),
           "none, compulsory, upper_secondary, post_secondary", coded(lambda: levels.EDUCATION)),
    Column("experience", lazy_("Har gjort"), lazy_("Som: kock 8, butik (månader sist)"),
           _or_none(_each(_done))),
    Column("languages", lazy_("Språk"), "sv B1, ar", _or_none(_spoken)),
    Column("driving_licences", lazy_("Körkort"), _SEVERAL, _or_none(_each(_licence))),
    Column("own_car", lazy_("Bil till jobbet"), _YES_NO, truth),
    Column("authorised_occupations", lazy_("Legitimation"), _SEVERAL,
           _or_none(_each(_occupation))),
    Column("home_municipality", lazy_("Hemkommun"), lazy_("Namn eller nummer"), _municipality),
    Column("max_commute_km", lazy_("Pendlar högst, km"), lazy_("Enkel resa"), number),
    Column("counties", lazy_("Kan flytta till"), lazy_("Län, med komma mellan"),
           _or_none(_each(_county))),
    Column("norway", lazy_("Norge"), _YES_NO, truth),
    Column("available_from", lazy_("Kan börja"), _DAY, day),
)  # fmt: skip
TABLE = Columns(COLUMNS)
_AREA = ("max_commute_km", "counties")


def read_row(row: Mapping[str, str]) -> tuple[YouthLine | None, list[Fault]]:
    """The youth that a row tells of, or every cell to mend. A row needs an alias or a reference."""
    cells = TABLE.named(row)
    told: dict[str, Any] = {}
    faults: list[Fault] = []
    for column in COLUMNS:
        try:
            told[column.name] = column.read(cells.get(column.name, ""))
        except UnreadableError as error:
            faults.append(Fault(str(column.label), str(error)))
    if faults:
        return None, faults
    made, wrong = faults_of(_as_line(told))
    return made, [Fault(TABLE.label_of(name), message) for name, message in wrong]


def has_reference(row: Mapping[str, str]) -> bool:
    """Whether the row has a key of another system, by which it is known again."""
    return bool(TABLE.named(row).get(REFERENCE))


def _as_line(told: dict[str, Any]) -> dict[str, Any]:
    """The cells as one line of the exchange schema; what is not known is left out."""
    known = {name: value for name, value in told.items() if value not in (None, "")}
    area = {name: known.pop(name) for name in _AREA if name in known}
    if "norway" in known:
        area["countries"] = ["SE", "NO"] if known.pop("norway") else ["SE"]
    if "alias" in known:
        known.setdefault(REFERENCE, known["alias"])
    return known | ({"search_area": area} if area else {})
